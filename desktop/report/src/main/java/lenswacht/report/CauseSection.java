package lenswacht.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.Finding;
import lenswacht.fingerprint.Confidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// What was found, told by cause: each rule that fired once, with its clause, what would make it
/// acceptable, and the assets that it touches with their evidence.
final class CauseSection {
  /// Assets that stand in one row at most, so that a page can end between them.
  private static final int TOGETHER = 30;

  /// Stands in a sentence where the assets differ; no text of the edition holds it.
  private static final String DIFFERS = "…";

  private static final String NO_BREAK = "\u00a0";

  private final ReportContents contents;
  private final Wording wording;
  private final LevelMark mark;
  private final EvidenceRegister register;

  CauseSection(ReportContents contents, Wording wording, EvidenceRegister register) {
    this.contents = contents;
    this.wording = wording;
    this.mark = new LevelMark(wording);
    this.register = register;
  }

  Chapter section() {
    List<Cause> causes = Cause.of(contents.assessment());
    List<Content> parts = new ArrayList<>();
    if (contents.assessment().assets().isEmpty()) {
      parts.add(wording.paragraph("findings.none"));
    } else if (causes.isEmpty()) {
      parts.add(wording.paragraph("findings.no-rule"));
    } else {
      parts.add(wording.paragraph("findings.legend"));
      parts.add(overview(causes));
      causes.forEach(cause -> parts.add(chapter(cause)));
    }
    return new Chapter("findings", wording.say("findings.title"), Content.several(parts));
  }

  private Content overview(List<Cause> causes) {
    return Tables.table(
        "causes",
        List.of(
            wording.say("findings.rule"),
            wording.say("findings.severity"),
            wording.say("findings.sentence"),
            wording.say("findings.assets")),
        causes.stream()
            .map(
                cause ->
                    List.of(
                        new Content.Link(cause.rule(), anchor(cause)),
                        mark.of(cause.severity()),
                        Content.text(sentence(cause)),
                        Content.text(wording.number(cause.seen().size()))))
            .toList());
  }

  private static String anchor(Cause cause) {
    return "rule-" + cause.rule();
  }

  private Content chapter(Cause cause) {
    Finding example = cause.example();
    List<Content> parts = new ArrayList<>();
    parts.add(
        new Content.Heading(3, cause.rule() + ". " + sentence(cause), Optional.of(anchor(cause))));
    parts.add(
        Content.paragraph(
            Content.Role.LINE,
            mark.of(cause.severity()),
            Content.text(
                " · "
                    + example.axes().stream()
                        .map(axis -> wording.say("axis", axis))
                        .collect(Collectors.joining(", "))
                    + " · "
                    + wording.say("findings.clause")
                    + ": "
                    + clauses(cause))));
    parts.add(
        line(filled(cause, example.acceptableIf()) + " " + basis(cause) + " " + confidence(cause)));
    parts.add(assets(cause));
    return Content.group(parts);
  }

  /// What the cause rests on: evidence from the network, what people answered, or knowledge alone.
  private String basis(Cause cause) {
    boolean seenOnNetwork =
        cause.seen().stream().anyMatch(seen -> !seen.finding().evidence().isEmpty());
    String questions =
        cause.seen().stream()
            .flatMap(seen -> seen.finding().answers().stream())
            .distinct()
            .sorted()
            .map(field -> wording.sentence("field." + field, Map.of()))
            .collect(Collectors.joining(" "));
    if (questions.isEmpty()) {
      return wording.say(seenOnNetwork ? "findings.on-evidence" : "findings.on-knowledge");
    }
    return wording.say(seenOnNetwork ? "findings.on-both" : "findings.on-answers", questions);
  }

  /// How sure it is what the assets are, as far as the cause rests on that.
  private String confidence(Cause cause) {
    Map<Confidence, Long> sure = new EnumMap<>(Confidence.class);
    cause.seen().stream()
        .map(seen -> seen.asset().identification().confidence())
        .forEach(confidence -> sure.merge(confidence, 1L, Long::sum));
    return wording.say(
        "findings.confidence",
        sure.entrySet().stream()
            .map(
                one ->
                    sure.size() == 1
                        ? wording.say("confidence", one.getKey())
                        : wording.number(one.getValue())
                            + " × "
                            + wording.say("confidence", one.getKey()))
            .collect(Collectors.joining(", ")));
  }

  private static String clauses(Cause cause) {
    return cause.seen().stream()
        .map(seen -> seen.finding().clause())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  String sentence(Cause cause) {
    return filled(cause, cause.example().text());
  }

  /// What would make it acceptable.
  String acceptable(Cause cause) {
    return filled(cause, cause.example().acceptableIf());
  }

  /// The sentence with what all its assets share, and a mark where they differ.
  private String filled(Cause cause, String key) {
    Map<String, String> parameters = new TreeMap<>(cause.example().parameters());
    differing(cause).forEach(name -> parameters.put(name, DIFFERS));
    own(cause).forEach(name -> parameters.put(name, wording.say("findings.listed")));
    return wording.sentence(key, parameters);
  }

  /// Names of the parameters that say of several assets no more than their own address.
  private static List<String> own(Cause cause) {
    return cause.seen().size() < 2
        ? List.of()
        : cause.example().parameters().keySet().stream()
            .filter(
                name ->
                    cause.seen().stream()
                        .allMatch(
                            seen ->
                                value(seen, name)
                                    .filter(seen.asset().address()::equals)
                                    .isPresent()))
            .toList();
  }

  /// Names of the parameters of the cause's sentence in which its assets differ, in the order of
  /// the sentence.
  private List<String> differing(Cause cause) {
    Map<Integer, String> placed = new TreeMap<>();
    List<String> own = own(cause);
    cause.seen().stream()
        .flatMap(seen -> seen.finding().parameters().keySet().stream())
        .distinct()
        .filter(name -> !own.contains(name))
        .filter(name -> values(cause, name).distinct().limit(2).count() > 1)
        .forEach(
            name -> {
              String sentence = wording.sentence(cause.example().text(), Map.of(name, DIFFERS));
              if (sentence.contains(DIFFERS)) {
                placed.put(sentence.indexOf(DIFFERS), name);
              }
            });
    return List.copyOf(placed.values());
  }

  private static Stream<Optional<String>> values(Cause cause, String name) {
    return cause.seen().stream().map(seen -> value(seen, name));
  }

  private static Optional<String> value(Cause.Seen seen, String name) {
    return Optional.ofNullable(seen.finding().parameters().get(name));
  }

  private Content assets(Cause cause) {
    List<String> differing = differing(cause);
    if (!differing.isEmpty()) {
      return byValues(cause, differing);
    }
    int all = contents.assessment().assets().size();
    String count =
        cause.seen().size() == all
            ? wording.say("findings.all", wording.number(all))
            : wording.say(
                "findings.count", wording.number(cause.seen().size()), wording.number(all));
    Predicate<Cause.Seen> isKnowledge = seen -> seen.finding().evidence().isEmpty();
    if (cause.seen().stream().allMatch(isKnowledge) && cause.seen().size() == all) {
      return Content.paragraph(count);
    }
    List<Content> words = new ArrayList<>();
    words.add(Content.text(count + " "));
    words.addAll(told(cause.seen()));
    return Content.paragraph(Content.Role.NAMES, words.toArray(Content[]::new));
  }

  /// A row for each set of values in which the assets differ.
  private Content byValues(Cause cause, List<String> differing) {
    Map<List<String>, List<Cause.Seen>> groups = new LinkedHashMap<>();
    for (Cause.Seen seen : cause.seen()) {
      List<String> values =
          differing.stream()
              .map(name -> value(seen, name).orElse(wording.say("not-determined")))
              .toList();
      groups.computeIfAbsent(values, first -> new ArrayList<>()).add(seen);
    }
    List<List<Content>> rows = new ArrayList<>();
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
        .forEach(
            group ->
                lists(group.getValue())
                    .forEach(
                        list ->
                            rows.add(
                                Stream.concat(
                                        group.getKey().stream().map(Content::text), Stream.of(list))
                                    .toList())));
    List<String> headings = new ArrayList<>();
    differing.forEach(name -> headings.add(wording.sayOr("parameter." + name, name)));
    headings.add(wording.say("findings.assets-evidence"));
    return Tables.table("values" + Math.min(differing.size(), 3), headings, rows);
  }

  /// The assets with their evidence, some of them in each part.
  private List<Content> lists(List<Cause.Seen> seen) {
    List<Content> lists = new ArrayList<>();
    for (int from = 0; from < seen.size(); from += TOGETHER) {
      lists.add(Content.several(told(seen.subList(from, Math.min(seen.size(), from + TOGETHER)))));
    }
    return lists;
  }

  /// The assets with their evidence, one after the other.
  private List<Content> told(List<Cause.Seen> seen) {
    List<Content> words = new ArrayList<>();
    for (Cause.Seen one : seen) {
      words.add(Content.text((words.isEmpty() ? "" : "; ") + told(one)));
    }
    return words;
  }

  private static Content line(String text) {
    return Content.paragraph(Content.Role.LINE, Content.text(text));
  }

  private String told(Cause.Seen seen) {
    List<EvidenceId> evidence = seen.finding().evidence();
    return evidence.isEmpty()
        ? seen.asset().address()
        : seen.asset().address()
            + NO_BREAK
            + "("
            + register.references(evidence).replace(" ", NO_BREAK)
            + ")";
  }
}
