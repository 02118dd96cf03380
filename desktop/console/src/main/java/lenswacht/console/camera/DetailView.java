package lenswacht.console.camera;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Finding;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.observation.EvidenceId;

/// The explanation of one asset: what, why, and how we know, side by side.
final class DetailView {
  /// Most rules that are named where something is open.
  private static final int MOST_RULES = 8;

  private final BorderPane root = new BorderPane();
  private final Texts texts;
  private final FindingTexts findingTexts;
  private final ExplanationView evidence;
  private final CamerasViewModel model;
  private final DetailPictures pictures;
  private final ToggleGroup facets = new ToggleGroup();
  private Facet facet = Facet.EXPLAINED;

  /// What is told of an asset.
  private enum Facet {
    /// What, why, and how we know.
    EXPLAINED,
    /// Who is behind its label.
    BEHIND,
    /// What happened to it.
    COURSE
  }

  DetailView(
      CamerasViewModel model,
      ExplanationView evidence,
      Surroundings around,
      FindingTexts findingTexts) {
    this.texts = around.texts();
    this.model = model;
    this.pictures = new DetailPictures(around);
    this.findingTexts = findingTexts;
    this.evidence = evidence;
    root.setId("cameras-detail");
    root.getStyleClass().add("detail");
    model.detailBinding().addListener((property, before, now) -> show(now));
    show(model.detailBinding().get());
  }

  Node root() {
    return root;
  }

  private void show(Optional<AssetDetail> detail) {
    if (detail.isEmpty()) {
      root.setTop(null);
      root.setCenter(Panes.paragraph(texts.of("detail.empty"), "muted", "detail-empty"));
      return;
    }
    AssetDetail shown = detail.get();
    Label title = Panes.label(texts.of(shown.title()), "detail-title");
    title.setId("detail-title");
    HBox heading = new HBox(12, title, Panes.filler(), choices());
    heading.getStyleClass().add("bar");
    root.setTop(heading);
    root.setCenter(
        switch (facet) {
          case EXPLAINED -> layers(shown);
          case BEHIND -> model.selectedProperty().get().map(pictures::behind).orElse(null);
          case COURSE -> model.selectedProperty().get().map(pictures::course).orElse(null);
        });
  }

  private HBox choices() {
    HBox choices = new HBox();
    for (Facet one : Facet.values()) {
      String word = one.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton();
      button.setId("detail-facet-" + word);
      button.textProperty().bind(texts.of("detail.facet." + word));
      button.accessibleTextProperty().bind(texts.of("detail.facet." + word));
      button.setToggleGroup(facets);
      button.setSelected(one == facet);
      button.getStyleClass().addAll("small", pill(one));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          event -> {
            facet = one;
            show(model.detailBinding().get());
            root.lookup("#detail-facet-" + word).requestFocus();
          });
      choices.getChildren().add(button);
    }
    return choices;
  }

  private static String pill(Facet facet) {
    return switch (facet) {
      case EXPLAINED -> "left-pill";
      case BEHIND -> "center-pill";
      case COURSE -> "right-pill";
    };
  }

  private Node layers(AssetDetail shown) {
    Node what = layer("detail-what", "detail.what", what(shown));
    Node why = layer("detail-why", "detail.why", whyAndAdvisories(shown));
    Node how = layer("detail-evidence", "detail.evidence", evidence.root());
    HBox layers = new HBox(16, what, why, how);
    for (Node layer : layers.getChildren()) {
      HBox.setHgrow(layer, Priority.ALWAYS);
    }
    return layers;
  }

  private Node layer(String id, String titleKey, VBox content) {
    var scroll = Panes.scrolling(content);
    scroll.setId(id);
    scroll.accessibleTextProperty().bind(texts.of(titleKey));
    VBox layer = new VBox(6, Panes.label(texts.of(titleKey), "layer-title"), scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    layer.setPrefWidth(320);
    layer.setMinWidth(180);
    return layer;
  }

  private VBox what(AssetDetail detail) {
    VBox what = new VBox(10);
    Label sentence = Panes.paragraph(texts.of(detail.sentence()), "sentence");
    sentence.setId("detail-sentence");
    what.getChildren().add(sentence);
    for (Phrase contradiction : detail.contradictions()) {
      what.getChildren().add(Panes.paragraph(texts.of(contradiction), "contradiction"));
    }
    for (int i = 0; i < detail.exposure().size(); i++) {
      Phrase said =
          i == 0
              ? Phrase.of("detail.exposure", "level", detail.exposure().getFirst())
              : detail.exposure().get(i);
      Label line = Panes.paragraph(texts.of(said), i == 0 ? "sentence" : "muted");
      line.setId("detail-exposure-" + i);
      what.getChildren().add(line);
    }
    detail
        .coverage()
        .map(percent -> Phrase.of("detail.coverage", "percent", percent))
        .ifPresent(known -> what.getChildren().add(Panes.paragraph(texts.of(known), "muted")));
    if (!detail.open().isEmpty()) {
      Phrase open =
          Phrase.counted("detail.open", detail.open().size(), "rules", briefly(detail.open()));
      what.getChildren().add(Panes.paragraph(texts.of(open), "not-looked"));
    }
    return what;
  }

  private static String briefly(List<String> rules) {
    String first = String.join(", ", rules.subList(0, Math.min(MOST_RULES, rules.size())));
    return rules.size() > MOST_RULES ? first + ", \u2026" : first;
  }

  private VBox why(AssetDetail detail) {
    if (detail.findings().isEmpty()) {
      Phrase none =
          detail.coverage().isPresent()
              ? Phrase.of("detail.no-findings")
              : Phrase.of("detail.not-rated");
      return new VBox(Panes.paragraph(texts.of(none), "muted"));
    }
    return Panes.column(8, detail.findings().stream().map(this::finding).toList());
  }

  /// The findings, and under them what each advisory on the model means.
  private VBox whyAndAdvisories(AssetDetail detail) {
    VBox all = why(detail);
    all.setSpacing(8);
    if (!detail.advisories().isEmpty()) {
      all.getChildren().add(Panes.paragraph(texts.of("detail.advisories"), "layer-title"));
      for (Phrase advisory : detail.advisories()) {
        all.getChildren().add(Panes.paragraph(texts.of(advisory), "advisory"));
      }
    }
    return all;
  }

  private Node finding(Finding finding) {
    VBox card = Panes.card();
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    card.getStyleClass().addAll("finding", "severity-" + severity);
    Label chip = Panes.label(texts.of(Words.of(finding.severity())), "chip");
    Label rule = new Label(finding.rule());
    rule.getStyleClass().add("muted");
    card.getChildren().add(new HBox(8, chip, Panes.filler(), rule));
    card.getChildren().add(said(findingTexts::sentence, finding, "finding-sentence"));
    if (!finding.clause().isBlank()) {
      card.getChildren()
          .add(
              Panes.paragraph(
                  texts.of("detail.clause", "clause", finding.clause()), "muted", "small"));
    }
    Label acceptable = said(findingTexts::acceptableIf, finding, "acceptable");
    acceptable.managedProperty().bind(acceptable.textProperty().isNotEmpty());
    card.getChildren().add(acceptable);
    if (!finding.evidence().isEmpty()) {
      String ids =
          String.join(", ", finding.evidence().stream().map(EvidenceId::brief).limit(4).toList());
      card.getChildren()
          .add(Panes.paragraph(texts.of("detail.rests-on", "ids", ids), "muted", "small"));
    }
    if (!finding.answers().isEmpty()) {
      card.getChildren()
          .add(Panes.paragraph(texts.of("detail.rests-on-answers"), "muted", "small"));
    }
    return card;
  }

  private Label said(Saying saying, Finding finding, String styleClass) {
    return Panes.paragraph(
        texts.of(texts.languageProperty(), (words, language) -> saying.of(finding, language)),
        styleClass);
  }

  /// One of the sentences of a finding.
  private interface Saying {
    String of(Finding finding, lenswacht.console.text.Language language);
  }
}
