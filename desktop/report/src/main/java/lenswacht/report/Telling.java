package lenswacht.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.assessment.Severity;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.advisory.AdvisoryAnswer.Outcome;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;

/// The sentences of a report one by one, for files that are no paper, so that they are worded once.
public final class Telling {
  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;

  /// Tells of `contents` in the language of `order`.
  public Telling(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.order = order;
    this.wording = new Wording(order.language(), contents.edition().pack());
  }

  /// A cause: a rule that fired, and what is to be done about it.
  public record Told(
      String rule,
      Severity severity,
      String sentence,
      String clause,
      String acceptableIf,
      Optional<Remedy> remedy) {}

  /// What is to be done.
  ///
  /// @param owner who is to do it, or that nobody is named yet
  public record Remedy(
      String id, String what, boolean isAgreed, String owner, Optional<LocalDate> due) {}

  /// The title of the report.
  public String title() {
    return wording.say("title", ReportKind.TECHNICAL) + ": " + contents.assessment().site();
  }

  /// What kind of document it is.
  public String kind() {
    return wording.say("title.kind");
  }

  /// What it does not say.
  public String limits() {
    return wording.say("limit.1") + " " + wording.say("limit.2") + " " + wording.say("limit.3");
  }

  /// Under whose leave it was looked.
  public String mandate() {
    return contents.seen().visits().stream()
        .map(visit -> visit.mandate())
        .map(mandate -> wording.say("summary.mandate.by", mandate.id(), mandate.issuedBy()))
        .findFirst()
        .orElse(wording.say("summary.visit.none"));
  }

  /// Who may read it.
  public String marking() {
    return order.marking().edge(wording);
  }

  /// What stands where something is not known.
  public String notDetermined() {
    return wording.say("not-determined");
  }

  /// A level in words, with what is still open.
  public String level(Rating rating) {
    return level(rating.level());
  }

  private String level(Interval level) {
    String worst = wording.say("level", level.worst());
    return level.isExact()
        ? worst
        : worst
            + " ("
            + wording.say(
                "level.open", wording.say("level", level.best()).toLowerCase(wording.language()))
            + ")";
  }

  /// What kind of asset it is.
  public String kind(RatedAsset asset) {
    return wording.say("kind", asset.identification().identity().kind());
  }

  /// How sure it is what it is.
  public String confidence(RatedAsset asset) {
    return wording.say("confidence", asset.identification().confidence());
  }

  /// What was found.
  public String sentence(Finding finding) {
    return wording.sentence(finding.text(), finding.parameters());
  }

  /// What a control demands.
  public String control(String id) {
    return wording.sentence("control." + id, Map.of());
  }

  /// A verdict in words.
  public String verdict(Verdict verdict) {
    return wording.say("verdict", verdict);
  }

  /// For how many assets an advisory means what; that nothing was tried.
  public String outcomes(Map<Outcome, Long> counts) {
    return counts.entrySet().stream()
            .map(
                one ->
                    wording.say("advisory.outcome", one.getKey())
                        + ": "
                        + wording.number(one.getValue()))
            .collect(Collectors.joining("; "))
        + ". "
        + wording.say("advisory.not-tried");
  }

  /// The causes, the gravest first.
  public List<Told> causes() {
    RemedySection section = new RemedySection(contents, wording);
    List<RemedySection.Advised> advised = section.advised();
    CauseSection sentences =
        new CauseSection(contents, wording, new EvidenceRegister(contents.assessment()));
    List<Told> told = new ArrayList<>();
    for (Cause cause : Cause.of(contents.assessment())) {
      Finding example = cause.example();
      told.add(
          new Told(
              cause.rule(),
              cause.severity(),
              sentences.sentence(cause),
              example.clause(),
              wording.sentence(example.acceptableIf(), example.parameters()),
              advised.stream()
                  .filter(one -> one.takesAway().contains(cause.rule()))
                  .findFirst()
                  .map(one -> remedy(one, section))));
    }
    return told;
  }

  private Remedy remedy(RemedySection.Advised advised, RemedySection section) {
    return new Remedy(
        advised.remedy().id(),
        advised.remedy().title(wording.language()),
        advised.states().containsKey(RemedyState.AGREED)
            || advised.states().containsKey(RemedyState.DONE),
        section.owner(advised),
        advised.word().flatMap(RemedyWord::due));
  }
}
