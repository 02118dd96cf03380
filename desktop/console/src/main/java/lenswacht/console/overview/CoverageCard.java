package lenswacht.console.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.observation.Coverage;
import lenswacht.observation.Coverage.Segment;
import lenswacht.report.CoverageTale;

/// What was looked at and what was not: one bar for each range of the mandate, with the numbers
/// beside it, and the whole of it in words.
final class CoverageCard {
  private static final double BAR = 420;
  private static final double LEAST = 4;
  private static final int MOST_BARS = 8;
  private static final int ROWS = 16;

  private final Texts texts;

  CoverageCard(Texts texts) {
    this.texts = texts;
  }

  /// One sort of addresses in a range.
  private record Share(String key, String styleClass, ToLongFunction<Segment> count) {}

  private static final List<Share> SHARES =
      List.of(
          new Share("coverage.answered", "share-answered", segment -> segment.answered().size()),
          new Share("coverage.refused", "share-refused", segment -> segment.refused().size()),
          new Share(
              "coverage.silent",
              "share-silent",
              segment -> segment.silent().size() + segment.untold().size()),
          new Share("coverage.missed", "share-missed", Segment::missed));

  List<Node> of(Coverage coverage) {
    List<Node> nodes = new ArrayList<>();
    coverage.segments().stream().limit(MOST_BARS).forEach(segment -> nodes.add(bar(segment)));
    nodes.add(words(coverage));
    return nodes;
  }

  private Node bar(Segment segment) {
    HBox bar = new HBox(1);
    HBox legend = new HBox(16);
    for (Share share : SHARES) {
      long count = share.count.applyAsLong(segment);
      if (count > 0) {
        Region part = new Region();
        part.getStyleClass().addAll("share", share.styleClass);
        part.setPrefWidth(Math.max(LEAST, BAR * count / Math.max(1.0, segment.addresses())));
        bar.getChildren().add(part);
        Region key = new Region();
        key.getStyleClass().addAll("share", share.styleClass);
        key.setPrefWidth(12);
        HBox named =
            new HBox(
                6, key, Panes.label(texts.of(share.key, "count", number(count)), "muted", "small"));
        named.getStyleClass().add("bar");
        legend.getChildren().add(named);
      }
    }
    bar.setAccessibleRole(AccessibleRole.TEXT);
    bar.accessibleTextProperty()
        .bind(
            texts.of(
                "coverage.spoken",
                "range",
                segment.range(),
                "answered",
                number(segment.answered().size()),
                "missed",
                number(segment.missed()),
                "all",
                number(segment.addresses())));
    return new VBox(
        3,
        Panes.label(texts.of(Phrase.verbatim(segment.range().toString())), "strong"),
        bar,
        legend);
  }

  /// A number of addresses, or that nobody counts them.
  private static Phrase number(long count) {
    return count > 1L << 40 ? Phrase.of("coverage.uncounted") : Phrase.verbatim("" + count);
  }

  private Node words(Coverage coverage) {
    StringBinding told =
        Bindings.createStringBinding(
            () -> new CoverageTale(texts.language().locale()).text(coverage),
            texts.languageProperty());
    TextArea text = new TextArea();
    text.setId("overview-coverage-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(ROWS);
    text.textProperty().bind(told);
    text.accessibleTextProperty().bind(texts.of("coverage.words"));
    TitledPane pane = new TitledPane();
    pane.setId("overview-coverage-words");
    pane.textProperty().bind(texts.of("coverage.words"));
    pane.setContent(text);
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }
}
