package lenswacht.console.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Rating;
import lenswacht.assessment.StatedFacts;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.judgement.RuleTrace;
import lenswacht.console.look.LevelWords;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.knowledge.PolicyPack;

/// What the rules say of a system: both levels with the rules that decided, each with its clause,
/// the verdict of each control, and which cameras feed it.
final class SystemTale {
  private final Texts texts;
  private final PolicyPack pack;

  SystemTale(Surroundings around) {
    this.texts = around.texts();
    this.pack = around.knowledge().get().pack();
  }

  Node of(Registered.One one) {
    VBox card =
        Panes.card(
            Panes.label(texts.of("register.judged", "name", one.name()), "layer-title"),
            Panes.paragraph(texts.of(feeds(one))),
            Panes.paragraph(
                texts.of("register.said-by", "by", one.kept().by(), "at", one.kept().at()),
                "muted"));
    card.setId("register-judged");
    Optional<StatedFacts> rated = one.rated().rated();
    if (rated.isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts.of("register.not-rated")));
    } else {
      axis("axis.espionage", rated.get().espionage(), card);
      axis("axis.privacy", rated.get().privacy(), card);
    }
    card.getChildren().add(Panes.label(texts.of("register.controls"), "strong"));
    one.rated()
        .controls()
        .forEach(
            (control, verdict) ->
                card.getChildren()
                    .add(
                        Panes.paragraph(
                            texts.of(
                                "register.control",
                                "control",
                                title(control),
                                "verdict",
                                Phrase.of(
                                    "verdict."
                                        + verdict
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))))));
    return card;
  }

  private static Phrase feeds(Registered.One one) {
    List<String> assets = one.kept().system().assets();
    return assets.isEmpty()
        ? Phrase.of("register.fed-by-nobody")
        : Phrase.of("register.fed-by", "assets", String.join(", ", assets));
  }

  private void axis(String key, Rating rating, VBox card) {
    card.getChildren()
        .add(
            Panes.label(
                texts.of(
                    new Phrase.Joined(
                        List.of(Phrase.of(key), LevelWords.spoken(rating.level())), ": ")),
                "strong"));
    RuleTrace trace = new RuleTrace(pack, rating);
    for (RuleTrace.Decided decided : trace.decided()) {
      card.getChildren()
          .add(
              Panes.paragraph(
                  texts.of("judgement.rule", "rule", decided.id(), "clause", decided.clause())));
      card.getChildren().add(Panes.paragraph(texts.of(decided.acceptable()), "muted"));
    }
    trace.steps().forEach(step -> card.getChildren().add(Panes.paragraph(texts.of(step), "muted")));
  }

  private Phrase title(String control) {
    return pack.controls().stream()
        .filter(one -> one.id().equals(control))
        .findFirst()
        .<Phrase>map(
            one -> {
              Function<Language, String> say =
                  language ->
                      one.id()
                          + "  "
                          + pack.sentence(one.titleKey(), language.locale(), Map.of())
                          + " ("
                          + one.basis().clause()
                          + ")";
              return new Phrase.Both(say.apply(Language.NL), say.apply(Language.EN));
            })
        .orElse(Phrase.verbatim(control));
  }
}
