package lenswacht.console.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.casefile.ContentAudit;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyTale;
import lenswacht.casefile.Retention;
import lenswacht.console.look.Panes;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The custody log of the case and whether what people said and decided is as it was written; until
/// when the case is kept.
public final class CustodyView {
  private static final int MOST_NAMED = 20;

  private final Texts texts;
  private final ContentAudit content;

  public CustodyView(Texts texts, ContentAudit content) {
    this.texts = texts;
    this.content = content;
  }

  /// The card, with the table below it.
  public Node root() {
    VBox card = Panes.card(Panes.label(texts.of("custody.title"), "layer-title"));
    card.setId("evidence-custody");
    for (Phrase said : said()) {
      card.getChildren()
          .add(Panes.paragraph(texts.of(said), content.isWhole() ? "plain" : "contradiction"));
    }
    card.getChildren().add(Panes.paragraph(texts.of(retention())));
    PhraseTable<CustodyAct> table =
        new PhraseTable<CustodyAct>(texts, "evidence-acts", "custody.title", "custody.empty")
            .column("evidence.column.number", 50, act -> Phrase.from(act.number()))
            .column("custody.column.at", 130, act -> Phrase.from(act.at()))
            .column(
                "custody.column.clock", 110, act -> Phrase.of("custody.clock." + word(act.clock())))
            .column("custody.column.act", 150, act -> told(tale -> tale.act(act.kind())))
            .column("custody.column.what", 180, act -> told(tale -> tale.what(act)))
            .column("custody.column.by", 110, act -> Phrase.verbatim(act.by()))
            .column("custody.column.note", 300, act -> told(tale -> tale.note(act)))
            .column("evidence.column.hash", 300, act -> Phrase.verbatim(act.sha256()));
    table.show(content.log());
    table.view().setPrefHeight(220);
    table.view().setMinHeight(120);
    return new VBox(6, card, table.view());
  }

  private static Phrase told(Function<CustodyTale, String> telling) {
    return new Phrase.Both(
        telling.apply(new CustodyTale(Language.NL.locale())),
        telling.apply(new CustodyTale(Language.EN.locale())));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<Phrase> said() {
    List<Phrase> said = new ArrayList<>();
    if (content.isWhole()) {
      said.add(Phrase.of("custody.whole", "rows", content.rows()));
      said.add(
          content.acts() == 0
              ? Phrase.of("custody.unsigned-yet")
              : Phrase.of("custody.signed", "acts", content.acts()));
    }
    content.faults().stream()
        .limit(MOST_NAMED)
        .forEach(
            fault ->
                said.add(Phrase.of("custody.fault." + word(fault.kind()), "where", fault.where())));
    if (content.acts() > 0 && !content.unsigned().isEmpty()) {
      said.add(Phrase.of("custody.waiting", "rows", content.unsigned().size()));
    }
    return said;
  }

  private Phrase retention() {
    Optional<Retention> kept = Retention.last(content.log());
    return kept.isEmpty()
        ? Phrase.of("custody.retention.none")
        : Phrase.of("custody.retention", "day", kept.get().until(), "ground", kept.get().ground());
  }
}
