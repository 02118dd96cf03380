package lenswacht.console.mandate;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Facts;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.observation.Whereabouts;
import lenswacht.report.HereTale;

/// You are here: where the device stands now, or stood in the visits of the case on the desk.
final class HereCard {
  private HereCard() {}

  /// @param now where it stands, as it says itself
  /// @param before where it stood, as its journals say
  static Node of(Optional<Whereabouts> now, List<Whereabouts> before, Texts texts) {
    VBox card = Panes.card(Panes.label(texts.of("here.title"), "layer-title"));
    card.setId("mandate-here");
    if (now.isPresent()) {
      card.getChildren().add(facts(now.get(), "here-now", texts));
    } else if (before.isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts.of("here.none"), "muted"));
    } else {
      card.getChildren().add(Panes.paragraph(texts.of("here.before"), "muted"));
      for (int i = 0; i < before.size(); i++) {
        card.getChildren().add(facts(before.get(i), "here-before-" + i, texts));
      }
    }
    return card;
  }

  private static Node facts(Whereabouts here, String id, Texts texts) {
    List<HereTale.Line> dutch = new HereTale(Language.NL.locale()).lines(here);
    List<HereTale.Line> english = new HereTale(Language.EN.locale()).lines(here);
    Facts facts = new Facts(texts, id);
    for (int i = 0; i < dutch.size(); i++) {
      facts.add(
          new Phrase.Both(dutch.get(i).name(), english.get(i).name()),
          new Phrase.Both(dutch.get(i).says(), english.get(i).says()));
    }
    return facts.root();
  }
}
