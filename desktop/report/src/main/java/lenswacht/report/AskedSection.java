package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.fingerprint.AssetKind;
import lenswacht.knowledge.Jurisdiction.Criterion;
import lenswacht.knowledge.Truth;
import lenswacht.observation.Coverage;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// The questions that are asked about cameras in government buildings, each with its answer: a
/// count with what is open beside it, or that it is not determined. What nobody looked at is never
/// answered with no.
final class AskedSection {
  private static final String FACES = "E_BIO";
  private static final int GOOD_ENOUGH = 3;

  private final ReportContents contents;
  private final Wording wording;
  private final List<RatedAsset> assets;

  AskedSection(ReportContents contents, Wording wording) {
    this.contents = contents;
    this.wording = wording;
    this.assets = contents.assessment().assets();
  }

  /// A question with its answer.
  ///
  /// @param brief the answer in a sentence
  /// @param more what else is known of it
  record Asked(String question, String brief, List<String> more) {
    /// The answer where there is room for little: what people said stands with it.
    String inBrief() {
      return brief.endsWith(":")
          ? brief + " " + more.stream().limit(2).collect(Collectors.joining(" "))
          : brief;
    }
  }

  Chapter section() {
    return new Chapter(
        "asked",
        wording.say("asked.title"),
        Content.several(
            wording.paragraph("asked.about"),
            Tables.table(
                "asked",
                List.of(wording.say("asked.question"), wording.say("asked.answer")),
                asked().stream().map(this::row).toList())));
  }

  private List<Content> row(Asked asked) {
    List<Content> lines = new ArrayList<>();
    lines.add(Content.strong(asked.brief()));
    asked.more().forEach(line -> lines.add(Content.text(line)));
    return List.of(Content.text(asked.question()), Tables.lines(lines));
  }

  /// All of them, in the order in which they were put.
  List<Asked> asked() {
    return List.of(
        howMany(),
        where(),
        anonymity(),
        demands(),
        watching(),
        makers(),
        upkeep(),
        apart(),
        faces());
  }

  private Asked howMany() {
    Map<AssetKind, Long> kinds =
        assets.stream()
            .collect(
                Collectors.groupingBy(
                    asset -> asset.identification().identity().kind(),
                    () -> new java.util.EnumMap<>(AssetKind.class),
                    Collectors.counting()));
    String told =
        kinds.entrySet().stream()
            .map(
                kind ->
                    wording.number(kind.getValue()) + " × " + wording.say("kind", kind.getKey()))
            .collect(Collectors.joining(", "));
    List<String> more = new ArrayList<>();
    if (!told.isEmpty()) {
      more.add(told + ".");
    }
    more.add(wording.say("asked.many.limits"));
    return new Asked(
        wording.say("asked.many"),
        contents.visits().isEmpty() && assets.isEmpty()
            ? wording.say("asked.nobody-looked")
            : wording.say("asked.many.found", wording.number(assets.size())),
        more);
  }

  private Asked where() {
    List<String> more = new ArrayList<>();
    contents.coverage().stream()
        .flatMap(coverage -> coverage.segments().stream())
        .limit(8)
        .map(this::segment)
        .forEach(more::add);
    return new Asked(
        wording.say("asked.where"),
        wording.say(
            contents.coverage().isEmpty() ? "asked.nobody-looked" : "asked.where.ranges",
            wording.number(
                contents.coverage().stream()
                    .mapToLong(coverage -> coverage.segments().size())
                    .sum())),
        more);
  }

  private String segment(Coverage.Segment segment) {
    long there =
        assets.stream()
            .filter(asset -> asset.trace().addresses().stream().anyMatch(segment.range()::contains))
            .count();
    return wording.say("asked.where.segment", segment.range(), wording.number(there));
  }

  private Asked anonymity() {
    List<String> given =
        answered(
            "site.class",
            "scope.sensitive_place",
            "scope.staff_area",
            "view.staff_or_executive_entrance",
            "fr.publicly_accessible");
    return new Asked(
        wording.say("asked.anonymity"),
        wording.say(given.isEmpty() ? "asked.nobody-said" : "asked.people-said"),
        given);
  }

  private Asked demands() {
    List<String> more =
        new ArrayList<>(
            answered(
                "purchase.quickscan",
                "contract.touches_tbb",
                "contract.abro_declaration",
                "contract.exit_and_audit"));
    long met = verdicts(Verdict.SATISFIED);
    long unmet = verdicts(Verdict.NOT_SATISFIED);
    long open = verdicts(Verdict.NOT_DETERMINED);
    more.add(
        0,
        wording.say(
            "asked.demands.controls",
            contents.edition().pack().title(wording.language()),
            wording.number(met),
            wording.number(unmet),
            wording.number(open)));
    return new Asked(
        wording.say("asked.demands"),
        wording.say(more.size() == 1 ? "asked.demands.unknown" : "asked.people-said"),
        more);
  }

  private long verdicts(Verdict verdict) {
    return contents.assessment().controls().values().stream()
        .filter(found -> found == verdict)
        .count();
  }

  private Asked watching() {
    long internet = exposed(ExposureLevel.INTERNET);
    long relay = exposed(ExposureLevel.VENDOR_RELAY);
    long open = exposed(ExposureLevel.NOT_DETERMINED);
    List<String> more = new ArrayList<>();
    more.add(
        wording.say(
            "asked.watching.counts",
            wording.number(internet),
            wording.number(relay),
            wording.number(exposed(ExposureLevel.BUILDING)),
            wording.number(exposed(ExposureLevel.ISOLATED)),
            wording.number(open)));
    more.addAll(
        answered(
            "access.third_party_remote",
            "retention.days",
            "storage.on_internet_connected_system",
            "log.view_export_audit"));
    return new Asked(
        wording.say("asked.watching"),
        brief("asked.watching", internet + relay, open, assets.size()),
        more);
  }

  private long exposed(ExposureLevel level) {
    return count(asset -> asset.exposure().level() == level);
  }

  private Asked makers() {
    long yes = count(asset -> compelled(asset) == Truth.YES);
    long open = count(asset -> compelled(asset) == Truth.NOT_DETERMINED);
    long offensive = count(asset -> meets(asset, Criterion.OFFENSIVE) == Truth.YES);
    return new Asked(
        wording.say("asked.makers"),
        brief("asked.makers", yes, open, assets.size()),
        List.of(wording.say("asked.makers.offensive", wording.number(offensive))));
  }

  private Truth compelled(RatedAsset asset) {
    return meets(asset, Criterion.COMPELLED);
  }

  private Truth meets(RatedAsset asset, Criterion criterion) {
    return asset
        .identification()
        .reliableMaker()
        .map(maker -> contents.edition().makers().meets(maker, criterion))
        .orElse(Truth.NOT_DETERMINED);
  }

  private Asked upkeep() {
    long yes = count(asset -> asset.advisories().stream().anyMatch(AdvisoryAnswer::isConfirmed));
    long open =
        count(
            asset ->
                asset.identification().identity().firmware().isEmpty()
                    || asset.advisories().stream()
                        .anyMatch(answer -> answer.mayCover() && !answer.isConfirmed()));
    return new Asked(
        wording.say("asked.upkeep"), brief("asked.upkeep", yes, open, assets.size()), List.of());
  }

  private Asked apart() {
    Optional<SeparationTale> tale =
        contents.seen().separation().map(matrix -> new SeparationTale(wording));
    List<String> told =
        contents
            .seen()
            .separation()
            .map(matrix -> tale.orElseThrow().answers(matrix))
            .orElse(List.of());
    return new Asked(
        wording.say("asked.apart"),
        told.isEmpty() ? wording.say("asked.apart.no-zones") : told.getFirst(),
        told.stream().skip(1).limit(3).toList());
  }

  private Asked faces() {
    long yes = count(asset -> faces(asset, true));
    long open = count(asset -> !faces(asset, true) && faces(asset, false));
    return new Asked(
        wording.say("asked.faces"), brief("asked.faces", yes, open, assets.size()), List.of());
  }

  /// Whether the pictures are, or may be, good enough to tell faces apart.
  private static boolean faces(RatedAsset asset, boolean isSure) {
    return asset.espionage().factors().stream()
        .filter(factor -> factor.factor().equals(FACES))
        .map(FactorReading::level)
        .anyMatch(level -> (isSure ? level.best() : level.worst()).number() >= GOOD_ENOUGH);
  }

  private String brief(String key, long yes, long open, int all) {
    if (all == 0) {
      return wording.say("asked.nothing-found");
    }
    if (yes == 0 && open == 0) {
      return wording.say("asked.none", wording.number(all));
    }
    String found = wording.say(key + ".yes", wording.number(yes), wording.number(all));
    return open == 0 ? found : found + " " + wording.say("asked.open", wording.number(open));
  }

  private long count(Predicate<RatedAsset> is) {
    return assets.stream().filter(is).count();
  }

  /// What people answered to these questions, for the site as a whole.
  private List<String> answered(String... fields) {
    List<String> lines = new ArrayList<>();
    for (String field : fields) {
      if (contents.edition().pack().field(field).isPresent()) {
        contents
            .said()
            .answers()
            .ofSite(field)
            .ifPresent(
                value ->
                    lines.add(
                        wording.say(
                            "asked.said",
                            wording.sentence("field." + field, Map.of()),
                            wording.answer(field, value))));
      }
    }
    return lines;
  }
}
