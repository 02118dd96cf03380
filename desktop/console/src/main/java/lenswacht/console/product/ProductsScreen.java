package lenswacht.console.product;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Rating;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.LevelWords;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Draft;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.product.JudgedProduct;
import lenswacht.product.ProductTale;
import lenswacht.product.Recognition;

/// A list to open or paste on top, its lines judged below, and what to ask of the chosen line.
public final class ProductsScreen implements Screen {
  private final ProductsModel model;
  private final Texts texts;
  private final PhraseTable<JudgedProduct> table;
  private final FlowPane columns = new FlowPane(8, 6);
  private final VBox chosen = new VBox(6);
  private final VBox root;

  /// Shows `model`.
  public ProductsScreen(ProductsModel model, Surroundings around) {
    this.model = model;
    this.texts = around.texts();
    TextArea list = new TextArea();
    Panes.name(list, "products-list", texts.of("products.list"));
    list.setTooltip(null);
    list.promptTextProperty().bind(texts.of("products.list.prompt"));
    list.textProperty().bindBidirectional(model.listProperty());
    Draft draft = new Draft(around, "products").words(list);
    list.setPrefRowCount(4);
    list.setMinHeight(90);
    Label notice = Panes.paragraph(texts.of(model.noticeProperty()), "strong");
    notice.setId("products-notice");
    this.table =
        new PhraseTable<JudgedProduct>(texts, "products-table", "products.table", "products.empty")
            .column("products.column.line", 50, ProductsScreen::line)
            .column("products.column.product", 190, ProductsScreen::product)
            .column("products.column.state", 110, told(ProductTale::state))
            .column("products.column.maker", 130, ProductsScreen::maker)
            .column("products.column.espionage", 120, one -> level(one, true))
            .column("products.column.privacy", 120, one -> level(one, false))
            .column("products.column.reason", 420, reason())
            .onChoice(this::choose);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    this.root =
        new VBox(
            10,
            heading(),
            Panes.paragraph(texts.of("products.below"), "muted"),
            list,
            draft.note(),
            notice,
            columns,
            table.view(),
            chosen);
    root.setId("products");
    root.getStyleClass().add("screen-part");
    model.judgedProperty().addListener((property, before, now) -> show(now));
  }

  @Override
  public Place place() {
    return Place.PRODUCTS;
  }

  @Override
  public Parent root() {
    return root;
  }

  private HBox heading() {
    Button questions =
        Panes.button(
            "products-questions", texts.of("products.keep-questions"), model::keepQuestions);
    Button keep = Panes.button("products-keep", texts.of("products.keep"), model::keepList);
    questions.disableProperty().bind(model.judgedProperty().map(Optional::isEmpty));
    keep.disableProperty().bind(model.judgedProperty().map(Optional::isEmpty));
    HBox heading =
        new HBox(
            10,
            Panes.label(texts.of("products.title"), "title-large"),
            Panes.filler(),
            Panes.button("products-open", texts.of("products.choose"), model::chooseFile),
            questions,
            keep,
            Panes.button("products-check", texts.of("products.check"), model::check, "accent"));
    heading.getStyleClass().add("bar");
    return heading;
  }

  private void show(Optional<JudgedList> judged) {
    table.show(judged.map(JudgedList::judged).orElse(List.of()));
    columns
        .getChildren()
        .setAll(
            model.columns().stream()
                .map(match -> Panes.label(texts.of(match), "not-looked"))
                .toList());
    chosen.getChildren().clear();
  }

  private static Phrase line(JudgedProduct one) {
    return Phrase.verbatim(Integer.toString(one.recognition().product().line()));
  }

  private static Phrase product(JudgedProduct one) {
    return Phrase.verbatim(one.recognition().product().name());
  }

  private static Phrase maker(JudgedProduct one) {
    return one.recognition()
        .settled()
        .flatMap(Recognition.Candidate::maker)
        .map(Phrase::verbatim)
        .orElse(Phrase.of("not-determined"));
  }

  private static Phrase level(JudgedProduct one, boolean espionage) {
    Optional<Rating> rating =
        one.rated().map(asset -> espionage ? asset.espionage() : asset.privacy());
    return rating
        .map(Rating::level)
        .<Phrase>map(
            level ->
                LevelWords.otherEnd(level).equals(Phrase.NONE)
                    ? LevelWords.headline(level)
                    : new Phrase.Joined(
                        List.of(LevelWords.headline(level), LevelWords.otherEnd(level)), "\n"))
        .orElse(Phrase.of("level.not-rated"));
  }

  private java.util.function.Function<JudgedProduct, Phrase> reason() {
    return one -> both((tale, line) -> tale.reason(line), one);
  }

  private java.util.function.Function<JudgedProduct, Phrase> told(
      BiFunction<ProductTale, Recognition, String> word) {
    return one -> both((tale, line) -> word.apply(tale, line.recognition()), one);
  }

  private Phrase both(BiFunction<ProductTale, JudgedProduct, String> word, JudgedProduct one) {
    return model
        .judgedProperty()
        .get()
        .<Phrase>map(
            list ->
                new Phrase.Both(
                    word.apply(list.tale(Language.NL.locale()), one),
                    word.apply(list.tale(Language.EN.locale()), one)))
        .orElse(Phrase.NONE);
  }

  private void choose(Optional<JudgedProduct> line) {
    chosen.getChildren().clear();
    if (line.isEmpty()) {
      return;
    }
    JudgedProduct one = line.get();
    Recognition recognition = one.recognition();
    if (recognition.state() == Recognition.State.LIKELY && !recognition.confirmed()) {
      chosen.getChildren().add(proposals(one));
    }
    one.questions().stream()
        .map(question -> both((tale, product) -> tale.question(question, product), one))
        .map(said -> Panes.paragraph(texts.of(said), "muted"))
        .forEach(chosen.getChildren()::add);
  }

  /// "Is it one of these?": nothing that only looks alike counts before a person said so.
  private HBox proposals(JudgedProduct one) {
    HBox bar =
        new HBox(
            8,
            Panes.label(
                texts.of("products.is-it", "product", one.recognition().product().name()),
                "strong"));
    bar.getStyleClass().add("bar");
    for (Recognition.Candidate candidate : one.recognition().candidates()) {
      Phrase words =
          Phrase.of(
              "products.proposal", "brand", candidate.brand(), "percent", candidate.percent());
      bar.getChildren()
          .add(
              Panes.button(
                  "products-yes-" + candidate.brand().toLowerCase(Locale.ROOT),
                  texts.of(words),
                  () -> model.confirm(one, Optional.of(candidate.brand())),
                  "small"));
    }
    bar.getChildren()
        .add(
            Panes.button(
                "products-no",
                texts.of("products.none-of-these"),
                () -> model.confirm(one, Optional.empty()),
                "small"));
    return bar;
  }
}
