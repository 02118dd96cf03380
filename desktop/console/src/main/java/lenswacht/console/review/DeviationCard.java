package lenswacht.console.review;

import javafx.scene.Node;
import lenswacht.assessment.review.Deviation;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;

/// A deviation with everything that it needs, beside what it deviates from.
final class DeviationCard {
  private DeviationCard() {}

  static Node of(Surroundings around, Deviation deviation) {
    ReviewPhrases phrases = new ReviewPhrases(around.knowledge().get().pack());
    return Panes.card(
        Panes.label(around.texts().of("review.deviation"), "strong"),
        Panes.paragraph(
            around
                .texts()
                .of(
                    "review.deviation.told",
                    "conclusion",
                    phrases.conclusion(deviation.instead()),
                    "until",
                    deviation.until(),
                    "owner",
                    deviation.owner(),
                    "source",
                    deviation.source())),
        Panes.paragraph(
            around.texts().of("review.deviation.reason", "reason", deviation.reason())));
  }
}
