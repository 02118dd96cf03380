package lenswacht.console.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Visit;
import lenswacht.casefile.BoxDiary;
import lenswacht.casefile.CaseAudit;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.KeptAssessment;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.DrawingView;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Words;
import lenswacht.console.visit.VisitViewModel;
import lenswacht.observation.HandOver;
import lenswacht.report.HealthTale;

/// Every journal verified from its first line, the chain of custody, the visits with the hashes of
/// their journals, and the assessments that were kept.
public final class EvidenceScreen extends CaseScreen.Asking<Custody> {
  private static final int MOST_LOST = 40;
  private static final int MOST_NOTES = 200;

  private final VisitViewModel visit;

  /// Verifies the case on the desk.
  ///
  /// @param visit knows the device
  public EvidenceScreen(Surroundings around, VisitViewModel visit) {
    super(Place.EVIDENCE, around);
    this.visit = visit;
  }

  @Override
  protected Custody ask(CaseFile file, Gauge gauge) throws Exception {
    return Custody.of(
        file, gauge, around().identifier(), around().knowledge().get(), around().signing());
  }

  @Override
  protected Node content(Custody custody) {
    page()
        .actions(
            Panes.button(
                "evidence-verify", texts().of("evidence.verify"), page()::askAgain, "accent"));
    boolean isEmpty = custody.audit().journals().isEmpty();
    page()
        .say(
            isEmpty
                ? Phrase.of("evidence.empty")
                : Phrase.of(first(custody), "lines", custody.lines()));
    List<Node> parts = new ArrayList<>();
    parts.add(
        new DrawingView(
                "evidence-chain",
                around(),
                words -> new ChainDrawing(custody, words).drawing(),
                key -> {})
            .root());
    parts.add(hands(custody));
    parts.add(journals(custody));
    parts.add(health(custody));
    parts.add(new HandOverCard(around(), visit, custody.devices(), page()::askAgain).root());
    parts.add(new CustodyView(texts(), custody.audit().content()).root());
    parts.add(new FileCheckCard(around()).root());
    parts.add(visits(custody.visits()));
    parts.add(kept(custody.kept()));
    return CasePage.column("evidence-content", parts.toArray(Node[]::new));
  }

  /// Who has the boxes and the journals now.
  private Node hands(Custody custody) {
    VBox card = Panes.card(Panes.label(texts().of("evidence.hands"), "layer-title"));
    card.setId("evidence-hands");
    for (CaseAudit.OneJournal journal : custody.audit().journals()) {
      card.getChildren()
          .add(
              Panes.paragraph(
                  texts()
                      .of(
                          "evidence.hands.journal",
                          "number",
                          journal.number(),
                          "device",
                          journal.device())));
      card.getChildren().add(Panes.paragraph(texts().of(box(custody, journal.device()))));
    }
    return card;
  }

  private static Phrase box(Custody custody, String device) {
    Optional<HandOver.Terms> last =
        custody.passed().stream()
            .filter(
                terms ->
                    terms.thing() instanceof HandOver.Thing.Device one && one.id().equals(device))
            .reduce((before, later) -> later);
    if (last.isPresent()) {
      return Phrase.of(
          "evidence.hands.passed",
          "device",
          device,
          "to",
          last.get().to().name(),
          "at",
          last.get().at(),
          "place",
          last.get().place().isBlank() ? Phrase.of("not-determined") : last.get().place());
    }
    boolean isPaired = custody.devices().stream().anyMatch(one -> one.id().equals(device));
    return Phrase.of(isPaired ? "evidence.hands.here" : "evidence.hands.unknown", "device", device);
  }

  private Node health(Custody custody) {
    VBox card = Panes.card(Panes.label(texts().of("evidence.health"), "layer-title"));
    card.setId("evidence-health");
    if (custody.diary().isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts().of("evidence.health.broken")));
      return card;
    }
    HealthTale dutch = new HealthTale(Language.NL.locale());
    HealthTale english = new HealthTale(Language.EN.locale());
    BoxDiary diary = custody.diary().get();
    diary
        .clocks()
        .forEach(
            (trust, lines) ->
                card.getChildren()
                    .add(
                        Panes.paragraph(
                            texts()
                                .of(
                                    new Phrase.Both(
                                        dutch.clock(trust, lines), english.clock(trust, lines))))));
    diary.notes().stream()
        .limit(MOST_NOTES)
        .forEach(
            noted ->
                card.getChildren()
                    .add(
                        Panes.paragraph(
                            texts()
                                .of(
                                    "evidence.health.note",
                                    "at",
                                    noted.at(),
                                    "what",
                                    new Phrase.Both(
                                        dutch.text(noted.note()), english.text(noted.note()))))));
    if (diary.notes().isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts().of("evidence.health.none"), "muted"));
    }
    return card;
  }

  private static String first(Custody custody) {
    if (!custody.audit().isWhole()) {
      return "evidence.first.broken";
    }
    boolean isSigned =
        custody.audit().journals().stream().allMatch(one -> one.audit().clear() == 0);
    return isSigned ? "evidence.first.whole" : "evidence.first.clear";
  }

  private Node journals(Custody custody) {
    VBox card = Panes.card(Panes.label(texts().of("evidence.journals"), "layer-title"));
    card.setId("evidence-journals");
    for (CaseAudit.OneJournal journal : custody.audit().journals()) {
      card.getChildren()
          .add(
              Panes.paragraph(
                  texts().of(AuditPhrases.of(journal)),
                  journal.isWhole() ? "plain" : "contradiction"));
    }
    List<CaseAudit.LostFinding> lost = custody.audit().findings();
    if (!lost.isEmpty()) {
      card.getChildren()
          .add(Panes.label(texts().of("evidence.lost", "count", lost.size()), "strong"));
      lost.stream()
          .limit(MOST_LOST)
          .map(one -> Phrase.of("evidence.lost.one", "address", one.address(), "rule", one.rule()))
          .forEach(one -> card.getChildren().add(Panes.paragraph(texts().of(one))));
    }
    return card;
  }

  private Node visits(List<Visit> visits) {
    PhraseTable<Visit> table =
        new PhraseTable<Visit>(texts(), "evidence-visits", "evidence.visits", "evidence.empty")
            .column("evidence.column.run", 130, visit -> Phrase.verbatim(visit.run()))
            .column("evidence.column.began", 130, visit -> Phrase.from(visit.started()))
            .column(
                "evidence.column.outcome",
                190,
                visit ->
                    visit.outcome().map(Words::of).orElse(Phrase.of("overview.visit.broken-off")))
            .column("evidence.column.lines", 70, visit -> Phrase.from(visit.journalLines()))
            .column("evidence.column.hash", 420, visit -> Phrase.verbatim(visit.journalHash()));
    table.show(visits);
    return titled("evidence.visits", table);
  }

  private Node kept(List<KeptAssessment> kept) {
    PhraseTable<KeptAssessment> table =
        new PhraseTable<KeptAssessment>(
                texts(), "evidence-kept", "evidence.kept", "evidence.no-kept")
            .column("evidence.column.number", 60, one -> Phrase.from(one.number()))
            .column("evidence.column.day", 100, one -> Phrase.from(one.onDay()))
            .column("evidence.column.kept", 130, one -> Phrase.from(one.keptAt()))
            .column("evidence.column.edition", 240, one -> Phrase.verbatim(one.edition()))
            .column("evidence.column.hash", 420, one -> Phrase.verbatim(one.sha256()));
    table.show(kept);
    return titled("evidence.kept", table);
  }

  private Node titled(String key, PhraseTable<?> table) {
    table.view().setPrefHeight(190);
    table.view().setMinHeight(120);
    return new VBox(6, Panes.label(texts().of(key), "layer-title"), table.view());
  }
}
