package lenswacht.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.Retention;

/// A custody log in words.
final class CustodyText {
  private static final int KEY_MARK = 16;

  private final ResourceBundle words;

  CustodyText(Locale language) {
    this.words = ResourceBundle.getBundle("lenswacht.cli.custody", language);
  }

  String of(List<CustodyAct> acts, List<String> consoles, Optional<Retention> retention) {
    StringBuilder text = new StringBuilder();
    if (acts.isEmpty()) {
      line(text, "none");
    }
    for (int i = 0; i < acts.size(); i++) {
      CustodyAct act = acts.get(i);
      line(text, "line", act.number(), act.at(), words.getString("act." + act.kind()), act.what());
      line(text, "by", act.by(), consoles.get(i).substring(0, KEY_MARK));
      if (!act.sha256().isEmpty()) {
        line(text, "hash", act.sha256());
      }
      if (!act.note().isEmpty()) {
        line(text, "note", act.note());
      }
    }
    retention.ifPresentOrElse(
        kept -> line(text, "retention", kept.until(), kept.ground()),
        () -> line(text, "retention.none"));
    return text.toString();
  }

  private void line(StringBuilder text, String key, Object... parameters) {
    String line = words.getString(key);
    for (int i = 0; i < parameters.length; i++) {
      line = line.replace("{" + i + "}", String.valueOf(parameters[i]));
    }
    text.append(line.stripTrailing()).append(System.lineSeparator());
  }
}
