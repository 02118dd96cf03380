package lenswacht.console.edition;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.compare.Change;
import lenswacht.console.compare.ChangeWords;
import lenswacht.console.desk.Job;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.Facts;
import lenswacht.console.page.Heading;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.visit.VisitViewModel;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Freshness;
import lenswacht.knowledge.Imported;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Seal;

/// The edition that is judged with: its packs with day, age and signature, what is old, and an
/// import that says first which verdicts it changes.
public final class KnowledgeScreen implements Screen {
  private static final Set<Change.What> VERDICTS =
      EnumSet.of(Change.What.ESPIONAGE, Change.What.PRIVACY, Change.What.VERDICT);

  private final Surroundings around;
  private final Texts texts;
  private final VisitViewModel visit;
  private final Path home;
  private final Heading heading;
  private final VBox content = new VBox(14);
  private final VBox preview = new VBox(10);
  private final VBox root;
  private List<PolicyPack> packs = List.of();

  /// @param visit knows the device
  /// @param home folder of knowledge of this computer
  public KnowledgeScreen(Surroundings around, VisitViewModel visit, Path home) {
    this.around = around;
    this.texts = around.texts();
    this.visit = visit;
    this.home = home;
    this.heading = new Heading(Place.KNOWLEDGE, texts);
    preview.setId("knowledge-preview");
    ScrollPane scroll = CasePage.column("knowledge-content", content);
    scroll.accessibleTextProperty().bind(texts.of(Place.KNOWLEDGE.title()));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root = new VBox(12, heading.root(), scroll);
    root.setId("knowledge");
    root.getStyleClass().add("screen-part");
    around.knowledge().editionProperty().addListener((property, before, now) -> show());
    visit.cardProperty().addListener((property, before, now) -> show());
    show();
  }

  @Override
  public Place place() {
    return Place.KNOWLEDGE;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    if (packs.isEmpty()) {
      around
          .desk()
          .jobs()
          .run(
              Phrase.of("knowledge.looking"),
              gauge -> all(around.knowledge().get()),
              found -> {
                packs = found;
                show();
              },
              around.desk()::fail);
    }
  }

  private static List<PolicyPack> all(Edition edition) throws PackException {
    List<PolicyPack> packs = new ArrayList<>();
    for (String id : edition.packs()) {
      packs.add(Edition.bundled(new PackChoice.Named(id)).pack());
    }
    return packs;
  }

  private LocalDate today() {
    return LocalDate.now(around.clock());
  }

  private void show() {
    Edition edition = around.knowledge().get();
    Freshness age = Freshness.of(edition, today());
    boolean isOld = age.areMakersOld() || age.areVulnerabilitiesOld();
    heading.say(
        Phrase.of(isOld ? "knowledge.first.old" : "knowledge.first", "edition", edition.id()));
    Button send = Panes.button("knowledge-send", texts.of("knowledge.send"), this::send);
    send.setDisable(visit.cardProperty().get().isEmpty());
    heading.actions(send);
    content.getChildren().setAll(facts(edition, age), packTable(edition), importing(), preview);
  }

  private Node facts(Edition edition, Freshness age) {
    Facts facts = new Facts(texts, "knowledge-facts");
    facts.add("knowledge.edition", edition.id());
    facts.add("knowledge.day", edition.date());
    facts.add("knowledge.makers", aged(age.makersDays(), age.makers(), age.areMakersOld()));
    facts.add(
        "knowledge.vulnerabilities",
        aged(age.vulnerabilitiesDays(), age.vulnerabilities(), age.areVulnerabilitiesOld()));
    facts.add(
        "knowledge.imported",
        edition
            .imported()
            .map(KnowledgeScreen::imported)
            .orElse(Phrase.of("knowledge.imported.none")));
    facts.add("knowledge.seal", seal(edition.seal()));
    facts.add("knowledge.pack-in-use", title(edition.pack()));
    return Panes.card(
        Panes.label(texts.of("knowledge.in-use"), "layer-title"),
        facts.root(),
        Panes.paragraph(texts.of("knowledge.never-blocks"), "muted"));
  }

  private static Phrase imported(Imported extension) {
    return Phrase.of(
        "knowledge.imported.some",
        "ranges",
        extension.advisories().size(),
        "marks",
        extension.marks().size(),
        "hash",
        extension.hash().substring(0, 16));
  }

  private static Phrase aged(long days, LocalDate since, boolean isOld) {
    return Phrase.of(isOld ? "knowledge.age.old" : "knowledge.age", "days", days, "since", since);
  }

  private static Phrase seal(Optional<Seal> seal) {
    return seal.map(
            one ->
                Phrase.of(
                    "knowledge.sealed", "by", one.signer(), "day", one.day(), "key", one.keyName()))
        .orElse(Phrase.of("knowledge.not-sealed"));
  }

  private static Phrase title(PolicyPack pack) {
    return new Phrase.Both(
        pack.id() + "  " + pack.title(Language.NL.locale()),
        pack.id() + "  " + pack.title(Language.EN.locale()));
  }

  private Node packTable(Edition edition) {
    PhraseTable<PolicyPack> table =
        new PhraseTable<PolicyPack>(
                texts, "knowledge-packs", "knowledge.packs", "knowledge.packs.reading")
            .column("knowledge.column.pack", 260, KnowledgeScreen::title)
            .column("knowledge.column.version", 90, one -> Phrase.verbatim(one.version()))
            .column("knowledge.column.day", 140, this::day)
            .column("knowledge.column.status", 150, one -> status(one.status()))
            .column("knowledge.seal", 200, one -> seal(one.seal()))
            .column(
                "knowledge.column.used",
                90,
                one ->
                    Phrase.of(
                        one.id().equals(edition.pack().id())
                            ? "knowledge.used"
                            : "knowledge.not-used"));
    table.show(packs);
    table.view().setPrefHeight(230);
    table.view().setMinHeight(120);
    return new VBox(6, Panes.label(texts.of("knowledge.packs"), "layer-title"), table.view());
  }

  private Phrase day(PolicyPack pack) {
    boolean isDay = pack.date().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    return isDay
        ? Phrase.of(
            "knowledge.pack-age",
            "day",
            LocalDate.parse(pack.date()),
            "days",
            Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(pack.date()), today())))
        : Phrase.verbatim(pack.date());
  }

  private static Phrase status(String status) {
    return status.equals("draft") ? Phrase.of("knowledge.draft") : Phrase.verbatim(status);
  }

  private Node importing() {
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            Panes.button("knowledge-file", texts.of("knowledge.file"), this::file),
            Panes.button("knowledge-folder", texts.of("knowledge.folder"), this::folder),
            Panes.button("knowledge-pack", texts.of("knowledge.pack"), this::pack));
    return Panes.card(
        Panes.label(texts.of("knowledge.import"), "layer-title"),
        Panes.paragraph(texts.of("knowledge.import.why"), "muted"),
        buttons);
  }

  private void file() {
    around
        .files()
        .toOpen(
            texts.render(Phrase.of("knowledge.file")), "*.json", "*.gz", "*.zip", "*.csv", "*.*")
        .ifPresent(path -> look(gauge -> Preview.ofFeeds(path, home, today())));
  }

  private void folder() {
    around
        .files()
        .toOpenFolder(texts.render(Phrase.of("knowledge.folder")))
        .ifPresent(path -> look(gauge -> Preview.ofFeeds(path, home, today())));
  }

  private void pack() {
    around
        .files()
        .toOpenFolder(texts.render(Phrase.of("knowledge.pack")))
        .ifPresent(path -> look(gauge -> Preview.ofPack(path, home)));
  }

  private void look(Job<Preview> job) {
    around.desk().jobs().run(Phrase.of("knowledge.reading"), job, this::held, around.desk()::fail);
  }

  /// Holds the open case against it, where one is open.
  private void held(Preview fresh) {
    Optional<OpenedCase> opened = around.desk().openedProperty().get();
    if (opened.isEmpty()) {
      show(fresh, Optional.empty());
      return;
    }
    Edition now = around.knowledge().get();
    around
        .desk()
        .ask(
            Phrase.of("knowledge.judging"),
            (file, gauge) -> fresh.changes(file, around.identifier(), now, today()),
            changes -> show(fresh, Optional.of(changes)),
            around.desk()::fail);
  }

  private void show(Preview fresh, Optional<List<Change>> changes) {
    Phrase verdict =
        changes
            .map(
                all ->
                    Phrase.counted(
                        "knowledge.changes",
                        all.stream().filter(one -> VERDICTS.contains(one.what())).count()))
            .orElse(Phrase.of("knowledge.no-case"));
    VBox card =
        Panes.card(
            Panes.label(
                texts.of("knowledge.preview", "file", fresh.from().getFileName()), "layer-title"),
            Panes.paragraph(texts.of(fresh.says())),
            Panes.paragraph(texts.of(verdict), "sentence"));
    changes.ifPresent(all -> card.getChildren().add(table(all, fresh.edition())));
    HBox buttons =
        new HBox(
            8,
            Panes.button(
                "knowledge-accept",
                texts.of(fresh.isRules() ? "knowledge.accept-pack" : "knowledge.accept"),
                () -> accept(fresh),
                "accent"),
            Panes.button(
                "knowledge-discard",
                texts.of("knowledge.discard"),
                () -> preview.getChildren().clear()));
    buttons.getStyleClass().add("bar");
    card.getChildren().add(buttons);
    preview.getChildren().setAll(card);
  }

  private Node table(List<Change> changes, Edition fresh) {
    ChangeWords words = new ChangeWords(fresh.pack());
    PhraseTable<Change> table =
        new PhraseTable<Change>(
                texts, "knowledge-changes", "knowledge.changes.table", "knowledge.changes.none")
            .column("compare.column.subject", 200, words::subject)
            .column("compare.column.what", 220, ChangeWords::what)
            .column("compare.column.before", 190, one -> ChangeWords.value(one, one.before()))
            .column("compare.column.after", 190, one -> ChangeWords.value(one, one.after()));
    table.show(changes);
    table.view().setPrefHeight(260);
    return table.view();
  }

  private void accept(Preview fresh) {
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("knowledge.taking"),
            gauge -> fresh.accept(home, today()),
            edition -> {
              preview.getChildren().clear();
              around.knowledge().take(edition);
              around.desk().refresh();
              around.desk().say(Phrase.of("knowledge.taken", "edition", edition.id()));
            },
            around.desk()::fail);
  }

  private void send() {
    around
        .files()
        .toOpen(texts.render(Phrase.of("knowledge.send")), "*.lwupdate", "*.*")
        .ifPresent(
            file ->
                visit.sendKnowledge(
                    file,
                    () ->
                        around
                            .desk()
                            .say(Phrase.of("knowledge.sent", "file", file.getFileName()))));
  }
}
