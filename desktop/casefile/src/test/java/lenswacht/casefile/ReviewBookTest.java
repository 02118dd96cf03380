package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.review.Conclusion;
import lenswacht.assessment.review.Fit;
import lenswacht.assessment.review.Judged;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Role;
import lenswacht.assessment.review.Stage;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewBookTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final Edition EDITION = Edition.bundled();

  private static final String OPERATOR = "Olga Oudejans";
  private static final String HANDLER = "Hans Heuvel";
  private static final String FIRST = "Fatima Faber";
  private static final String SECOND = "Sjoerd Smit";

  @TempDir private Path folder;

  private CaseFile seen(String name) throws Exception {
    CaseFile file = CaseFile.create(folder.resolve(name), PracticeJournal.SITE);
    try (PracticeJournal journal =
        new PracticeJournal(folder.resolve(name + "-j")).start("run-1", "device-1")) {
      journal.answer("192.0.2.9", "App-webs/").end().octets();
      new JournalReceiver(file, Recipient.ANYBODY).receive(folder.resolve(name + "-j"));
    }
    return file;
  }

  private static Judged judged(CaseFile file) throws Exception {
    return judged(file, EDITION);
  }

  private ReviewWork work(CaseFile file, String computer) throws Exception {
    return file.reviews().work(judged(file), DAY, new AssessorKeys(folder.resolve(computer)));
  }

  private static void assign(ReviewWork work) throws Exception {
    work.add(List.of(new ReviewEvent.Assigned(Role.OPERATOR, OPERATOR, HANDLER, AT)));
    work.add(List.of(new ReviewEvent.Assigned(Role.HANDLER, HANDLER, HANDLER, AT)));
    work.add(List.of(new ReviewEvent.Assigned(Role.FIRST, FIRST, HANDLER, AT)));
    work.add(List.of(new ReviewEvent.Assigned(Role.SECOND, SECOND, HANDLER, AT)));
  }

  private static void handle(ReviewWork work) throws Exception {
    work.add(
        work.review().waiting(Role.HANDLER).stream()
            .map(one -> new ReviewEvent.Handled(one.statement(), "dossier 12", HANDLER, AT))
            .toList());
  }

  private static Map<String, Opinion> proposals(Review review, String reason) {
    Map<String, Opinion> opinions = new LinkedHashMap<>();
    for (Reviewed one : review.statements()) {
      opinions.put(
          one.statement().key(), new Opinion(one.statement().proposed(), reason, Optional.empty()));
    }
    return opinions;
  }

  @Test
  void a_statement_goes_from_draft_to_determined_by_four_people() throws Exception {
    try (CaseFile file = seen("a.lenswacht")) {
      ReviewWork work = work(file, "one");
      assertThat(work.review().statements()).isNotEmpty();
      assertThat(work.review().count(Stage.DRAFT)).isEqualTo(work.review().statements().size());
      assign(work);
      handle(work);
      work.file(Role.FIRST, FIRST, proposals(work.review(), "gezien"), AT);
      assertThat(work.review().waiting(Role.FIRST)).isEmpty();
      assertThat(work.review().waiting(Role.SECOND)).isNotEmpty();
      work.file(Role.SECOND, SECOND, proposals(work.review(), "ook gezien"), AT);
      Review assessed = work.review();
      assertThat(assessed.isDetermined()).isFalse();
      work.add(
          List.of(new ReviewEvent.Determined(assessed.settled(), assessed.hash(), HANDLER, AT)));

      assertThat(work.review().isDetermined()).isTrue();
      assertThat(work.review().determination().orElseThrow().review()).isEqualTo(assessed.hash());
    }
  }

  @Test
  void what_one_assessor_filed_is_nowhere_to_be_read_before_the_other_filed() throws Exception {
    Path path = folder.resolve("b.lenswacht");
    String reason = "omdat de kist openstond";
    try (CaseFile file = seen("b.lenswacht")) {
      ReviewWork work = work(file, "one");
      assign(work);
      handle(work);
      Map<String, Opinion> mine = proposals(work.review(), reason);
      String key = mine.keySet().iterator().next();
      work.draft(Role.FIRST, FIRST, key, Optional.of(mine.get(key)), AT);
      assertThat(work.drafts(Role.FIRST, FIRST)).containsOnlyKeys(key);
      assertThat(work.drafts(Role.SECOND, SECOND)).isEmpty();
      assertThat(work(file, "other").drafts(Role.FIRST, FIRST)).isEmpty();
      work.file(Role.FIRST, FIRST, mine, AT);

      assertThat(work.review().statements())
          .allSatisfy(one -> assertThat(one.filings()).hasSize(1))
          .allSatisfy(one -> assertThat(one.filings().getFirst().opinion()).isEmpty());
      assertThat(work.open(AT)).isZero();
    }
    assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).doesNotContain(reason);
    try (CaseFile file = CaseFile.open(path)) {
      ReviewWork elsewhere = work(file, "other");
      elsewhere.file(Role.SECOND, SECOND, proposals(elsewhere.review(), "zelf gezien"), AT);
      assertThat(elsewhere.review().statements())
          .allSatisfy(one -> assertThat(one.standing()).isEmpty());
      ReviewWork back = work(file, "one");
      assertThat(back.open(AT)).isPositive();
      assertThat(back.review().statements())
          .allSatisfy(one -> assertThat(one.standing()).contains(one.statement().proposed()));
    }
  }

  @Test
  void what_was_filed_cannot_be_changed_and_an_altered_line_is_named() throws Exception {
    Path path = folder.resolve("c.lenswacht");
    try (CaseFile file = seen("c.lenswacht")) {
      ReviewWork work = work(file, "one");
      assign(work);
      handle(work);
      Map<String, Opinion> mine = proposals(work.review(), "gezien");
      work.file(Role.FIRST, FIRST, mine, AT);
      assertThatThrownBy(() -> work.file(Role.FIRST, FIRST, mine, AT))
          .isInstanceOf(ReviewRefusedException.class)
          .hasMessageContaining("filed does not change");
    }
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + path);
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE review_event SET body = replace(body, 'Sjoerd', 'Sjoert') WHERE id = 4");
    }
    try (CaseFile file = CaseFile.open(path)) {
      assertThatThrownBy(() -> file.reviews().review(judged(file), DAY))
          .isInstanceOf(CaseFileException.class)
          .hasMessage("line 4 of the review was altered");
    }
  }

  @Test
  void who_scanned_or_handled_cannot_assess_second_however_the_name_is_written() throws Exception {
    try (CaseFile file = seen("d.lenswacht")) {
      ReviewWork work = work(file, "one");
      assertThatThrownBy(
              () -> work.add(List.of(new ReviewEvent.Assigned(Role.SECOND, SECOND, HANDLER, AT))))
          .hasMessageContaining("Nobody said who ran the scan");
      assign(work);
      for (String other :
          List.of(
              "o. oudejans",
              "OUDEJANS, Olga",
              "drs. O.Oudejans",
              "Ólgà Oüdejans",
              "ooudejans",
              "Олга Оудејанс",
              "Heuvel",
              "hans HEUVEL")) {
        assertThatThrownBy(
                () -> work.add(List.of(new ReviewEvent.Assigned(Role.SECOND, other, HANDLER, AT))))
            .isInstanceOf(ReviewRefusedException.class);
      }
      assertThatThrownBy(
              () ->
                  work.add(List.of(new ReviewEvent.Assigned(Role.SECOND, "F Faber", HANDLER, AT))))
          .hasMessageContaining("cannot be both assessors");
      assertThatThrownBy(
              () ->
                  work.add(
                      List.of(new ReviewEvent.Assigned(Role.SECOND, "FATIMA FABER", HANDLER, AT))))
          .hasMessageContaining("cannot be both assessors");
      assertThatThrownBy(
              () ->
                  work.add(
                      List.of(new ReviewEvent.Assigned(Role.FIRST, "hans heuvel", HANDLER, AT))))
          .hasMessageContaining("cannot assess it");
      assertThatThrownBy(
              () ->
                  work.add(
                      List.of(new ReviewEvent.Assigned(Role.HANDLER, "F. Faber", HANDLER, AT))))
          .hasMessageContaining("cannot assess it");
      work.add(List.of(new ReviewEvent.Assigned(Role.SECOND, "Piet Smit", HANDLER, AT)));
    }
  }

  @Test
  void a_level_that_nothing_carries_is_refused() throws Exception {
    try (CaseFile file = seen("e.lenswacht")) {
      ReviewWork work = work(file, "one");
      assign(work);
      handle(work);
      Reviewed rating =
          work.review().statements().stream()
              .filter(one -> one.statement().proposed().isLevel())
              .filter(one -> one.statement().proposed() != Conclusion.VERY_LOW)
              .findFirst()
              .orElseThrow();
      assertThatThrownBy(
              () ->
                  work.file(
                      Role.FIRST,
                      FIRST,
                      Map.of(
                          rating.statement().key(),
                          new Opinion(Conclusion.VERY_LOW, "valt mee", Optional.empty())),
                      AT))
          .isInstanceOf(ReviewRefusedException.class)
          .hasMessageContaining("does not carry");
      assertThat(work.review().statements()).allSatisfy(one -> assertThat(one.filings()).isEmpty());
    }
  }

  @Test
  void approval_lapses_when_an_answer_changes_what_is_stated() throws Exception {
    try (CaseFile file = seen("f.lenswacht")) {
      file.answer("site.class", "office");
      ReviewWork work = work(file, "one");
      assign(work);
      handle(work);
      work.file(Role.FIRST, FIRST, proposals(work.review(), "gezien"), AT);
      work.file(Role.SECOND, SECOND, proposals(work.review(), "gezien"), AT);
      work.add(
          List.of(
              new ReviewEvent.Determined(
                  work.review().settled(), work.review().hash(), HANDLER, AT)));
      assertThat(work.review().isDetermined()).isTrue();

      file.answer("site.class", "defence");
      Review after = work(file, "one").review();

      assertThat(after.isDetermined()).isFalse();
      assertThat(after.lapses()).isNotEmpty();
      assertThat(after.lapses().getFirst().fit().state()).isEqualTo(Fit.State.CHANGED);
      assertThat(after.lapses().getFirst().stage()).isEqualTo(Stage.DETERMINED);
      assertThat(after.lapses().getFirst().fit().oldHash()).isPresent();
      assertThat(after.lapses().getFirst().by()).contains(HANDLER, FIRST, SECOND);
    }
  }

  private void visit(CaseFile file, String start, String server) throws Exception {
    Path to = folder.resolve("visit-" + start);
    try (PracticeJournal journal =
        new PracticeJournal(to, Instant.parse(start + "T08:00:00Z"))
            .start("run-" + start, "device-1")) {
      (server.isEmpty() ? journal.silence("192.0.2.9") : journal.answer("192.0.2.9", server))
          .end()
          .octets();
      new JournalReceiver(file, Recipient.ANYBODY).receive(to);
    }
  }

  private void determine(ReviewWork work) throws Exception {
    assign(work);
    handle(work);
    work.file(Role.FIRST, FIRST, proposals(work.review(), "gezien"), AT);
    work.file(Role.SECOND, SECOND, proposals(work.review(), "gezien"), AT);
    Review assessed = work.review();
    work.add(List.of(new ReviewEvent.Determined(assessed.settled(), assessed.hash(), HANDLER, AT)));
    assertThat(work.review().isDetermined()).isTrue();
  }

  @Test
  void decisions_survive_a_new_visit_and_say_when_they_may_not_or_do_not_fit() throws Exception {
    try (CaseFile file = seen("g.lenswacht")) {
      determine(work(file, "one"));

      visit(file, "2026-03-12", "App-webs/");
      Review same = work(file, "one").review();
      assertThat(same.isDetermined()).isTrue();
      assertThat(same.lapses()).isEmpty();
      assertThat(same.statements())
          .allSatisfy(one -> assertThat(one.fit().state()).isEqualTo(Fit.State.FITS));

      visit(file, "2026-03-19", "");
      Review missed = work(file, "one").review();
      assertThat(missed.isDetermined()).isTrue();
      assertThat(missed.statements())
          .extracting(one -> one.fit().state())
          .contains(Fit.State.NOT_MET)
          .isSubsetOf(Fit.State.NOT_MET, Fit.State.FITS);

      visit(file, "2026-03-26", "ReeCam IP Camera v2");
      Review other = work(file, "one").review();
      assertThat(other.isDetermined()).isFalse();
      assertThat(other.lapses())
          .anySatisfy(one -> assertThat(one.fit().state()).isEqualTo(Fit.State.CHANGED));
    }
  }

  @Test
  void decisions_survive_a_new_edition_and_say_what_reads_otherwise_in_it() throws Exception {
    try (CaseFile file = seen("h.lenswacht")) {
      file.answer("site.class", "defence");
      determine(work(file, "one"));
      Edition renamed = edition("edition.csv", "2026-11,2026-11-20", "2027-02,2027-02-01");
      Review same = file.reviews().review(judged(file, renamed), DAY);
      assertThat(same.isDetermined()).isTrue();
      assertThat(same.lapses()).isEmpty();

      Edition other = edition("pack-nl/rules.csv", "INFO,E_SITE>=4,", "INFO,E_SITE>=1,");
      Review changed = file.reviews().review(judged(file, other), DAY);
      assertThat(changed.isDetermined()).isFalse();
      assertThat(changed.lapses())
          .allSatisfy(one -> assertThat(one.stage()).isEqualTo(Stage.DETERMINED))
          .anySatisfy(one -> assertThat(one.fit().differences()).isNotEmpty());
      assertThat(file.reviews().review(judged(file), DAY).isDetermined()).isTrue();
    }
  }

  private static Edition edition(String file, String before, String after) throws Exception {
    KnowledgeFolder bundled = KnowledgeFolder.bundled();
    return Edition.read(
        name -> {
          String text = new String(bundled.read(name), StandardCharsets.UTF_8);
          return (name.equals(file) ? text.replace(before, after) : text)
              .getBytes(StandardCharsets.UTF_8);
        },
        PackChoice.DUTCH);
  }

  private static Judged judged(CaseFile file, Edition edition) throws Exception {
    return file.reviews().judged(file.judge(IDENTIFIER, edition, DAY), IDENTIFIER, edition);
  }
}
