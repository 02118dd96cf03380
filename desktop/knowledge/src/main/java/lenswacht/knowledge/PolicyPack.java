package lenswacht.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A versioned set of rules, factors, decision tables and controls, with their texts. Read from
/// rows; checked as a whole before anyone can use it.
public final class PolicyPack {
  /// The tables that the model looks up.
  public static final List<String> TABLES = List.of("T_A", "T_B", "T_M", "T_I", "T_S", "RISK");

  static final String EXTENDS = "extends";

  private final Map<String, String> heading;
  private final Map<String, Field> fields;
  private final Map<String, Factor> factors;
  private final Map<String, DecisionTable> tables;
  private final Map<String, Source> sources;
  private final Map<String, Rule> rules;
  private final Map<String, Control> controls;
  private final Map<String, Set<String>> lists;
  private final Phrases phrases;
  private final SealedFiles files;
  private final Optional<PolicyPack> below;
  private final Map<String, List<String>> asked;

  PolicyPack(PackParts parts, Phrases phrases, SealedFiles files, Optional<PolicyPack> below) {
    this.heading = Map.copyOf(parts.heading);
    this.fields = inOrder(parts.fields);
    this.factors = inOrder(parts.factors);
    this.tables = inOrder(parts.tables);
    this.sources = inOrder(parts.sources);
    this.rules = inOrder(parts.rules);
    this.controls = inOrder(parts.controls);
    this.lists = inOrder(parts.lists);
    this.phrases = phrases;
    this.files = files;
    this.below = below;
    this.asked =
        this.rules.values().stream().collect(Collectors.toUnmodifiableMap(Rule::id, Rule::fields));
  }

  /// Names of the fields that a rule of this pack looks at, in order, without repeats.
  public List<String> asked(Rule rule) {
    return asked.getOrDefault(rule.id(), List.of());
  }

  private static <T> Map<String, T> inOrder(Map<String, T> parts) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /// Reads and checks a pack.
  ///
  /// @param folder where the edition lies
  /// @param name folder of the pack in it, for example `pack-nl`
  /// @throws PackException if a file is missing or says something that cannot be so
  public static PolicyPack read(KnowledgeFolder folder, String name) throws PackException {
    return new PackReader(folder, name).read();
  }

  /// Short name, for example `nl`.
  public String id() {
    return headed("id");
  }

  /// Version of the pack.
  public String version() {
    return headed("version");
  }

  /// Day of the pack, ISO 8601.
  public String date() {
    return headed("date");
  }

  /// `draft`, `reviewed` or `binding`: what the pack says of itself.
  public String status() {
    return headed("status");
  }

  /// The pack whose fields, tables and rules it rates with; empty where it is whole.
  public Optional<PolicyPack> below() {
    return below;
  }

  /// SHA-256 over the hashes and names of its files, 64 hex digits; those of the pack below are not
  /// among them.
  public String hash() {
    return files.hash();
  }

  /// The signature beside its files, which holds; empty where nobody signed.
  public Optional<Seal> seal() {
    return files.seal();
  }

  /// Names of the files that a pack like this one is read from.
  public List<String> files() {
    return below.isPresent() ? PackReader.EXTENDING : PackReader.FILES;
  }

  /// The bytes of each of its files, as they lie in an edition.
  ///
  /// @throws PackException if the edition has no such pack
  public Map<String, byte[]> bytes(KnowledgeFolder edition) throws PackException {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    for (String file : files()) {
      bytes.put(file, edition.read(PackReader.folderOf(id()) + "/" + file));
    }
    return bytes;
  }

  /// The names of the lists of makers that the pack holds.
  public Set<String> lists() {
    return lists.keySet();
  }

  /// The makers that a list of the pack names.
  public Set<String> named(String list) {
    return Collections.unmodifiableSet(lists.getOrDefault(list, Set.of()));
  }

  private String headed(String key) {
    return heading.getOrDefault(key, "");
  }

  /// Every field in the order of its file.
  public Collection<Field> fields() {
    return fields.values();
  }

  /// The field with this name.
  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// Every factor in the order of its file.
  public Collection<Factor> factors() {
    return factors.values();
  }

  /// The factor with this id.
  ///
  /// @throws IllegalArgumentException if the pack has no such factor
  public Factor factor(String id) {
    return known(factors, id);
  }

  /// Every table in the order of its file.
  public Collection<DecisionTable> tables() {
    return tables.values();
  }

  /// The table with this id; every id of [#TABLES] is there.
  ///
  /// @throws IllegalArgumentException if the pack has no such table
  public DecisionTable table(String id) {
    return known(tables, id);
  }

  /// Every rule in the order of its file.
  public Collection<Rule> rules() {
    return rules.values();
  }

  /// The rule with this id.
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /// Every control in the order of its file.
  public Collection<Control> controls() {
    return controls.values();
  }

  /// The control with this id.
  public Optional<Control> control(String id) {
    return Optional.ofNullable(controls.get(id));
  }

  /// Every text that the pack rests on.
  public Collection<Source> sources() {
    return sources.values();
  }

  /// Names of the fields that some rule looks at.
  public Set<String> inputs() {
    return rules.values().stream()
        .flatMap(rule -> rule.fields().stream())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /// A sentence of the pack with its placeholders filled.
  ///
  /// @throws IllegalArgumentException if there is no such key
  public String sentence(String key, Locale locale, Map<String, String> parameters) {
    return phrases.sentence(key, locale, parameters);
  }

  /// The pack's name.
  public String title(Locale locale) {
    return sentence("pack.title", locale, Map.of());
  }

  /// Keys of all sentences.
  public Set<String> sentenceKeys() {
    return phrases.keys();
  }

  private static <T> T known(Map<String, T> map, String id) {
    T part = map.get(id);
    if (part == null) {
      throw new IllegalArgumentException("the pack has no '" + id + "'");
    }
    return part;
  }
}
