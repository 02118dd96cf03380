package lenswacht.console.camera;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lenswacht.console.desk.Explained;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Conclusion;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Explanation.Chain;
import lenswacht.fingerprint.Explanation.Sign;
import lenswacht.fingerprint.Passages;
import lenswacht.fingerprint.Passages.Passage;
import lenswacht.observation.Evidence;
import lenswacht.observation.Observable;

/// The evidence of one asset: for each conclusion the signs for and against it, each with the text
/// that was read and the bytes that it stands in. The part that decided is bold, underlined and set
/// between marks; a screen reader is told where it begins and ends.
final class ExplanationView {
  private static final int MOST_SIGNS = 4;

  private final VBox root = new VBox(8);
  private final Texts texts;

  ExplanationView(ExplanationViewModel model, Texts texts) {
    this.texts = texts;
    model.explainedProperty().addListener((property, before, now) -> show(now));
    show(model.explainedProperty().get());
  }

  VBox root() {
    return root;
  }

  private void show(Optional<Explained> explained) {
    List<Node> cards = new ArrayList<>();
    if (explained.isEmpty()) {
      cards.add(Panes.paragraph(texts.of("detail.looking-up"), "muted"));
    } else {
      Passages passages = new Passages();
      for (Chain chain : explained.get().explanation().chains()) {
        cards.add(card(chain, passages, explained.get()));
      }
      if (cards.isEmpty()) {
        cards.add(Panes.paragraph(texts.of("detail.no-evidence"), "muted"));
      }
    }
    root.getChildren().setAll(cards);
  }

  private Node card(Chain chain, Passages passages, Explained explained) {
    Conclusion conclusion = chain.conclusion();
    Phrase says =
        Phrase.of(
            "detail.claim",
            "attribute",
            Words.of(conclusion.attribute()),
            "value",
            Words.value(conclusion.supporting().getFirst()),
            "confidence",
            Words.of(conclusion.confidence()));
    VBox card = Panes.card(Panes.paragraph(texts.of(says), "claim-title"));
    card.getStyleClass().add("claim");
    List<Sign> supporting = chain.supporting();
    supporting.stream()
        .limit(MOST_SIGNS)
        .forEach(
            sign -> card.getChildren().add(sign("detail.sign.for", sign, passages, explained)));
    if (supporting.size() > MOST_SIGNS) {
      Phrase more = Phrase.counted("detail.sign.more", supporting.size() - MOST_SIGNS);
      card.getChildren().add(Panes.paragraph(texts.of(more), "muted", "small"));
    }
    weightiest(chain.opposing())
        .forEach(
            sign -> card.getChildren().add(sign("detail.sign.against", sign, passages, explained)));
    return card;
  }

  /// Everything that is more than a hint, and of the hints the strongest for each value.
  private static List<Sign> weightiest(List<Sign> signs) {
    Set<String> hinted = new HashSet<>();
    return signs.stream()
        .filter(
            sign ->
                sign.claim().confidence() != Confidence.HINT || hinted.add(sign.claim().value()))
        .toList();
  }

  private Node sign(String key, Sign sign, Passages passages, Explained explained) {
    Claim claim = sign.claim();
    Phrase says =
        Phrase.of(
            key,
            "value",
            Words.value(claim),
            "confidence",
            Words.of(claim.confidence()),
            "sign",
            Words.of(claim.trust()),
            "observable",
            read(claim));
    VBox box = new VBox(3, Panes.paragraph(texts.of(says)), marked(passages.read(sign)));
    box.getStyleClass().add(key.endsWith(".for") ? "sign-for" : "sign-against");
    Optional<Evidence> evidence = Optional.ofNullable(explained.evidence().get(claim.evidence()));
    evidence.ifPresent(kept -> box.getChildren().addAll(bytes(sign, passages, kept)));
    if (evidence.isEmpty()) {
      box.getChildren()
          .add(small(Phrase.of("detail.bytes.absent", "id", claim.evidence().brief())));
    }
    sign.knowledge()
        .ifPresent(
            known ->
                box.getChildren()
                    .add(
                        small(
                            Phrase.of(
                                "detail.knowledge",
                                "id",
                                claim.fingerprint(),
                                "pattern",
                                known.pattern(),
                                "source",
                                known.source(),
                                "date",
                                known.dated()))));
    return box;
  }

  private List<Node> bytes(Sign sign, Passages passages, Evidence evidence) {
    Optional<Passage> found = passages.bytes(sign, evidence);
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        small(
            Phrase.of(
                "detail.bytes.where",
                "id",
                evidence.id().brief(),
                "question",
                evidence.question(),
                "service",
                evidence.service(),
                "at",
                evidence.at())));
    found.ifPresent(
        passage -> {
          nodes.add(
              small(
                  Phrase.of(
                      "detail.bytes.range",
                      "from",
                      passage.from(),
                      "to",
                      passage.to(),
                      "length",
                      passage.length())));
          nodes.add(marked(passage));
        });
    return nodes;
  }

  private Label small(Phrase phrase) {
    return Panes.paragraph(texts.of(phrase), "muted", "small");
  }

  /// A passage with its decisive part set apart by weight, line and marks, not by colour alone.
  private Node marked(Passage passage) {
    Text before = new Text(passage.before());
    Text decisive = new Text("\u00bb" + passage.decisive() + "\u00ab");
    decisive.getStyleClass().add("decisive");
    decisive.setUnderline(true);
    Text after = new Text(passage.after());
    TextFlow flow = new TextFlow(before, decisive, after);
    flow.getStyleClass().add("seen");
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setFocusTraversable(true);
    flow.accessibleTextProperty()
        .bind(
            texts.of(
                Phrase.of(
                    "detail.decisive",
                    "before",
                    passage.before(),
                    "decisive",
                    passage.decisive(),
                    "after",
                    passage.after())));
    return flow;
  }

  /// What a claim was read from.
  private static Phrase read(Claim claim) {
    return claim.fingerprint().equals(Claim.FROM_CHANNEL)
        ? Phrase.of("detail.claim.channel")
        : Phrase.verbatim(claim.observable().map(ExplanationView::words).orElse("MAC"));
  }

  /// A name of the trade, such as `SADP firmware`: the protocol in capitals, the field not.
  private static String words(Observable observable) {
    String[] parts = observable.name().split("_", 2);
    return parts.length == 1
        ? parts[0]
        : parts[0] + " " + parts[1].toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
