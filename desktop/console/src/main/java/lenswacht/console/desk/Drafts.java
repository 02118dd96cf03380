package lenswacht.console.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/// What people have half filled in, kept at once for the case that it is about. Used by the
/// screen's thread alone; only the file is written behind it.
public final class Drafts {
  private final DraftShelf shelf;
  private final CaseDesk desk;
  private final Executor behind;
  private final Map<String, Map<String, String>> known = new HashMap<>();

  /// Drafts for the case on `desk`.
  ///
  /// @param behind writes the file
  public Drafts(DraftShelf shelf, CaseDesk desk, Executor behind) {
    this.shelf = shelf;
    this.desk = desk;
    this.behind = behind;
  }

  /// What was half filled in; empty where nothing was.
  public String get(String form, String field) {
    return drafts().getOrDefault(name(form, field), "");
  }

  /// Keeps what is half filled in.
  public void put(String form, String field, String text) {
    String before =
        text.isBlank() ? drafts().remove(name(form, field)) : put(name(form, field), text);
    if (!text.equals(before == null ? "" : before)) {
      write();
    }
  }

  private String put(String name, String text) {
    String before = drafts().put(name, text);
    return before == null ? "" : before;
  }

  /// Forgets a form: it was sent, or thrown away.
  public void forget(String form) {
    if (drafts().keySet().removeIf(name -> name.startsWith(form + "/"))) {
      write();
    }
  }

  private static String name(String form, String field) {
    return form + "/" + field;
  }

  private String about() {
    return desk.openedProperty()
        .get()
        .map(opened -> opened.path().toAbsolutePath().normalize().toString())
        .orElse("");
  }

  private Map<String, String> drafts() {
    return known.computeIfAbsent(about(), about -> new TreeMap<>(shelf.read(about)));
  }

  private void write() {
    String about = about();
    Map<String, String> now = Map.copyOf(drafts());
    behind.execute(() -> shelf.write(about, now));
  }
}
