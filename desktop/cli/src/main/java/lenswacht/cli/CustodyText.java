package lenswacht.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyTale;
import lenswacht.casefile.Retention;
import lenswacht.casefile.Wordbook;

/// A custody log in words.
final class CustodyText {
  private static final int KEY_MARK = 16;

  private final Wordbook words;
  private final CustodyTale tale;

  CustodyText(Locale language) {
    this.words = new Wordbook("lenswacht.cli.custody", language);
    this.tale = new CustodyTale(language);
  }

  String of(List<CustodyAct> acts, List<String> consoles, Optional<Retention> retention) {
    StringBuilder text = new StringBuilder();
    if (acts.isEmpty()) {
      line(text, "none");
    }
    for (int i = 0; i < acts.size(); i++) {
      CustodyAct act = acts.get(i);
      line(text, "line", act.number(), act.at(), tale.act(act.kind()), tale.what(act));
      line(text, "by", act.by(), consoles.get(i).substring(0, KEY_MARK));
      if (!act.sha256().isEmpty()) {
        line(text, "hash", act.sha256());
      }
      String note = tale.note(act);
      if (!note.isEmpty()) {
        line(text, "note", note);
      }
    }
    retention.ifPresentOrElse(
        kept -> line(text, "retention", kept.until(), kept.ground()),
        () -> line(text, "retention.none"));
    return text.toString();
  }

  private void line(StringBuilder text, String key, Object... parameters) {
    text.append(words.say(key, parameters).stripTrailing()).append(System.lineSeparator());
  }
}
