package lenswacht.casefile;

import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one subject, in Dutch and English, by key.
public final class Wordbook {
  private final ResourceBundle words;

  /// @param name of the resource, for instance `lenswacht.casefile.custody`
  public Wordbook(String name, Locale language) {
    this.words = ResourceBundle.getBundle(name, language);
  }

  /// The text with this key, `{0}`, `{1}` ... replaced by `parameters`.
  public String say(String key, Object... parameters) {
    String text = words.getString(key);
    StringBuilder said = new StringBuilder(text.length() + 40);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      said.append(text, from, open);
      said.append(parameters[Integer.parseInt(text.substring(open + 1, close))]);
      from = close + 1;
    }
    return said.append(text.substring(from)).toString();
  }

  /// The text with this key, or `otherwise` where there is none.
  public String sayOr(String key, String otherwise) {
    return words.containsKey(key) ? say(key) : otherwise;
  }
}
