package lenswacht.console;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Finding;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Glance;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.CaseQuestion;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.CaseShelf;
import lenswacht.console.desk.DraftShelf;
import lenswacht.console.desk.Explained;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Jobs;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.ReportWish;
import lenswacht.console.desk.Trouble;
import lenswacht.console.desk.Work;
import lenswacht.console.room.CaseFileShelf;
import lenswacht.console.room.ConsoleKeys;
import lenswacht.console.room.PackFindingTexts;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.visit.OpenedMandate;
import lenswacht.console.visit.VisitLine;
import lenswacht.console.visit.VisitRefusedException;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Explainer;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.link.DeviceCard;
import lenswacht.link.Progress;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.report.content.LeftOut;
import lenswacht.report.export.Foreseen;
import lenswacht.report.export.Written;

/// Rooms that do as they are told and write down what they were asked.
final class FakeRooms implements CaseShelf, VisitLine, FindingTexts, FileChoice {
  private static final Edition EDITION = Edition.bundled();
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  final List<String> asked = new ArrayList<>();
  final Path home = Path.of("target", "keys");
  final Map<String, Map<String, String>> kept = new HashMap<>();
  final DraftShelf drafts =
      new DraftShelf() {
        @Override
        public Map<String, String> read(String about) {
          return kept.getOrDefault(about, Map.of());
        }

        @Override
        public void write(String about, Map<String, String> half) {
          kept.put(about, half);
        }
      };
  Optional<BoxState> box = Optional.empty();
  boolean refuses;
  Optional<Path> chosen = Optional.empty();
  final Deque<Path> opens = new ArrayDeque<>();

  Rooms rooms() {
    return new Rooms(
        this,
        this,
        new Knowledge(EDITION),
        IDENTIFIER,
        this,
        CLOCK,
        keys(),
        drafts,
        home.resolve("knowledge"));
  }

  /// The same, but for a real shelf that judges with what is known.
  Rooms real(Identifier identifier, Knowledge knowledge, java.time.Clock clock) {
    return new Rooms(
        new CaseFileShelf(identifier, knowledge, clock),
        this,
        knowledge,
        identifier,
        new PackFindingTexts(knowledge),
        clock,
        keys(),
        drafts,
        home.resolve("knowledge"));
  }

  /// An empty desk.
  static CaseDesk desk(CaseShelf shelf, Work work) {
    return new CaseDesk(shelf, work, new Jobs(work, CLOCK));
  }

  /// A program that does everything at once.
  ConsoleProgram program(ConsoleSettings settings) {
    return new ConsoleProgram(
        rooms(),
        settings,
        kept -> {},
        this,
        new Work(Runnable::run, Runnable::run),
        "console.properties");
  }

  @Override
  public Optional<Glance> glance(Path path) throws CaseRefusedException {
    refuseIfTold();
    return Optional.empty();
  }

  @Override
  public OpenedCase open(Path path, Gauge gauge) throws CaseRefusedException {
    asked.add("open " + path);
    refuseIfTold();
    return InventedCase.opened();
  }

  @Override
  public OpenedCase judge(Path path, Gauge gauge) throws CaseRefusedException {
    return open(path, gauge);
  }

  @Override
  public <T> T ask(Path path, CaseQuestion<T> question, Gauge gauge) throws Exception {
    try (CaseFile file = CaseFile.open(path)) {
      return question.ask(file, gauge);
    }
  }

  @Override
  public Explained explain(OpenedCase opened, Identification identification) {
    return new Explained(
        new Explainer(Catalogue.bundled()).explain(identification), InventedCase.evidence());
  }

  @Override
  public Foreseen foresee(OpenedCase opened, ReportWish wish) {
    return new Foreseen(true, List.of(), "TLP:AMBER+STRICT", LeftOut.NOTHING, Map.of());
  }

  @Override
  public Written writeReport(OpenedCase opened, ReportWish wish, Path file)
      throws CaseRefusedException {
    asked.add("report " + wish.language() + " " + file);
    refuseIfTold();
    return new Written(
        List.of(new Written.Piece(file, 310_402, "9f".repeat(32))),
        List.of(new Written.Count(Written.Thing.ROWS, 239)),
        LeftOut.NOTHING);
  }

  private void refuseIfTold() throws CaseRefusedException {
    if (refuses) {
      throw new CaseRefusedException(
          new Trouble(
              Phrase.of("trouble.case.not-a-case"), Phrase.of("trouble.case.not-a-case.next")),
          true,
          new IllegalStateException("told to"));
    }
  }

  @Override
  public OpenedMandate mandate(Path file) {
    return new OpenedMandate(InventedCase.mandate(), "0123 4567 89ab cdef");
  }

  @Override
  public Optional<BoxState> box() {
    return box;
  }

  @Override
  public void sendKnowledge(Path file) {
    asked.add("knowledge " + file.getFileName());
  }

  @Override
  public void handOver(HandOver statement) {
    asked.add("hand over");
  }

  /// The real keys of a console, in a folder of their own.
  ConsoleKeys keys() {
    return new ConsoleKeys(home, "console", CLOCK);
  }

  @Override
  public DeviceCard connect(String address, Comparison comparison) throws VisitRefusedException {
    asked.add("connect " + address);
    if (refuses) {
      throw new VisitRefusedException(
          new Trouble(
              Phrase.of("trouble.link.unreachable"), Phrase.of("trouble.link.unreachable.next")),
          "told to");
    }
    return new DeviceCard("LW-0042", "lenswacht-agent 0.1.0", Bytes.fromHex("00"));
  }

  @Override
  public void run(Path mandate, Path caseFile, Follower follower) {
    asked.add("run " + mandate + " " + caseFile);
    follower.progress(progress(true));
    follower.progress(progress(false));
  }

  static Progress progress(boolean running) {
    return new Progress(
        Phase.ASK, 120, 340, 11, 2, 4, 3, Duration.ofMinutes(9), Duration.ofMinutes(13), running);
  }

  @Override
  public void stop() {
    asked.add("stop");
  }

  @Override
  public String sentence(Finding finding, Language language) {
    return language == Language.NL
        ? "De software bevat een kwetsbaarheid waarvan misbruik bekend is (" + finding.rule() + ")."
        : "The software has a vulnerability that is known to be exploited ("
            + finding.rule()
            + ").";
  }

  @Override
  public String acceptableIf(Finding finding, Language language) {
    return language == Language.NL
        ? "Wordt aanvaardbaar als de software is bijgewerkt."
        : "It becomes acceptable if the software is updated.";
  }

  @Override
  public String question(String field, Language language) {
    return EDITION.pack().sentence("field." + field, language.locale(), Map.of());
  }

  @Override
  public Optional<Path> toOpen(String title, String... patterns) {
    return opens.isEmpty() ? chosen : Optional.of(opens.removeFirst());
  }

  @Override
  public Optional<Path> toOpenFolder(String title) {
    return chosen;
  }

  @Override
  public Optional<Path> toWrite(String title, String proposal) {
    asked.add("write " + proposal);
    return chosen;
  }

  @Override
  public boolean show(Path what) {
    asked.add("show " + what.getFileName());
    return !refuses;
  }
}
