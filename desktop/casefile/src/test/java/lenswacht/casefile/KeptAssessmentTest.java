package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import lenswacht.assessment.Assessment;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PackChoice;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAssessmentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  @TempDir Path folder;

  @Test
  void an_assessment_is_kept_and_comes_out_the_same_again() throws Exception {
    Identifier identifier = new Identifier(Catalogue.bundled());
    Edition edition = Edition.bundled();
    try (CaseFile caseFile =
            CaseFile.create(folder.resolve("case.lenswacht"), PracticeJournal.SITE);
        PracticeJournal journal =
            new PracticeJournal(folder.resolve("a")).start("run-1", "device-1")) {
      journal.answer("192.0.2.9", "App-webs/").end().octets();
      new JournalReceiver(caseFile, Recipient.ANYBODY).receive(folder.resolve("a"));
      caseFile.answer("site.class", "ministry");

      Assessment assessment = caseFile.assess(identifier, edition, DAY);
      caseFile.assess(identifier, edition, DAY);
      String again = caseFile.judgeAgain(caseFile.assessments().getLast(), identifier, edition);
      caseFile.assess(identifier, edition, DAY.plusDays(1));

      List<KeptAssessment> kept = caseFile.assessments();
      assertThat(kept).as("the same is kept once, another day apart").hasSize(2);
      assertThat(kept.getFirst().edition()).isEqualTo(assessment.edition()).isEqualTo(edition.id());
      assertThat(kept.getFirst().onDay()).isEqualTo(DAY);
      assertThat(kept.getFirst().ratings())
          .isEqualTo(again)
          .isNotEqualTo(kept.getLast().ratings())
          .contains("site.class")
          .contains(caseFile.visits().getFirst().journalHash());
      assertThat(kept.getFirst().sha256())
          .isEqualTo(Bytes.utf8(kept.getFirst().ratings()).sha256().hex());
      assertThat(assessment.assets().size() + assessment.others().size()).isEqualTo(1);
    }
  }

  @Test
  void what_was_kept_is_judged_again_to_the_letter_though_the_answers_changed() throws Exception {
    Identifier identifier = new Identifier(Catalogue.bundled());
    try (CaseFile caseFile =
            CaseFile.create(folder.resolve("case.lenswacht"), PracticeJournal.SITE);
        PracticeJournal journal =
            new PracticeJournal(folder.resolve("a")).start("run-1", "device-1")) {
      journal.answer("192.0.2.9", "App-webs/").end().octets();
      new JournalReceiver(caseFile, Recipient.ANYBODY).receive(folder.resolve("a"));
      for (String pack : List.of("nl", "us", "eu-aia")) {
        Edition edition = Edition.bundled(new PackChoice.Named(pack));
        caseFile.answer("site.class", "ministry");
        caseFile.answer("192.0.2.9", "audio.enabled", "yes");
        caseFile.assess(identifier, edition, DAY);
        caseFile.answer("site.class", "office");
        caseFile.answer("192.0.2.9", "audio.enabled", "");

        KeptAssessment kept = caseFile.assessments().getLast();
        String again = caseFile.judgeAgain(kept, identifier, edition);

        assertThat(again).isEqualTo(kept.ratings());
        assertThat(Bytes.utf8(again).sha256().hex()).isEqualTo(kept.sha256());
        assertThat(kept.ratings()).contains(edition.hash()).contains(edition.pack().hash());
      }
      KeptAssessment dutch = caseFile.assessments().getFirst();
      assertThat(
              caseFile.judgeAgain(dutch, identifier, Edition.bundled(new PackChoice.Named("us"))))
          .isNotEqualTo(dutch.ratings());
    }
  }
}
