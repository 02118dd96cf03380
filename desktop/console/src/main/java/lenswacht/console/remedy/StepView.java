package lenswacht.console.remedy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Plan;
import lenswacht.assessment.remedy.RemedyStanding;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.console.desk.CaseChange;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.WhoBar;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.knowledge.Remedy;

/// One step of a plan: what is still in its way on each asset, and the words that people can say of
/// it. That it is proven nobody can say.
final class StepView {
  private static final int MOST_ASSETS = 8;
  private static final List<RemedyState> SAID =
      List.of(RemedyState.PROPOSED, RemedyState.AGREED, RemedyState.REFUSED, RemedyState.DONE);

  private final Surroundings around;
  private final Texts texts;
  private final WhoBar who;
  private final VBox root = new VBox(6);

  StepView(Surroundings around) {
    this.around = around;
    this.texts = around.texts();
    this.who = new WhoBar("remedies", around);
    root.setId("remedies-step");
  }

  Node root() {
    return root;
  }

  static Phrase title(Remedy remedy) {
    return new Phrase.Both(remedy.nl(), remedy.en());
  }

  void show(Planned planned, Optional<Plan.Step> step) {
    root.getChildren().clear();
    if (step.isEmpty()) {
      root.getChildren().add(Panes.paragraph(texts.of("remedies.choose"), "muted"));
      return;
    }
    Remedy remedy = planned.remedy(step.get());
    root.getChildren()
        .add(
            Panes.paragraph(
                texts.of("remedies.step", "remedy", remedy.id(), "what", title(remedy)), "strong"));
    if (remedy.affectsPurpose()) {
      root.getChildren()
          .add(Panes.paragraph(texts.of("remedies.touches-purpose"), "contradiction"));
    }
    List<RemedyStanding> standings = planned.standings(step.get());
    standings.stream()
        .limit(MOST_ASSETS)
        .map(standing -> Panes.paragraph(texts.of(told(standing)), "muted"))
        .forEach(root.getChildren()::add);
    if (standings.size() > MOST_ASSETS) {
      root.getChildren()
          .add(
              Panes.paragraph(
                  texts.of("remedies.more", "count", standings.size() - MOST_ASSETS), "muted"));
    }
    root.getChildren().addAll(who.root(), buttons(planned, remedy));
  }

  private static Phrase told(RemedyStanding standing) {
    Phrase state = Phrase.of("remedies.state." + standing.state().word());
    Phrase said =
        standing
            .last()
            .map(
                word ->
                    Phrase.of(
                        "remedies.said",
                        "state",
                        state,
                        "by",
                        word.by(),
                        "at",
                        word.at(),
                        "note",
                        word.note()))
            .orElse(state);
    Phrase waits =
        standing.provenBy().isPresent()
            ? Phrase.of("remedies.proven-by", "run", standing.provenBy().get())
            : standing.waitsFor().isEmpty()
                ? Phrase.of("remedies.waits-for-visit")
                : Phrase.of("remedies.waits-for", "rules", String.join(", ", standing.waitsFor()));
    return Phrase.of(
        "remedies.standing", "address", standing.address(), "said", said, "waits", waits);
  }

  private Node buttons(Planned planned, Remedy remedy) {
    HBox buttons = new HBox(8);
    for (RemedyState state : SAID) {
      buttons
          .getChildren()
          .add(
              Panes.button(
                  "remedies-say-" + state.word(),
                  texts.of("remedies.say." + state.word()),
                  () -> say(planned, remedy, state)));
    }
    return buttons;
  }

  private void say(Planned planned, Remedy remedy, RemedyState state) {
    Optional<String> by = who.who();
    if (by.isEmpty()) {
      return;
    }
    RemedyState before =
        RemedyStanding.last(remedy.id(), "", planned.words())
            .map(RemedyWord::state)
            .orElse(RemedyState.PROPOSED);
    Instant now = around.clock().instant();
    RemedyWord said = new RemedyWord(remedy.id(), "", state, by.get(), who.note(), now);
    Phrase what =
        Phrase.of(
            "remedies.change",
            "remedy",
            remedy.id(),
            "state",
            Phrase.of("remedies.state." + state.word()));
    around
        .desk()
        .change(
            new CaseChange(
                what,
                file -> file.decisions().say(List.of(said)),
                file ->
                    file.decisions()
                        .say(
                            List.of(
                                new RemedyWord(
                                    remedy.id(),
                                    "",
                                    before,
                                    by.get(),
                                    "",
                                    around.clock().instant())))));
  }
}
