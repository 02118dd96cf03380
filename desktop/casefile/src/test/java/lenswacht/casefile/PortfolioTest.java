package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.assessment.compare.Course;
import lenswacht.assessment.compare.Course.Kind;
import lenswacht.assessment.compare.Course.Origin;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;
import lenswacht.link.Identity;
import lenswacht.observation.CoverageCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());

  @TempDir Path folder;

  @Test
  void judged_unjudged_and_damaged_sites_stand_beside_each_other_and_none_is_judged_anew()
      throws Exception {
    Path judged = visited("judged");
    try (CaseFile file = CaseFile.open(judged)) {
      file.assess(IDENTIFIER, Edition.bundled(), DAY);
      file.decisions()
          .say(
              List.of(
                  word("M07", RemedyState.AGREED),
                  word("M08", RemedyState.PROPOSED),
                  word("M08", RemedyState.DONE)));
    }
    Path unjudged = visited("unjudged");
    CaseFile.create(folder.resolve("empty.lenswacht"), "Leeg").close();
    Path damaged = folder.resolve("kapot.lenswacht");
    Files.write(damaged, new byte[5_000]);
    Files.writeString(folder.resolve("notes.txt"), "no case");

    Portfolio portfolio = Portfolio.read(Portfolio.files(folder), (done, all) -> {});

    assertThat(portfolio.sites()).extracting(SiteState::file).contains(judged, unjudged, damaged);
    assertThat(portfolio.sites()).hasSize(4);
    SiteState first = of(portfolio, judged);
    assertThat(first.espionage()).isPresent();
    assertThat(first.assets()).isEqualTo(1);
    assertThat(first.openRemedies()).isEqualTo(1);
    assertThat(first.lastVisit()).contains(PracticeJournal.START);
    assertThat(first.isBehind()).isFalse();
    assertThat(first.coverage()).isPresent();
    assertThat(of(portfolio, unjudged).espionage()).isEmpty();
    assertThat(of(portfolio, damaged).trouble().orElseThrow().reason())
        .isEqualTo(CaseFileException.Reason.NOT_A_CASE_FILE);
    assertThat(portfolio.unread()).isEqualTo(1);
    assertThat(portfolio.neverVisited()).isEqualTo(1);
    assertThat(portfolio.openRemedies()).isEqualTo(1);
    assertThat(portfolio.espionage().open()).as("what is not known is counted").isEqualTo(4);
    assertThat(portfolio.longestAgo()).isPresent();
    try (CaseFile file = CaseFile.open(unjudged)) {
      assertThat(file.assessments()).as("looking judges nothing").isEmpty();
    }
  }

  @Test
  void levels_are_counted_by_their_worst_end_and_never_averaged() {
    Portfolio portfolio =
        new Portfolio(
            List.of(
                rated(Level.LOW, Level.HIGH),
                rated(Level.HIGH, Level.HIGH),
                rated(Level.VERY_LOW, Level.LOW),
                rated(Level.VERY_LOW, Level.VERY_HIGH)));
    assertThat(portfolio.espionage().levels())
        .containsEntry(Level.HIGH, 2)
        .containsEntry(Level.LOW, 1);
    assertThat(portfolio.espionage().open()).as("from lowest to highest is not known").isEqualTo(1);
    assertThat(portfolio.privacy().open()).isEqualTo(4);
  }

  private static SiteState rated(Level best, Level worst) {
    return new SiteState(
        Path.of("a.lenswacht"),
        Optional.empty(),
        "A",
        Optional.of(new Interval(best, worst)),
        Optional.empty(),
        Optional.of("2026"),
        Optional.of(DAY),
        false,
        1,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty());
  }

  @Test
  void until_when_a_case_is_kept_is_told_and_that_it_is_past_or_nobody_said() throws Exception {
    Path path = visited("site");
    assertThat(SiteState.read(path).keeping(DAY)).isEqualTo(SiteState.Keeping.NOBODY_SAID);
    try (CaseFile file = CaseFile.open(path)) {
      file.custodyLog()
          .keptBy(
              new Custodian(
                  "J. Jansen",
                  () -> Identity.openOrCreate(folder.resolve("keys"), "console"),
                  InstantSource.system()));
      file.custodyLog().retain(new Retention(DAY.plusDays(1), "list 5.1"));
    }
    SiteState kept = SiteState.read(path);
    assertThat(kept.retention()).contains(new Retention(DAY.plusDays(1), "list 5.1"));
    assertThat(kept.keeping(DAY)).isEqualTo(SiteState.Keeping.KEPT);
    assertThat(kept.keeping(DAY.plusDays(1))).isEqualTo(SiteState.Keeping.PAST);
    Path noise = Files.writeString(folder.resolve("noise.lenswacht"), "noise");
    assertThat(SiteState.read(noise).keeping(DAY)).isEqualTo(SiteState.Keeping.NOT_DETERMINED);
    Portfolio all = Portfolio.read(List.of(path, noise), (done, of) -> {});
    assertThat(all.keeping(SiteState.Keeping.KEPT, DAY)).isEqualTo(1);
  }

  @Test
  void a_visit_after_the_last_judgement_is_said() throws Exception {
    Path path = visited("site");
    try (CaseFile file = CaseFile.open(path);
        PracticeJournal more = new PracticeJournal(folder.resolve("more"))) {
      file.assess(IDENTIFIER, Edition.bundled(), DAY);
      more.start("run-2", "device-2").answer("192.0.2.10", "App-webs/").end().octets();
      new JournalReceiver(file, Recipient.ANYBODY).receive(folder.resolve("more"));
    }
    assertThat(SiteState.read(path).isBehind()).isTrue();
  }

  @Test
  void the_course_says_whether_the_site_changed_the_rules_or_what_people_said() throws Exception {
    Path path = visited("site");
    try (CaseFile file = CaseFile.open(path)) {
      file.assess(IDENTIFIER, Edition.bundled(), DAY);
      file.assess(IDENTIFIER, edition("us"), DAY);
      file.answer("site.class", "ministry");
      file.assess(IDENTIFIER, edition("us"), DAY);
      Course course = new CourseReader(file, IDENTIFIER).read();
      assertThat(course.events())
          .extracting(Course.Event::kind)
          .contains(Kind.VISIT, Kind.APPEARED);
      assertThat(of(course, Kind.EDITION))
          .extracting(Course.Event::origins)
          .containsExactly(Set.of(), Set.of(Origin.RULES));
      assertThat(of(course, Kind.ANSWER))
          .extracting(Course.Event::subject)
          .containsExactly("site.class");
      assertThat(of(course, Kind.PRIVACY)).isNotEmpty();
      assertThat(course.events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }
  }

  @Test
  void when_each_range_was_asked_is_read_from_the_journal() throws Exception {
    try (CaseFile file = CaseFile.open(visited("site"))) {
      CoverageCourse course = file.coverageCourse();
      assertThat(course.rounds()).hasSize(1);
      CoverageCourse.Round round = course.rounds().getFirst();
      assertThat(round.isEnded()).isTrue();
      assertThat(round.bands()).isNotEmpty();
      assertThat(round.bands()).anyMatch(band -> !band.asked().isEmpty());
      assertThat(round.bands()).allMatch(band -> band.listened().isEmpty());
    }
  }

  private static RemedyWord word(String remedy, RemedyState state) {
    return new RemedyWord(remedy, "", state, "J. Jansen", "", Instant.now());
  }

  private static Edition edition(String pack) throws Exception {
    return Edition.read(KnowledgeFolder.bundled(), new PackChoice.Named(pack));
  }

  private static List<Course.Event> of(Course course, Kind kind) {
    return course.events().stream()
        .filter(event -> event.kind() == kind && event.asset().isEmpty())
        .toList();
  }

  private static SiteState of(Portfolio portfolio, Path file) {
    Optional<SiteState> found =
        portfolio.sites().stream().filter(site -> site.file().equals(file)).findFirst();
    return found.orElseThrow();
  }

  private Path visited(String name) throws Exception {
    Path path = folder.resolve(name + ".lenswacht");
    Path journal = Files.createDirectory(folder.resolve("journal-" + name));
    try (CaseFile file = CaseFile.create(path, PracticeJournal.SITE);
        PracticeJournal written = new PracticeJournal(journal).start("run-1", "device-1")) {
      written.answer("192.0.2.9", "App-webs/").end().octets();
      new JournalReceiver(file, Recipient.ANYBODY).receive(journal);
    }
    return path;
  }
}
