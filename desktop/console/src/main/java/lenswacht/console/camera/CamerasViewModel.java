package lenswacht.console.camera;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import lenswacht.casefile.Glance;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.drawing.Mark;

/// All assets of the case, which of them are shown, and which one is explained.
///
/// Filter and order are independent: sorting never loses the filter and the other way round.
public final class CamerasViewModel {
  private final Texts texts;
  private final ObservableList<AssetRow> rows = FXCollections.observableArrayList();
  private final FilteredList<AssetRow> filtered = new FilteredList<>(rows);
  private final SortedList<AssetRow> shown = new SortedList<>(filtered);
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<Focus> focus = new SimpleObjectProperty<>(this, "focus", Focus.ALL);
  private final ObjectProperty<Optional<Mark>> verdict =
      new SimpleObjectProperty<>(this, "verdict", Optional.empty());
  private final ObjectProperty<Optional<AssetRow>> selected =
      new SimpleObjectProperty<>(this, "selected", Optional.empty());
  private final ObjectBinding<Phrase> count;
  private final ObjectBinding<Predicate<AssetRow>> narrowing;
  private final ObjectBinding<Optional<AssetDetail>> detail;

  /// Follows the case on `desk`.
  ///
  /// @param words of findings and questions
  public CamerasViewModel(CaseDesk desk, Texts texts, FindingTexts words) {
    this.texts = texts;
    this.narrowing =
        Bindings.createObjectBinding(
            this::narrow, filter, focus, verdict, texts.languageProperty());
    filtered.predicateProperty().bind(narrowing);
    this.count =
        Bindings.createObjectBinding(
            () -> Phrase.of("table.shown", "shown", shown.size(), "all", rows.size()), shown, rows);
    this.detail =
        Bindings.createObjectBinding(
            () -> selected.get().flatMap(row -> AssetDetail.of(row, words)), selected);
    desk.openedProperty().addListener((property, before, now) -> now.ifPresent(this::show));
    desk.glanceProperty().addListener((property, before, now) -> now.ifPresent(this::show));
    desk.openedProperty().get().ifPresent(this::show);
  }

  private void show(Glance glance) {
    show(glance.lines().stream().map(line -> new AssetRow(line, Optional.empty(), glance.onDay())));
  }

  private void show(OpenedCase opened) {
    show(
        Stream.concat(
            opened.assessment().assets().stream().map(asset -> AssetRow.of(asset, opened.day())),
            opened.assessment().others().stream().map(asset -> AssetRow.of(asset, opened.day()))));
  }

  private void show(Stream<AssetRow> fresh) {
    Optional<String> kept = selected.get().map(AssetRow::address);
    selected.set(Optional.empty());
    rows.setAll(fresh.toList());
    if (!kept.map(this::select).orElse(false) && !rows.isEmpty()) {
      selected.set(Optional.of(rows.getFirst()));
    }
  }

  private Predicate<AssetRow> narrow() {
    Focus narrowTo = focus.get();
    Optional<Mark> level = verdict.get();
    List<String> wanted =
        Stream.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return row -> {
      String searchable = row.searchable(texts);
      return narrowTo.covers(row)
          && level.map(row::bears).orElse(true)
          && wanted.stream().allMatch(searchable::contains);
    };
  }

  /// The rows that the filter lets through, in the order of [#orderProperty].
  public ObservableList<AssetRow> shown() {
    return shown;
  }

  /// The order of the rows; `null` for the gravest first, as assessed.
  public ObjectProperty<Comparator<? super AssetRow>> orderProperty() {
    return shown.comparatorProperty();
  }

  /// Words that must all occur in a row, in any column.
  public StringProperty filterProperty() {
    return filter;
  }

  /// Which assets the table is narrowed to.
  public ObjectProperty<Focus> focusProperty() {
    return focus;
  }

  /// The level that a row must have on either axis; empty for any.
  public ObjectProperty<Optional<Mark>> verdictProperty() {
    return verdict;
  }

  /// The row that is explained.
  public ObjectProperty<Optional<AssetRow>> selectedProperty() {
    return selected;
  }

  /// The explanation of the row that is selected.
  public ObjectBinding<Optional<AssetDetail>> detailBinding() {
    return detail;
  }

  /// "14 of 17 shown".
  public ObjectBinding<Phrase> countBinding() {
    return count;
  }

  /// Every row, whatever the filter says.
  public ObservableList<AssetRow> all() {
    return FXCollections.unmodifiableObservableList(rows);
  }

  /// Number of rows that a person should look at, whatever the filter says.
  public ObjectBinding<Phrase> toDoBinding() {
    return Bindings.createObjectBinding(
        () ->
            Phrase.of("status.to-do", "count", rows.stream().filter(AssetRow::needsPerson).count()),
        rows);
  }

  /// Selects the asset at `address`, taking away a filter that hides it. Says whether there is one.
  public boolean select(String address) {
    Optional<AssetRow> found =
        rows.stream().filter(row -> row.address().equals(address)).findFirst();
    found.ifPresent(this::reveal);
    return found.isPresent();
  }

  /// Selects the next row, from the selected one on, that a person should look at.
  public void selectNextNeedingPerson() {
    List<AssetRow> order = List.copyOf(shown.isEmpty() ? rows : shown);
    int at = selected.get().map(order::indexOf).orElse(-1);
    for (int step = 1; step <= order.size(); step++) {
      AssetRow candidate = order.get(Math.floorMod(at + step, order.size()));
      if (candidate.needsPerson()) {
        reveal(candidate);
        return;
      }
    }
  }

  private void reveal(AssetRow row) {
    if (!shown.contains(row)) {
      filter.set("");
      focus.set(Focus.ALL);
    }
    selected.set(Optional.of(Objects.requireNonNull(row)));
  }
}
