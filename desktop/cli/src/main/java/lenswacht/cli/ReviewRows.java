package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.review.Conclusion;
import lenswacht.assessment.review.Lapse;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent.Mark;
import lenswacht.assessment.review.ReviewWords;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Role;
import lenswacht.assessment.review.Statement;
import lenswacht.knowledge.PolicyPack;

/// How far a review is, as a table.
///
/// @param review as it is
/// @param words in the language that was asked for
/// @param pack whose titles are used
record ReviewRows(Review review, ReviewWords words, PolicyPack pack) {
  static final List<String> LIST =
      List.of(
          "key",
          "kind",
          "statement",
          "stage",
          "waits_for",
          "standing",
          "fit",
          "owner",
          "room",
          "hash");

  static final List<String> SHOW = List.of("what", "by", "at", "says");

  /// For whom a statement waits: the role, and the name where one was given it.
  static List<String> waitsFor(Reviewed one, Map<Role, String> roles) {
    return switch (one.stage()) {
      case DRAFT -> List.of(holder(Role.HANDLER, roles));
      case HANDLED, FIRST_ASSESSMENT ->
          Stream.of(Role.FIRST, Role.SECOND)
              .filter(role -> one.filing(role).isEmpty())
              .map(role -> holder(role, roles))
              .toList();
      case SECOND_ASSESSMENT -> List.of(one.standing().isEmpty() ? "opening" : "determination");
      case DETERMINED -> List.of();
    };
  }

  private static String holder(Role role, Map<Role, String> roles) {
    String name = roles.get(role);
    return name == null ? role.word() : role.word() + ":" + name;
  }

  /// One row for each statement.
  ///
  /// @param waitingFor a role or a name; empty for all
  List<List<String>> list(String waitingFor) {
    List<List<String>> rows = new ArrayList<>();
    for (Reviewed one : review.statements()) {
      List<String> waits = waitsFor(one, review.roles());
      boolean isWanted =
          waitingFor.isEmpty()
              || waits.stream()
                  .anyMatch(
                      its ->
                          its.equals(waitingFor)
                              || List.of(its.split(":", 2)).contains(waitingFor));
      if (isWanted) {
        rows.add(row(one, waits));
      }
    }
    return rows;
  }

  private List<String> row(Reviewed one, List<String> waits) {
    Statement statement = one.statement();
    return List.of(
        statement.key(),
        statement.kind().word(),
        words.sentence(statement, pack),
        words.stage(one.stage()),
        String.join(" ", waits),
        one.standing().map(this::said).orElse(""),
        one.fit().state().word(),
        one.marks().getOrDefault(Mark.OWNER, ""),
        one.marks().getOrDefault(Mark.ROOM, ""),
        statement.hash());
  }

  private String said(Conclusion conclusion) {
    return words.conclusion(conclusion, review.pack());
  }

  /// Everything on one statement. Of a filed conclusion no more than that it was filed, until both
  /// were.
  List<List<String>> show(Reviewed one) {
    Statement statement = one.statement();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("statement", "", "", words.sentence(statement, pack)));
    rows.add(List.of("proposed", "", "", said(statement.proposed())));
    rows.add(
        List.of(
            "allowed",
            "",
            "",
            one.carried().stream().map(this::said).collect(Collectors.joining("; "))));
    rows.add(List.of("hash", "", "", statement.hash()));
    rows.add(
        List.of(
            "evidence",
            "",
            "",
            statement.evidence().stream().map(id -> id.hex()).collect(Collectors.joining(" "))));
    rows.add(List.of("stage", "", "", words.stage(one.stage())));
    rows.add(List.of("fit", "", "", words.fit(one.fit())));
    one.handled()
        .ifPresent(done -> rows.add(List.of("handled", done.by(), done.at().toString(), "")));
    one.deviation().ifPresent(noted -> rows.add(deviation(noted)));
    for (Reviewed.Filing filing : one.filings()) {
      rows.add(
          List.of(
              filing.role().word(),
              filing.done().by(),
              filing.done().at().toString(),
              filing.opinion().map(this::said).orElse("sealed " + filing.commitment())));
    }
    one.standing()
        .ifPresent(
            standing ->
                rows.add(
                    List.of(
                        "standing",
                        "",
                        "",
                        said(standing)
                            + (one.isDifferent()
                                ? ". " + words.protection(statement.kind().protection())
                                : ""))));
    return rows;
  }

  private List<String> deviation(Reviewed.Noted noted) {
    return List.of(
        "deviation",
        noted.done().by(),
        noted.done().at().toString(),
        String.join(
            "; ",
            said(noted.deviation().instead()),
            noted.deviation().reason(),
            noted.deviation().source(),
            noted.deviation().owner(),
            noted.deviation().until().toString()));
  }

  private String said(Opinion opinion) {
    return said(opinion.conclusion()) + ": " + opinion.reason();
  }

  /// The whole in a few lines, and what lapsed.
  List<List<String>> summary() {
    List<List<String>> rows = new ArrayList<>();
    for (Role role : Role.values()) {
      rows.add(List.of(role.word(), review.roles().getOrDefault(role, ""), "", ""));
    }
    for (var stage : lenswacht.assessment.review.Stage.values()) {
      rows.add(List.of("stage", "", "", words.stage(stage) + ": " + review.count(stage)));
    }
    rows.add(List.of("differences", "", "", Integer.toString(review.differences().size())));
    rows.add(List.of("determined", "", "", review.isDetermined() ? "yes" : "no"));
    review
        .determination()
        .ifPresent(
            one ->
                rows.add(
                    List.of(
                        "determination",
                        one.done().by(),
                        one.done().at().toString(),
                        one.review())));
    for (Lapse lapse : review.lapses()) {
      rows.add(
          List.of(
              "lapsed",
              String.join(", ", lapse.by()),
              lapse.last().toString(),
              words.sentence(lapse.before(), pack)
                  + " "
                  + words.fit(lapse.fit())
                  + " "
                  + lapse.before().hash()));
    }
    return rows;
  }
}
