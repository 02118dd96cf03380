package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.review.Deviation;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewWords;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Role;
import lenswacht.assessment.review.Stage;
import lenswacht.assessment.review.StatementKind;
import lenswacht.knowledge.PolicyPack;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// What people decided on what the machine proposed: who did what, the conclusion that stands on
/// each statement, deviations with their end, and as an annex everything on which the two assessors
/// differed.
final class ReviewSection {
  private static final int MOST = 4_000;

  private final Review review;
  private final PolicyPack pack;
  private final Wording wording;
  private final ReviewWords words;

  ReviewSection(Review review, PolicyPack pack, Wording wording) {
    this.review = review;
    this.pack = pack;
    this.wording = wording;
    this.words = ReviewWords.in(wording.language());
  }

  /// @param isWhole whether every statement is listed, or those on the site, deviations and
  ///     differences alone
  Chapter section(boolean isWhole) {
    List<Content> parts = new ArrayList<>();
    parts.add(wording.paragraph(review.isDetermined() ? "review.determined" : "review.draft"));
    parts.add(Tables.pairs(particulars()));
    List<Reviewed> listed =
        review.statements().stream()
            .filter(one -> one.standing().isPresent())
            .filter(one -> isWhole || one.statement().kind() == StatementKind.SITE_RATING)
            .limit(MOST)
            .toList();
    if (!listed.isEmpty()) {
      parts.add(Content.heading(3, wording.say("review.standing")));
      parts.add(
          Tables.table(
              "conclusions",
              List.of(
                  wording.say("review.statement"),
                  wording.say("review.conclusion"),
                  wording.say("review.stage")),
              listed.stream().map(this::row).toList()));
    }
    deviations(parts);
    differences(parts);
    return new Chapter("review", wording.say("review.title"), Content.several(parts));
  }

  private List<List<Content>> particulars() {
    List<List<Content>> rows = new ArrayList<>();
    for (Role role : Role.values()) {
      rows.add(
          Tables.row(
              words.role(role),
              Optional.ofNullable(review.roles().get(role)).orElse(wording.say("review.nobody"))));
    }
    for (Stage stage : Stage.values()) {
      rows.add(Tables.row(words.stage(stage), wording.number(review.count(stage))));
    }
    review
        .determination()
        .ifPresent(
            determined ->
                rows.add(
                    Tables.row(
                        wording.say("review.determined-by"),
                        determined.done().by() + ", " + wording.moment(determined.done().at()))));
    if (!review.lapses().isEmpty()) {
      rows.add(Tables.row(wording.say("review.lapsed"), wording.number(review.lapses().size())));
    }
    return rows;
  }

  private List<Content> row(Reviewed reviewed) {
    return Tables.row(
        words.sentence(reviewed.statement(), pack),
        reviewed
            .standing()
            .map(standing -> words.conclusion(standing, pack.title(wording.language())))
            .orElse(wording.say("not-determined")),
        words.stage(reviewed.stage()));
  }

  private void deviations(List<Content> parts) {
    List<List<Content>> rows = new ArrayList<>();
    for (Reviewed reviewed : review.deviating()) {
      reviewed
          .deviation()
          .ifPresent(noted -> rows.add(deviation(reviewed, noted.deviation(), noted.isInForce())));
      reviewed.filings().stream()
          .flatMap(filing -> filing.opinion().stream())
          .flatMap(opinion -> opinion.deviation().stream())
          .forEach(own -> rows.add(deviation(reviewed, own, true)));
    }
    if (rows.isEmpty()) {
      parts.add(wording.paragraph("review.no-deviation"));
      return;
    }
    parts.add(Content.heading(3, wording.say("review.deviations")));
    parts.add(
        Tables.table(
            "deviations",
            List.of(
                wording.say("review.statement"),
                wording.say("review.instead"),
                wording.say("review.reason"),
                wording.say("remedies.owner"),
                wording.say("review.until")),
            rows));
  }

  private List<Content> deviation(Reviewed reviewed, Deviation deviation, boolean isInForce) {
    String until = wording.day(deviation.until());
    return Tables.row(
        words.sentence(reviewed.statement(), pack),
        words.conclusion(deviation.instead(), pack.title(wording.language())),
        deviation.reason() + " (" + deviation.source() + ")",
        deviation.owner(),
        isInForce ? until : wording.say("review.ended", until));
  }

  /// The annex of differences: both conclusions and the reasons for them, and what stands.
  private void differences(List<Content> parts) {
    List<Reviewed> differences = review.differences();
    if (differences.isEmpty()) {
      parts.add(wording.paragraph("review.no-difference"));
      return;
    }
    parts.add(Content.heading(3, wording.say("review.differences")));
    parts.add(wording.paragraph("review.differences.about"));
    parts.add(
        Tables.table(
            "differences",
            List.of(
                wording.say("review.statement"),
                wording.say("review.first"),
                wording.say("review.second"),
                wording.say("review.stands")),
            differences.stream()
                .limit(MOST)
                .map(
                    one ->
                        Tables.row(
                            words.sentence(one.statement(), pack),
                            opinion(one, Role.FIRST),
                            opinion(one, Role.SECOND),
                            one.standing()
                                .map(
                                    standing ->
                                        words.conclusion(standing, pack.title(wording.language())))
                                .orElse(wording.say("not-determined"))))
                .toList()));
  }

  private String opinion(Reviewed reviewed, Role role) {
    return reviewed
        .filing(role)
        .map(
            filing ->
                filing.opinion().stream()
                    .map((Opinion told) -> said(told))
                    .collect(Collectors.joining()))
        .orElse("–");
  }

  private String said(Opinion opinion) {
    return words.conclusion(opinion.conclusion(), pack.title(wording.language()))
        + ": "
        + opinion.reason();
  }
}
