package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Refusal;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Role;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.casefile.review.FilledIn;
import lenswacht.casefile.review.ReviewFiles;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.link.Identity;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewExchangeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final Edition EDITION = Edition.bundled();

  @TempDir private Path folder;

  private CaseFile passedOn() throws Exception {
    CaseFile file = CaseFile.create(folder.resolve("a.lenswacht"), PracticeJournal.SITE);
    try (PracticeJournal journal =
        new PracticeJournal(folder.resolve("j")).start("run-1", "device-1")) {
      journal.answer("192.0.2.9", "App-webs/").end().octets();
      new JournalReceiver(file, Recipient.ANYBODY).receive(folder.resolve("j"));
    }
    ReviewWork work = work(file);
    for (Role role : Role.values()) {
      String name =
          List.of("Olga Oudejans", "Hans Heuvel", "Fatima Faber", "Sjoerd Smit")
              .get(role.ordinal());
      work.add(List.of(new ReviewEvent.Assigned(role, name, "Hans Heuvel", AT)));
    }
    work.add(
        work.review().waiting(Role.HANDLER).stream()
            .map(
                one ->
                    new ReviewEvent.Handled(
                        one.statement(), "let op de buurman", "Hans Heuvel", AT))
            .toList());
    return file;
  }

  private ReviewWork work(CaseFile file) throws Exception {
    return file.reviews()
        .work(
            file.reviews().judged(file.judge(IDENTIFIER, EDITION, DAY), IDENTIFIER, EDITION),
            DAY,
            new AssessorKeys(folder.resolve("keys")));
  }

  private static FilledIn filled(Extract extract) {
    return FilledIn.of(
        extract,
        extract.statements().stream()
            .map(
                one ->
                    new FilledIn.Given(
                        one.key(),
                        one.hash(),
                        new Opinion(one.carried().getLast(), "gezien", Optional.empty())))
            .toList());
  }

  private Identity console() throws Exception {
    return Identity.ofConsole(folder.resolve("elsewhere"), "console");
  }

  @Test
  void only_what_an_assessor_needs_goes_out_and_a_signed_assessment_comes_back() throws Exception {
    try (CaseFile file = passedOn()) {
      ReviewWork work = work(file);
      ReviewExchange exchange = new ReviewExchange(file, work, IDENTIFIER);
      Path out = folder.resolve("second.lwreview");
      ReviewFiles.write(exchange.passOn(Role.SECOND, "Hans Heuvel", AT), out);
      assertThat(Files.readString(out))
          .doesNotContain("buurman")
          .doesNotContain("proposed")
          .doesNotContain("Faber")
          .doesNotContain("Heuvel")
          .contains("Sjoerd Smit", "App-webs");

      Extract extract = ReviewFiles.readExtract(out);
      Path back = folder.resolve("second.lwassessed");
      ReviewFiles.write(filled(extract).signed(console()), back);
      FilledIn.Verified verified = ReviewFiles.readFilledIn(back);
      assertThat(verified.key()).isEqualTo(console().key());
      assertThat(exchange.take(verified.filledIn(), AT)).isEqualTo(extract.statements().size());

      Review review = work.review();
      assertThat(review.waiting(Role.SECOND)).isEmpty();
      assertThat(review.statements())
          .allSatisfy(one -> assertThat(one.filings().getFirst().opinion()).isEmpty());
      assertThatThrownBy(() -> exchange.take(verified.filledIn(), AT))
          .isInstanceOf(ReviewRefusedException.class)
          .extracting(failed -> ((ReviewRefusedException) failed).refusal())
          .isEqualTo(Refusal.ALREADY_FILED);
    }
  }

  @Test
  void what_was_not_passed_on_to_this_assessor_is_refused() throws Exception {
    try (CaseFile file = passedOn()) {
      ReviewExchange exchange = new ReviewExchange(file, work(file), IDENTIFIER);
      FilledIn own = filled(exchange.extract(Role.SECOND));
      assertThatThrownBy(() -> exchange.take(own, AT)).hasMessageContaining("not what was passed");
      FilledIn passed = filled(exchange.passOn(Role.SECOND, "Hans Heuvel", AT));
      FilledIn other =
          new FilledIn(1, passed.extract(), "0".repeat(32), Role.SECOND, "Sjoerd Smit", List.of());
      assertThatThrownBy(() -> exchange.take(other, AT)).hasMessageContaining("another case");
      FilledIn elsewhere =
          new FilledIn(
              1, passed.extract(), passed.caseMark(), Role.FIRST, "Fatima Faber", passed.given());
      assertThatThrownBy(() -> exchange.take(elsewhere, AT))
          .hasMessageContaining("not what was passed");
      FilledIn twice =
          new FilledIn(
              1,
              passed.extract(),
              passed.caseMark(),
              Role.SECOND,
              "Sjoerd Smit",
              List.of(passed.given().getFirst(), passed.given().getFirst()));
      assertThatThrownBy(() -> exchange.take(twice, AT)).hasMessageContaining("altered");
      assertThat(work(file).review().waiting(Role.SECOND)).isNotEmpty();
    }
  }

  @Test
  void an_altered_file_is_refused_whatever_was_altered() throws Exception {
    try (CaseFile file = passedOn()) {
      ReviewExchange exchange = new ReviewExchange(file, work(file), IDENTIFIER);
      String text = filled(exchange.passOn(Role.SECOND, "Hans Heuvel", AT)).signed(console());
      Extract extract = exchange.extract(Role.SECOND);
      String json = FactJson.writePretty(extract);
      Random random = new Random(11);
      for (int round = 0; round < 400; round++) {
        char[] altered = text.toCharArray();
        altered[random.nextInt(altered.length)] ^= (char) (1 << random.nextInt(6));
        assertThatThrownBy(() -> FilledIn.verified(new String(altered)))
            .isInstanceOf(MalformedFactException.class);
        char[] garbled = json.toCharArray();
        garbled[random.nextInt(garbled.length)] = (char) (32 + random.nextInt(90));
        Path file2 = folder.resolve("x.lwreview");
        Files.writeString(file2, new String(garbled, 0, 1 + random.nextInt(garbled.length)));
        try {
          assertThat(ReviewFiles.readExtract(file2).role().isAssessor()).isTrue();
        } catch (MalformedFactException expected) {
          assertThat(expected).hasMessageNotContaining("\n");
        }
      }
    }
  }
}
