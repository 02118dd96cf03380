package lenswacht.console.camera;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import lenswacht.assessment.Interval;
import lenswacht.console.look.LevelWords;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// What the table of assets shows as plain words, for the clipboard and for files.
final class AssetCells {
  private final Texts texts;

  AssetCells(Texts texts) {
    this.texts = texts;
  }

  /// The heads of the columns that are shown.
  List<String> heads(TableView<AssetRow> table) {
    return visible(table).stream().map(TableColumn::getText).toList();
  }

  /// A row, in the columns that are shown.
  List<String> cells(TableView<AssetRow> table, AssetRow row) {
    return visible(table).stream().map(column -> words(column.getId(), row)).toList();
  }

  /// Rows as the clipboard takes them: cells with tabs between.
  String copied(TableView<AssetRow> table, List<AssetRow> rows) {
    return rows.stream()
        .map(row -> String.join("\t", cells(table, row)))
        .collect(Collectors.joining("\n"));
  }

  private static List<TableColumn<AssetRow, ?>> visible(TableView<AssetRow> table) {
    return List.copyOf(table.getVisibleLeafColumns());
  }

  private String words(String id, AssetRow row) {
    return switch (id.substring(id.lastIndexOf('-') + 1)) {
      case "address" -> row.address() + both(row.kind());
      case "label" -> render(row.label());
      case "maker" -> render(row.maker()) + both(row.makerConfidence());
      case "model" -> render(row.model());
      case "software" -> render(row.firmware()) + both(row.built());
      case "espionage" -> level(row.espionage());
      case "privacy" -> level(row.privacy());
      default -> throw new IllegalArgumentException("the table has no column '" + id + "'");
    };
  }

  private String both(Phrase second) {
    return second.equals(Phrase.NONE) ? "" : " (" + render(second) + ")";
  }

  private String level(Optional<Interval> level) {
    return render(LevelWords.headline(level))
        + both(level.map(LevelWords::otherEnd).orElse(Phrase.NONE));
  }

  private String render(Phrase phrase) {
    return texts.render(phrase).replace('\n', ' ').replace('\t', ' ');
  }
}
