package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that only a person knows, each asked once, in the order in which it is asked.
///
/// @param questions one for each field that people can fill
public record Questionnaire(List<Question> questions) {
  static final List<String> FILES = List.of("questions.csv");

  /// The pack whose fields the questions ask.
  private static final String OWNER = "nl";

  /// Topics in Dutch and English.
  private static final Map<String, List<String>> TOPICS =
      Map.ofEntries(
          Map.entry("place", List.of("de plaats", "the place")),
          Map.entry("network", List.of("het netwerk", "the network")),
          Map.entry("upkeep", List.of("beheer", "upkeep")),
          Map.entry("supplier", List.of("de maker", "the maker")),
          Map.entry("access", List.of("toegang van anderen", "access of others")),
          Map.entry("contract", List.of("aanschaf en contract", "purchase and contract")),
          Map.entry("image", List.of("beeld en geluid", "pictures and sound")),
          Map.entry("people", List.of("wie er in beeld komt", "who comes into view")),
          Map.entry("retention", List.of("bewaren", "retention")),
          Map.entry("notice", List.of("kenbaarheid", "notice")),
          Map.entry("dpia", List.of("DPIA", "DPIA")),
          Map.entry("sharing", List.of("delen en vastleggen", "sharing and logging")),
          Map.entry("pack", List.of("het pakket", "the pack")),
          Map.entry("faces", List.of("gezichtsherkenning", "face recognition")));

  public Questionnaire {
    questions = List.copyOf(questions);
  }

  /// Reads the questions and holds them against `pack`. A pack that stands on another one may have
  /// more fields, or fewer: those are asked without a reason, or not at all.
  ///
  /// @throws PackException if a field that people can fill is not asked, or asked twice
  static Questionnaire read(KnowledgeFolder folder, PolicyPack pack) throws PackException {
    boolean isOwn = pack.below().isEmpty() && pack.id().equals(OWNER);
    List<Question> questions = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (Row row :
        new RowReader(folder)
            .read("questions.csv", "field", "topic", "only_if", "why_nl", "why_en")) {
      Optional<Field> known = pack.field(row.required("field")).filter(Questionnaire::isAsked);
      if (known.isEmpty() && !isOwn) {
        continue;
      }
      Field field =
          known.orElseThrow(() -> row.wrong("people cannot fill '" + row.text("field") + "'"));
      if (!asked.add(field.name())) {
        throw row.wrong("'" + field.name() + "' is asked twice");
      }
      questions.add(
          new Question(
              field,
              row.oneOf("topic", List.copyOf(TOPICS.keySet())),
              isOwn ? onlyIf(row, pack) : Optional.empty(),
              row.required("why_nl"),
              row.required("why_en"),
              rules(pack, field)));
    }
    for (Field field : pack.fields()) {
      if (!isAsked(field) || asked.contains(field.name())) {
        continue;
      }
      if (!isOwn) {
        questions.add(
            new Question(
                field,
                "pack",
                Optional.empty(),
                "Pakket " + pack.id() + " vraagt dit.",
                "Pack " + pack.id() + " asks this.",
                rules(pack, field)));
      } else {
        throw new PackException("questions.csv", 0, "nobody asks '" + field.name() + "'");
      }
    }
    return new Questionnaire(questions);
  }

  private static List<String> rules(PolicyPack pack, Field field) {
    return pack.rules().stream()
        .filter(rule -> rule.fields().contains(field.name()))
        .map(Rule::id)
        .toList();
  }

  private static Optional<Question.OnlyIf> onlyIf(Row row, PolicyPack pack) throws PackException {
    Optional<String> text = row.optional("only_if");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.get().split("=", 2);
    boolean isKnown =
        parts.length == 2
            && pack.field(parts[0]).filter(other -> other.accepts(parts[1])).isPresent();
    if (!isKnown) {
      throw row.wrong("'" + text.get() + "' is no answer to another question");
    }
    return Optional.of(new Question.OnlyIf(parts[0], parts[1]));
  }

  private static boolean isAsked(Field field) {
    return field.origin() == Field.Origin.ANSWER || field.origin() == Field.Origin.BOTH;
  }

  /// A topic in Dutch if `locale` is Dutch, else in English.
  public static String topic(String topic, Locale locale) {
    return TOPICS
        .getOrDefault(topic, List.of(topic, topic))
        .get(locale.getLanguage().equals("nl") ? 0 : 1);
  }

  /// The question that fills `field`.
  public Optional<Question> of(String field) {
    return questions.stream().filter(question -> question.field().name().equals(field)).findFirst();
  }
}
