package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Assessor;
import lenswacht.assessment.Exposures;
import lenswacht.assessment.Remembered;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.Visit;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.casefile.log.ClientPolicy;
import lenswacht.casefile.log.LogReading;
import lenswacht.casefile.outside.OutsideDocument;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.asset.IdentifiedAsset;
import lenswacht.fingerprint.asset.SerialMask;
import lenswacht.fingerprint.asset.SerialVeil;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.SeparationNorm;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Coverage;
import lenswacht.observation.CoverageCourse;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.HandOver;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SealRecipient;

/// Everything that is kept about one site, in one file: the journals line by line as the devices
/// wrote them, the answers that people gave, and the assessments that were made.
///
/// The file may come from anywhere: it is checked before it is used. What a call writes is on the
/// disk, whole or not at all, when the call returns. Safe for several threads, which take turns;
/// another program may read at the same time and waits its turn to write.
public final class CaseFile implements AutoCloseable {
  /// Longest answer, and longest name of a field, in characters.
  private static final int LONGEST_ANSWER = 2_000;

  private final Remembered remembered = new Remembered();
  private final Connection connection;
  private final Path file;
  private final String site;
  private final Bytes serialKey;
  private final Instant until;
  private final StoredJournals journals;
  private final CustodyLog custodyLog;
  private CaseMemory memory;

  private CaseFile(Connection connection, Path file, Instant until, CaseMemory memory)
      throws SQLException, CaseFileException {
    this.connection = connection;
    this.file = file;
    this.site = CaseHead.site(connection);
    this.serialKey = CaseHead.serialKey(connection);
    this.until = until;
    this.memory = memory;
    this.journals = new StoredJournals(connection, site, until);
    this.custodyLog = new CustodyLog(connection, this);
  }

  /// Makes a case file for `site`, written as in its mandates.
  ///
  /// @throws CaseFileException if there is such a file already or the storage fails
  /// @throws IllegalArgumentException if the name is blank or longer than 200 characters
  public static CaseFile create(Path file, String site) throws CaseFileException {
    if (site.isBlank() || site.length() > 200) {
      throw new IllegalArgumentException("a site has a name of at most 200 characters");
    }
    CaseStorage.create(file, site);
    return open(file);
  }

  /// Opens a case file.
  ///
  /// @throws CaseFileException if it is none, is damaged, was written by a newer program, or cannot
  ///     be read
  public static CaseFile open(Path file) throws CaseFileException {
    return open(file, new CaseMemory());
  }

  /// Opens a case file, to use again what is remembered of it.
  ///
  /// @throws CaseFileException as [#open]
  public static CaseFile open(Path file, CaseMemory memory) throws CaseFileException {
    return open(file, Instant.MAX, memory);
  }

  /// Opens a case file as it was at a moment: what was seen and answered later is not told.
  ///
  /// @throws CaseFileException as [#open]
  public static CaseFile open(Path file, Instant until) throws CaseFileException {
    return open(file, until, new CaseMemory());
  }

  private static CaseFile open(Path file, Instant until, CaseMemory memory)
      throws CaseFileException {
    Connection connection = CaseStorage.open(file);
    try {
      return new CaseFile(connection, file, until, memory);
    } catch (SQLException failed) {
      throw CaseStorage.because(failed);
    }
  }

  /// Opens the case file of `site`, or makes it.
  ///
  /// @throws CaseFileException as [#open], or with `OTHER_SITE` if the file is there and is about
  ///     another site
  public static CaseFile openOrCreate(Path file, String site) throws CaseFileException {
    if (!Files.exists(file)) {
      return create(file, site);
    }
    CaseFile there = open(file);
    if (!there.site().equals(site)) {
      String other = there.site();
      there.close();
      throw new CaseFileException(
          Reason.OTHER_SITE, "%s is about the site '%s'".formatted(file, other));
    }
    return there;
  }

  /// The name of the site.
  public String site() {
    return site;
  }

  /// Where it is kept.
  public Path file() {
    return file;
  }

  /// Verifies a journal from its first line on and keeps every line that is not there yet. Either
  /// all of it is kept or nothing.
  ///
  /// @param journal the journal from its first octet on; the caller closes it
  /// @param recipient who takes it in
  /// @throws BrokenJournalException if a line does not hold, or differs from what was received
  ///     before
  /// @throws IOException if the journal cannot be read
  public synchronized Received receive(InputStream journal, Recipient recipient)
      throws IOException, BrokenJournalException, CaseFileException {
    return take(recipient, intake -> intake.takeWhole(journal));
  }

  /// Verifies and keeps the lines of a journal that follow those that are there.
  ///
  /// @param rest the journal from the octet at `from` on; the caller closes it
  /// @param from what [#resumePoint] gave
  /// @param recipient who takes them in
  /// @throws BrokenJournalException if a line does not hold or does not continue what is there
  /// @throws IOException if the journal cannot be read
  public synchronized Received receive(InputStream rest, ResumePoint from, Recipient recipient)
      throws IOException, BrokenJournalException, CaseFileException {
    return take(recipient, intake -> intake.takeBehind(rest, from));
  }

  /// Up to where the youngest journal of a device is here; empty if none is.
  public synchronized Optional<ResumePoint> resumePoint(String device) throws CaseFileException {
    return ask(
        () -> JournalRow.writtenBy(connection, device).stream().findFirst().map(JournalRow::end));
  }

  /// The scan runs at this site, in the order in which they were received.
  public synchronized List<Visit> visits() throws CaseFileException {
    return ask(journals::visits);
  }

  /// Every asset that was seen at this site, as the last run saw it that did, in the order of the
  /// addresses. Serial numbers are shown as hashes under the key of this case, and masked where
  /// they were read from, unless every mandate of the case allows them in the clear. Verifies the
  /// journals on the way.
  public synchronized List<SeenAsset> assets(Identifier identifier) throws CaseFileException {
    return identified(identifier).assets();
  }

  private CaseMemory.Identified identified(Identifier identifier) throws CaseFileException {
    CaseMemory.Read read = reading(Progress.NONE);
    Optional<CaseMemory.Identified> known = read.identified().filter(who -> who.by() == identifier);
    if (known.isPresent()) {
      return known.get();
    }
    List<IdentifiedAsset> assets = read.runs().assets(identifier::identify);
    SerialVeil veil = veil();
    CaseMemory.Identified now =
        new CaseMemory.Identified(
            identifier,
            assets.stream().map(veil::over).map(CaseFile::seen).toList(),
            veil.isOpen() ? SerialMask.NONE : SerialMask.ofAll(assets));
    memory.keep(read.with(now));
    return now;
  }

  private static SeenAsset seen(IdentifiedAsset asset) {
    return new SeenAsset(
        asset.name(), asset.trace(), asset.mac(), asset.identification(), asset.observations());
  }

  private SerialVeil veil() throws CaseFileException {
    List<Visit> visits = visits();
    boolean isAllowed =
        !visits.isEmpty() && visits.stream().map(Visit::mandate).allMatch(Mandate::serialsInClear);
    return isAllowed ? SerialVeil.none() : SerialVeil.under(serialKey);
  }

  /// What was looked at in all scan runs together, and what was not; empty where there was none.
  /// Verifies the journals on the way.
  public synchronized Optional<Coverage> coverage() throws CaseFileException {
    return heard().coverage();
  }

  /// Reads and verifies the journals, unless that is remembered.
  ///
  /// @param progress is told how far that is, and may stop it
  /// @throws java.util.concurrent.CancellationException what `progress` threw
  public synchronized void read(Progress progress) throws CaseFileException {
    reading(progress);
  }

  private HeardRuns heard() throws CaseFileException {
    return reading(Progress.NONE).runs();
  }

  private CaseMemory.Read reading(Progress progress) throws CaseFileException {
    List<JournalRow> rows = ask(() -> JournalRow.all(connection));
    Optional<CaseMemory.Read> known = memory.of(file, until, rows);
    if (known.isPresent()) {
      return known.get();
    }
    HeardRuns runs = new HeardRuns(scopes(mandate -> true));
    long lines = rows.stream().mapToLong(JournalRow::lines).sum();
    ask(
        () -> {
          journals.read(runs.telling(progress, lines));
          return runs;
        });
    CaseMemory.Read now = new CaseMemory.Read(file, until, rows, runs, Optional.empty());
    memory.keep(now);
    return now;
  }

  /// When each range was listened to and asked; nothing where there was no scan run. Verifies the
  /// journals on the way.
  public synchronized CoverageCourse coverageCourse() throws CaseFileException {
    return heard().course();
  }

  /// Everything of this site that passed from one console to another, in the order in which it was
  /// kept.
  public synchronized List<HandOver> custody() throws CaseFileException {
    return ask(() -> CustodyBook.read(connection));
  }

  /// Keeps a statement by which something changed hands.
  ///
  /// @throws MalformedFactException if it is not signed by both parties; nothing is kept then
  public synchronized void keep(HandOver statement)
      throws CaseFileException, MalformedFactException {
    statement.completed();
    ask(() -> CustodyBook.write(connection, statement));
  }

  /// The zones of the site and what was agreed between them; [ZonePlan#NONE] where nobody said.
  public synchronized ZonePlan zones() throws CaseFileException {
    return ask(() -> ZoneBook.read(connection));
  }

  /// Keeps the zones of the site, instead of those before.
  public synchronized void keepZones(ZonePlan plan) throws CaseFileException {
    ask(() -> ZoneBook.write(connection, plan));
  }

  /// Which zones reach which, as far as it was tried; empty where nobody named the zones. Verifies
  /// the journals on the way.
  ///
  /// @param assets what [#assets] gave
  public synchronized Optional<SeparationMatrix> separation(
      List<SeenAsset> assets, SeparationNorm norm) throws CaseFileException {
    HeardRuns runs = heard();
    return ask(() -> ZoneBook.matrix(connection, runs, assets, norm));
  }

  /// From where each of `assets` can be reached, in their order.
  ///
  /// @param assets what [#assets] gave
  /// @param onDay the day for which ages are counted
  public synchronized List<Exposure> exposures(List<SeenAsset> assets, LocalDate onDay)
      throws CaseFileException {
    Exposures exposures = new Exposures(assets, visits(), exposureFacts(assets), onDay);
    return assets.stream().map(exposures::of).toList();
  }

  /// What is known of ways in and out besides what the assets themselves say.
  public synchronized List<ExposureFact> exposureFacts(List<SeenAsset> assets)
      throws CaseFileException {
    List<ExposureFact> facts = new ArrayList<>();
    Optional<SeparationMatrix> matrix = separation(assets, SeparationNorm.NONE);
    if (matrix.isPresent()) {
      facts.addAll(ZoneBook.facts(matrix.get(), assets));
    } else {
      coverage().ifPresent(coverage -> facts.addAll(Crossings.of(coverage, assets)));
    }
    facts.addAll(CallsOutside.of(logs(), contacts(), heard().tried()));
    OutsideMatches matches = new OutsideMatches(assets, this::hashed);
    facts.addAll(matches.of(outside()));
    facts.addAll(matches.of(heard().fromOutside(this::hashed)));
    return List.copyOf(facts);
  }

  /// Whom the assets call outside, and how far that was looked at.
  ///
  /// @param assets what [#assets] gave
  public synchronized WaysOut waysOut(List<SeenAsset> assets) throws CaseFileException {
    return new WaysOutTale(assets).tell(logs(), contacts(), heard().segments(), heard().tried());
  }

  private String hashed(String serial) {
    return SerialVeil.under(serialKey).shown(serial);
  }

  /// Keeps what others saw of the site from outside; a fact that is there already stays single.
  ///
  /// @param name of the document
  /// @return how many facts were not there before
  public synchronized int keep(String name, OutsideDocument document) throws CaseFileException {
    return ask(() -> OutsideShelf.keep(connection, name, document, this::hashed));
  }

  /// What others saw of the site from outside, by time.
  public synchronized List<KeptOutside> outside() throws CaseFileException {
    return ask(() -> OutsideShelf.all(connection));
  }

  /// The evidence with this id as it was received, if it is kept here: what the hash in a report is
  /// the hash of. Its bytes hold serial numbers; people are shown [#shown].
  public synchronized Optional<Evidence> evidence(EvidenceId id) throws CaseFileException {
    return ask(() -> journals.evidence(id));
  }

  /// The evidence with this id as it may be shown, if it is kept here: with asterisks where a
  /// serial number of an asset in this case stands, unless every mandate of the case allows them.
  public synchronized Optional<Evidence> shown(EvidenceId id, Identifier identifier)
      throws CaseFileException {
    SerialMask mask = mask(identifier);
    return evidence(id).map(piece -> over(piece, mask));
  }

  /// What hides the serial numbers of the assets in this case; nothing where every mandate of the
  /// case allows them.
  public synchronized SerialMask mask(Identifier identifier) throws CaseFileException {
    return identified(identifier).mask();
  }

  /// Evidence as it may be shown: with asterisks where `mask` finds a serial number.
  public static Evidence over(Evidence piece, SerialMask mask) {
    return new Evidence(
        piece.id(),
        piece.at(),
        piece.service(),
        piece.question(),
        mask.over(piece.bytes()),
        piece.truncated(),
        piece.redacted());
  }

  /// How closely it may be kept who at this site called somebody outside.
  public synchronized ClientPolicy clientPolicy() throws CaseFileException {
    return new ClientPolicy(scopes(mandate -> true), scopes(Mandate::faceCallers));
  }

  private List<ScanScope> scopes(Predicate<Mandate> which) throws CaseFileException {
    return visits().stream()
        .map(Visit::mandate)
        .filter(which)
        .map(Mandate::scope)
        .distinct()
        .toList();
  }

  /// Keeps what a log brought; a log that was kept before, under whatever name, is replaced.
  ///
  /// @return whether it was kept before
  public synchronized boolean keep(String name, LogReading reading) throws CaseFileException {
    return ask(() -> LogShelf.keep(connection, name, reading));
  }

  /// The logs that were read, in the order in which they were.
  public synchronized List<KeptLog> logs() throws CaseFileException {
    return ask(() -> LogShelf.logs(connection));
  }

  /// Who called somebody outside, as the logs tell.
  public synchronized List<KeptContact> contacts() throws CaseFileException {
    return ask(() -> LogShelf.contacts(connection));
  }

  /// What people answered, the last answer on each field.
  public synchronized Answers answers() throws CaseFileException {
    return ask(() -> AnswerBook.read(connection, until));
  }

  /// Notes an answer on the site as a whole; an empty `value` withdraws the one before.
  public synchronized void answer(String field, String value) throws CaseFileException {
    answer("", field, value);
  }

  /// Notes an answer on the asset at `address`; an empty `value` withdraws the one before.
  public synchronized void answer(String address, String field, String value)
      throws CaseFileException {
    if (field.isBlank() || field.length() > LONGEST_ANSWER || value.length() > LONGEST_ANSWER) {
      throw new IllegalArgumentException("an answer needs a field and has a limited length");
    }
    ask(() -> AnswerBook.write(connection, address, field, value));
  }

  /// What befell the devices themselves. Verifies the journals on the way.
  public synchronized BoxDiary boxDiary() throws CaseFileException {
    return ask(() -> BoxDiary.of(journals));
  }

  /// What people decided about the site.
  public DecisionBook decisions() {
    return new DecisionBook(connection, this);
  }

  /// The floors of the site, what hangs where, what was seen and what the papers say.
  public PlanBook floors() {
    return new PlanBook(new Ledger(connection, this), until, this::hashed);
  }

  /// How people decide on what the machine proposes of it.
  public ReviewBook reviews() {
    return new ReviewBook(connection, this, serialKey);
  }

  /// What of it can be given to a third party.
  public CaseParts parts() {
    return new CaseParts(connection, this);
  }

  /// Who had the case and what belongs to it in hand, and when.
  public CustodyLog custodyLog() {
    return custodyLog;
  }

  /// Judges what is kept here and keeps the ratings.
  public synchronized Assessment assess(Identifier identifier, Edition edition, LocalDate onDay)
      throws CaseFileException {
    Assessment assessment = judge(identifier, edition, onDay);
    Answers answers = answers();
    List<Visit> visits = visits();
    String ratings = AssessmentShelf.text(assessment, edition, onDay, answers, visits);
    ask(() -> AssessmentShelf.keep(connection, edition.id(), onDay, ratings));
    ask(() -> GlanceShelf.keep(connection, assessment, onDay));
    return assessment;
  }

  /// Judges again with the day and the answers that a kept assessment was made with. What is kept
  /// of the case besides, its journals among it, is taken as it is now.
  ///
  /// @param edition the one it was made with, to get the same text
  /// @return the ratings as JSON, to the letter those of `kept` where nothing else changed
  public synchronized String judgeAgain(KeptAssessment kept, Identifier identifier, Edition edition)
      throws CaseFileException {
    Answers answers = AssessmentShelf.answers(kept);
    Assessment assessment = judge(identifier, edition, kept.onDay(), answers);
    return AssessmentShelf.text(assessment, edition, kept.onDay(), answers, visits());
  }

  /// Judges what is kept here and keeps nothing.
  public synchronized Assessment judge(Identifier identifier, Edition edition, LocalDate onDay)
      throws CaseFileException {
    return judge(identifier, edition, onDay, answers());
  }

  /// The same with other answers than those that are kept here.
  public synchronized Assessment judge(
      Identifier identifier, Edition edition, LocalDate onDay, Answers answers)
      throws CaseFileException {
    List<SeenAsset> assets = assets(identifier);
    return new Assessor(edition)
        .assess(
            site,
            onDay,
            answers,
            assets,
            visits(),
            exposureFacts(assets),
            separation(assets, edition.separation()),
            remembered);
  }

  /// Verifies every journal to its end and says what falls away, also of the findings of the last
  /// assessment that was kept. Nothing is judged from lost lines after this.
  public synchronized CaseAudit audit(Identifier identifier, Edition edition)
      throws CaseFileException {
    List<CaseAudit.OneJournal> audits = ask(journals::audit);
    ContentAudit content = custodyLog.audit(file);
    List<KeptAssessment> kept = ask(() -> AssessmentShelf.readable(connection, content));
    if (kept.isEmpty() || audits.stream().allMatch(CaseAudit.OneJournal::isWhole)) {
      return new CaseAudit(audits, List.of(), content);
    }
    journals.leaveOut(audits);
    memory = new CaseMemory(); // what does not hold is nobody else's
    KeptAssessment last = kept.getLast();
    return new CaseAudit(
        audits,
        AssessmentShelf.missing(
            last.ratings(),
            judge(identifier, edition, last.onDay(), AssessmentShelf.answers(last))),
        content);
  }

  /// The last assessment that was kept, at a glance; empty where none was.
  public synchronized Optional<Glance> glance() throws CaseFileException {
    return ask(() -> GlanceShelf.last(connection, site));
  }

  /// The assessments that were kept, the oldest first.
  public synchronized List<KeptAssessment> assessments() throws CaseFileException {
    return ask(() -> AssessmentShelf.all(connection));
  }

  /// Writes every journal of this case to an exchange file.
  ///
  /// @param reader who shall be able to read them besides those they were sealed to
  /// @throws IOException if the file cannot be written
  /// @throws BrokenJournalException if a journal does not hold any more; nothing is written then
  public synchronized void export(Path to, Optional<SealRecipient> reader)
      throws IOException, BrokenJournalException, CaseFileException {
    verify();
    try {
      journals.export(to, reader);
    } catch (SQLException failed) {
      throw CaseStorage.because(failed);
    }
  }

  /// Verifies every line of every journal again.
  ///
  /// @throws BrokenJournalException with the first line that does not hold any more
  public synchronized void verify() throws BrokenJournalException, CaseFileException {
    try {
      journals.verify();
    } catch (SQLException failed) {
      throw CaseStorage.because(failed);
    }
  }

  @Override
  public synchronized void close() throws CaseFileException {
    try {
      Optional<CustodyLog.AfterClosing> afterwards;
      try {
        afterwards = custodyLog.closing();
      } finally {
        connection.close();
      }
      if (afterwards.isPresent()) {
        afterwards.get().run(file);
      }
    } catch (IOException failed) {
      throw new CaseFileException(
          Reason.STORAGE, "custody cannot be signed: " + failed.getMessage(), failed);
    } catch (SQLException failed) {
      throw CaseStorage.because(failed);
    }
  }

  private interface Question<T> {
    T ask() throws SQLException, CaseFileException;
  }

  private static <T> T ask(Question<T> question) throws CaseFileException {
    try {
      return question.ask();
    } catch (SQLException failed) {
      throw CaseStorage.because(failed);
    } catch (DateTimeException altered) {
      throw CaseStorage.because(altered);
    }
  }

  private interface Taking {
    Received take(JournalIntake intake)
        throws IOException, SQLException, BrokenJournalException, CaseFileException;
  }

  private Received take(Recipient recipient, Taking taking)
      throws IOException, BrokenJournalException, CaseFileException {
    journals.forget();
    try {
      connection.setAutoCommit(false);
      try (JournalIntake intake = new JournalIntake(connection, site, recipient)) {
        Received received = taking.take(intake);
        connection.commit();
        return received;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw CaseStorage.because(failed);
    }
  }
}
