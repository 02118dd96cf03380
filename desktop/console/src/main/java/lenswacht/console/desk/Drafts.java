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
  public String get(String about, String form, String field) {
    return drafts(about).getOrDefault(name(form, field), "");
  }

  /// Keeps what is half filled in.
  public void put(String about, String form, String field, String text) {
    Map<String, String> drafts = drafts(about);
    String name = name(form, field);
    String before = text.isBlank() ? drafts.remove(name) : drafts.put(name, text);
    if (!text.equals(before == null ? "" : before)) {
      write(about);
    }
  }

  /// Forgets a form: it was sent, or thrown away.
  public void forget(String about, String form) {
    if (drafts(about).keySet().removeIf(name -> name.startsWith(form + "/"))) {
      write(about);
    }
  }

  private static String name(String form, String field) {
    return form + "/" + field;
  }

  /// What the case on the desk is called here; empty where none is.
  public String about() {
    return desk.openedProperty()
        .get()
        .map(opened -> opened.path().toAbsolutePath().normalize().toString())
        .orElse("");
  }

  private Map<String, String> drafts(String about) {
    return known.computeIfAbsent(about, it -> new TreeMap<>(shelf.read(it)));
  }

  private void write(String about) {
    Map<String, String> now = Map.copyOf(drafts(about));
    behind.execute(() -> shelf.write(about, now));
  }
}
