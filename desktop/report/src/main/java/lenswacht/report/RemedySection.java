package lenswacht.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.remedy.RemedyStanding;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.knowledge.Remedy;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// What to do about it: what somebody said of a remedy, with owner and day, and for every cause
/// that nothing was said about the lightest remedy that takes it away.
final class RemedySection {
  private static final int NAMED = 6;

  private final ReportContents contents;
  private final Wording wording;

  RemedySection(ReportContents contents, Wording wording) {
    this.contents = contents;
    this.wording = wording;
  }

  /// A remedy and how it stands.
  ///
  /// @param takesAway the rules that fired and that it silences
  /// @param addresses the assets that it is for
  /// @param states how far it is, on how many of them
  /// @param word the last word on it
  record Advised(
      Remedy remedy,
      Set<String> takesAway,
      List<String> addresses,
      Map<RemedyState, Long> states,
      Optional<RemedyWord> word) {}

  Chapter section() {
    List<Advised> advised = advised();
    Content body =
        advised.isEmpty()
            ? wording.paragraph("remedies.none")
            : Content.several(
                wording.paragraph("remedies.about"),
                Tables.table(
                    "remedies",
                    List.of(
                        wording.say("remedies.what"),
                        wording.say("remedies.takes-away"),
                        wording.say("remedies.assets"),
                        wording.say("remedies.state"),
                        wording.say("remedies.owner"),
                        wording.say("remedies.due")),
                    advised.stream().map(this::row).toList()));
    return new Chapter("remedies", wording.say("remedies.title"), body);
  }

  private List<Content> row(Advised advised) {
    return Tables.row(
        advised.remedy().id() + " " + advised.remedy().title(wording.language()),
        String.join(" ", advised.takesAway()),
        names(advised.addresses()),
        state(advised),
        owner(advised),
        due(advised));
  }

  String owner(Advised advised) {
    return advised
        .word()
        .map(RemedyWord::owner)
        .filter(owner -> !owner.isBlank())
        .orElse(wording.say("remedies.owner.open"));
  }

  String due(Advised advised) {
    return advised
        .word()
        .flatMap(RemedyWord::due)
        .map(wording::day)
        .orElse(wording.say("remedies.due.open"));
  }

  String state(Advised advised) {
    return advised.states().entrySet().stream()
        .map(
            state ->
                advised.states().size() == 1
                    ? wording.say("remedy.state", state.getKey())
                    : wording.say("remedy.state", state.getKey())
                        + " "
                        + wording.number(state.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String names(List<String> addresses) {
    int all = contents.assessment().assets().size();
    if (addresses.size() == all && all > NAMED) {
      return wording.say("findings.all", wording.number(all));
    }
    String named = addresses.stream().limit(NAMED).collect(Collectors.joining(", "));
    return addresses.size() > NAMED
        ? wording.say("list.more", named, wording.number(addresses.size() - NAMED))
        : named;
  }

  /// The remedies that people spoke of, then those that take away what is left; the gravest cause
  /// first.
  List<Advised> advised() {
    List<RatedAsset> assets = contents.assessment().assets();
    List<Cause> causes = Cause.of(contents.assessment());
    Map<String, Advised> chosen = new LinkedHashMap<>();
    Set<String> spokenOf =
        contents.said().remedies().stream()
            .map(RemedyWord::remedy)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Remedy remedy : contents.edition().remedies().all()) {
      if (spokenOf.contains(remedy.id())) {
        chosen.put(remedy.id(), spoken(remedy, causes, assets));
      }
    }
    Set<String> taken = new LinkedHashSet<>();
    chosen.values().stream()
        .filter(one -> !one.states().containsKey(RemedyState.REFUSED))
        .forEach(one -> taken.addAll(one.takesAway()));
    for (Cause cause : causes) {
      if (!taken.contains(cause.rule())) {
        lightest(cause, chosen.keySet())
            .ifPresent(
                remedy -> {
                  Advised advised = proposed(remedy, causes);
                  chosen.put(remedy.id(), advised);
                  taken.addAll(advised.takesAway());
                });
      }
    }
    return List.copyOf(chosen.values());
  }

  private Optional<Remedy> lightest(Cause cause, Set<String> without) {
    return contents.edition().remedies().all().stream()
        .filter(remedy -> remedy.clears().contains(cause.rule()))
        .filter(remedy -> !without.contains(remedy.id()))
        .min(
            Comparator.comparing(Remedy::affectsPurpose)
                .thenComparing(Remedy::costClass)
                .thenComparing(Remedy::id));
  }

  private static Advised proposed(Remedy remedy, List<Cause> causes) {
    List<String> addresses = touched(remedy, causes);
    return new Advised(
        remedy,
        takesAway(remedy, causes),
        addresses,
        Map.of(RemedyState.PROPOSED, (long) addresses.size()),
        Optional.empty());
  }

  private Advised spoken(Remedy remedy, List<Cause> causes, List<RatedAsset> assets) {
    Map<RemedyState, Long> states = new java.util.EnumMap<>(RemedyState.class);
    List<String> addresses = new ArrayList<>();
    for (RatedAsset asset : assets) {
      if (RemedyStanding.last(remedy.id(), asset.address(), contents.said().remedies())
          .isPresent()) {
        RemedyStanding standing =
            RemedyStanding.of(remedy, asset, contents.said().remedies(), contents.seen().visits());
        states.merge(standing.state(), 1L, Long::sum);
        addresses.add(asset.address());
      }
    }
    Optional<RemedyWord> word =
        contents.said().remedies().stream()
            .filter(said -> said.remedy().equals(remedy.id()))
            .reduce((_, later) -> later);
    word.filter(said -> states.isEmpty()).ifPresent(said -> states.put(said.state(), 0L));
    return new Advised(remedy, takesAway(remedy, causes), addresses, states, word);
  }

  private static Set<String> takesAway(Remedy remedy, List<Cause> causes) {
    return causes.stream()
        .map(Cause::rule)
        .filter(remedy.clears()::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> touched(Remedy remedy, List<Cause> causes) {
    return causes.stream()
        .filter(cause -> remedy.clears().contains(cause.rule()))
        .flatMap(cause -> cause.seen().stream())
        .map(seen -> seen.asset().address())
        .distinct()
        .toList();
  }
}
