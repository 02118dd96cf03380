package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.advisory.AdvisoryAnswer.Outcome;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Mark;
import lenswacht.knowledge.Provenance;

/// What the advisories mean for an asset, in words, each with its reason and, where it is open,
/// with what would decide: the same for report, console and terminal.
public final class AdvisoryTale {
  private final Wording wording;

  /// Tells in `language`.
  public AdvisoryTale(Locale language) {
    this(new Wording(language));
  }

  AdvisoryTale(Wording wording) {
    this.wording = wording;
  }

  /// What is to be said of several vulnerabilities at once.
  ///
  /// @param outcome the answer
  /// @param answer the answer in words
  /// @param cves the vulnerabilities that it holds for
  /// @param because the reason, or what would decide
  public record Told(Outcome outcome, String answer, List<String> cves, String because) {
    public Told {
      cves = List.copyOf(cves);
    }

    /// All of it as one sentence.
    public String sentence() {
      return answer + ": " + String.join(", ", cves) + ". " + because;
    }
  }

  /// What is to be said of all `answers`: what is confirmed first, what does not apply last.
  /// Vulnerabilities of which the same is to be said stand together.
  public List<Told> tell(List<AdvisoryAnswer> answers) {
    Map<Outcome, Map<String, List<String>>> grouped = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      Map<String, List<String>> ofOutcome = new LinkedHashMap<>();
      answers.stream()
          .filter(answer -> answer.outcome() == outcome)
          .forEach(
              answer ->
                  ofOutcome
                      .computeIfAbsent(because(answer), _ -> new ArrayList<>())
                      .add(answer.cve()));
      grouped.put(outcome, ofOutcome);
    }
    List<Told> told = new ArrayList<>();
    grouped.forEach(
        (outcome, reasons) ->
            reasons.forEach(
                (because, cves) ->
                    told.add(
                        new Told(
                            outcome, wording.say("advisory.outcome", outcome), cves, because))));
    return List.copyOf(told);
  }

  /// Why an answer is what it is; what would decide it where it is open; where the deciding row was
  /// imported from; and what public lists say besides.
  public String because(AdvisoryAnswer answer) {
    List<String> sentences = new ArrayList<>(List.of(reason(answer)));
    answer.first().provenance().map(this::imported).ifPresent(sentences::add);
    answer
        .mark()
        .flatMap(Mark::exploitedSince)
        .ifPresent(day -> sentences.add(wording.say("advisory.exploited", wording.day(day))));
    answer
        .mark()
        .flatMap(Mark::likelihood)
        .ifPresent(
            found ->
                sentences.add(
                    wording.say(
                        "advisory.likelihood",
                        found.score(),
                        wording.day(found.day()),
                        found.model())));
    return String.join(" ", sentences);
  }

  private String imported(Provenance from) {
    List<String> besides = new ArrayList<>();
    for (String word : from.check().split(",")) {
      besides.add(wording.say("advisory.check." + word));
    }
    if (!from.said().isEmpty()) {
      besides.add(wording.say("advisory.said", from.said()));
    }
    String file = from.stated().isEmpty() ? from.file() : from.file() + " (" + from.stated() + ")";
    return wording.say(
        "advisory.imported",
        wording.day(from.imported()),
        file,
        from.publisher(),
        String.join(", ", besides));
  }

  private String reason(AdvisoryAnswer answer) {
    String held = answer.held().orElse(wording.say("advisory.no-firmware"));
    return switch (answer.outcome()) {
      case CONFIRMED -> wording.say("advisory.inside", held, range(answer.first()));
      case NOT_AFFECTED -> {
        String key =
            switch (answer.first().standing()) {
              case AFFECTED, INVESTIGATED -> "advisory.outside";
              case NOT_AFFECTED -> "advisory.cleared";
              case FIXED -> "advisory.carries-fix";
            };
        yield wording.say(key, held, range(answer.first()));
      }
      case POSSIBLE, NOT_DETERMINED ->
          wording.say(
              "advisory.deciding",
              answer.open().stream()
                  .map(open -> wording.say("advisory.open", open))
                  .collect(Collectors.joining("; ")));
    };
  }

  private String range(Advisory row) {
    return switch (row.bound()) {
      case BUILD -> wording.say("advisory.range.build", stated(row));
      case VERSION -> wording.say("advisory.range.version", stated(row));
      case ONLY -> wording.say("advisory.range.only", row.from().orElse(""));
      case ALL -> wording.say("advisory.range.all");
      case UNSTATED -> wording.say("advisory.range.unstated");
    };
  }

  /// `from 5.2.0, through 5.4.0, repaired in 5.4.5`.
  private String stated(Advisory row) {
    List<String> ends = new ArrayList<>();
    Optional<String> from = row.from();
    if (from.isPresent() && from.get().startsWith(">")) {
      ends.add(wording.say("advisory.after", written(from.get().substring(1))));
    } else {
      end("advisory.from", from).ifPresent(ends::add);
    }
    Optional<String> through = row.through();
    if (through.filter("*"::equals).isPresent()) {
      ends.add(wording.say("advisory.endless"));
    } else if (through.isPresent() && through.get().startsWith("<")) {
      ends.add(wording.say("advisory.before", written(through.get().substring(1))));
    } else {
      end("advisory.through", through).ifPresent(ends::add);
    }
    end("advisory.repaired", row.fixedFrom()).ifPresent(ends::add);
    return String.join(", ", ends);
  }

  private Optional<String> end(String key, Optional<String> limit) {
    return limit.map(text -> wording.say(key, written(text)));
  }

  /// A limit with its build day as people write it: `5.4.0 build 2016-05-30`.
  private static String written(String limit) {
    return limit.replace("@", " build ");
  }
}
