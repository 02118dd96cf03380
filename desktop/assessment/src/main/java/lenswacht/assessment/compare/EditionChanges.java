package lenswacht.assessment.compare;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import lenswacht.assessment.compare.Change.Cause;
import lenswacht.assessment.compare.Change.What;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.Remedy;

/// What two editions say differently, whatever site they are held against.
public final class EditionChanges {
  /// The files of an edition that say what is known, rather than what is asked.
  private static final Set<String> KNOWLEDGE =
      Set.of("makers.csv", "owners.csv", "jurisdictions.csv", "listings.csv", "advisories.csv");

  private static final int LONGEST = 300;

  private final List<Change> changes = new ArrayList<>();

  private EditionChanges() {}

  /// The rules of one folder with the knowledge of another, to tell the two apart.
  ///
  /// @throws PackException if they do not fit together
  public static Edition mixed(KnowledgeFolder rules, KnowledgeFolder knowledge, PackChoice pack)
      throws PackException {
    return Edition.read(file -> (KNOWLEDGE.contains(file) ? knowledge : rules).read(file), pack);
  }

  /// Everything that differs.
  public static List<Change> of(Edition before, Edition after) {
    EditionChanges all = new EditionChanges();
    Map<String, Object> first = new LinkedHashMap<>();
    Map<String, Object> second = new LinkedHashMap<>();
    rules(before, first);
    rules(after, second);
    all.compare(Cause.RULES, first, second);
    first.clear();
    second.clear();
    knowledge(before, first);
    knowledge(after, second);
    all.compare(Cause.KNOWLEDGE, first, second);
    return List.copyOf(all.changes);
  }

  private static void rules(Edition edition, Map<String, Object> parts) {
    edition.pack().fields().forEach(field -> parts.put("field " + field.name(), field));
    edition.pack().factors().forEach(factor -> parts.put("factor " + factor.id(), factor));
    edition.pack().tables().forEach(table -> parts.put("table " + table.id(), table));
    edition.pack().rules().forEach(rule -> parts.put("rule " + rule.id(), rule));
    edition.pack().controls().forEach(control -> parts.put("control " + control.id(), control));
    for (Remedy remedy : edition.remedies().all()) {
      parts.put("remedy " + remedy.id(), remedy);
    }
    edition.remedies().hard().forEach(rule -> parts.put("must be silenced: " + rule, rule));
  }

  private static void knowledge(Edition edition, Map<String, Object> parts) {
    edition
        .makers()
        .makers()
        .forEach(
            maker -> {
              parts.put("maker " + maker.name(), maker);
              edition
                  .makers()
                  .listings(maker.name())
                  .forEach(
                      listing ->
                          parts.put(
                              "listing "
                                  + listing.maker()
                                  + ", "
                                  + listing.state()
                                  + ", "
                                  + listing.instrument(),
                              listing));
            });
    edition
        .makers()
        .jurisdictions()
        .forEach(said -> parts.put("state " + said.state() + " " + said.criterion(), said));
    edition
        .advisories()
        .all()
        .forEach(
            advisory ->
                parts.merge(
                    "advisory " + advisory.cve() + " on " + advisory.maker(),
                    List.of(advisory),
                    EditionChanges::joined));
  }

  private static Object joined(Object one, Object other) {
    List<Object> both = new ArrayList<>((List<?>) one);
    both.addAll((List<?>) other);
    return List.copyOf(both);
  }

  private void compare(Cause cause, Map<String, Object> before, Map<String, Object> after) {
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String part : all) {
      Object first = before.get(part);
      Object second = after.get(part);
      if (first == null || second == null) {
        What what = first == null ? What.APPEARED : What.GONE;
        changes.add(new Change(cause, part, what, "", ""));
      } else if (!first.equals(second)) {
        changes.add(
            new Change(
                cause, part, What.CHANGED, differing(first, second), differing(second, first)));
      }
    }
  }

  /// The components of a record that differ from another, as `name=value`.
  private static String differing(Object part, Object other) {
    List<String> differing = new ArrayList<>();
    if (part instanceof Record && part.getClass() == other.getClass()) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        try {
          Object value = component.getAccessor().invoke(part);
          if (!Objects.equals(value, component.getAccessor().invoke(other))) {
            differing.add(component.getName() + "=" + value);
          }
        } catch (ReflectiveOperationException impossible) {
          throw new IllegalStateException("a record hides its component", impossible);
        }
      }
    }
    return brief(differing.isEmpty() ? part.toString() : String.join("; ", differing));
  }

  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
