package lenswacht.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import lenswacht.casefile.BundleAuditor;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyNote;
import lenswacht.casefile.Erasure;
import lenswacht.casefile.ErasureCertificate;
import lenswacht.casefile.FileCheck;
import lenswacht.casefile.Recipient;
import lenswacht.casefile.Retention;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Evidence;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalAuditor;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SealOpener;
import lenswacht.observation.Service;
import lenswacht.observation.SignedMandate;
import lenswacht.report.sign.SignatureAudit;
import lenswacht.report.sign.SignatureAuditor;
import lenswacht.report.sign.TrustAnchors;

/// Flips one octet after the other in a case, a journal, a report and whatever else is verified,
/// and says which flip was not found.
///
///     ./lenswacht bench flips [--seconds N] [--seed N] [--only TEXT]
///
/// Each file gets so many seconds (with --only TEXT, those whose name has it); its octets are tried
// all over it, in an order that comes ever
/// closer, until every octet was tried or the time is over. One JSON line for each file.
public final class FlipCampaign {
  private static final int HOSTS = 40;
  private static final int MOST_NAMED = 20;
  private static final double GOLDEN = 0.6180339887498949;
  private static final List<String> FORMATS =
      List.of("pdf", "odt", "xlsx", "ods", "csv", "oscal", "cyclonedx");

  private final Path folder;
  private final Path kept;
  private final Random random;
  private final Identifier identifier = new Identifier(Catalogue.bundled());
  private final Edition edition = Edition.bundled();
  private final List<Part> parts = new ArrayList<>();

  /// What came of one flip.
  private enum Outcome {
    FOUND,
    /// Not found, and nothing that can be read is other than before.
    UNUSED,
    MISSED
  }

  /// Says what came of the flip of the octet at a place.
  private interface Look {
    Outcome at(long place) throws Exception;
  }

  /// A file that is flipped.
  private record Part(String name, Path file, Look look) {}

  /// What came of a file.
  ///
  /// @param octets of the file
  /// @param tried how many flips
  /// @param unused flips that changed nothing that can be read
  /// @param missed places that were not found
  record Told(String name, long octets, long tried, long unused, List<Long> missed) {}

  FlipCampaign(Path folder, long seed) throws Exception {
    this.folder = folder;
    this.kept = folder.resolve("case.lenswacht");
    this.random = new Random(seed);
    makeCase();
    writeAll();
  }

  /// The campaign; the exit code is 1 where a flip was not found.
  public static void main(String[] options) throws Exception {
    int seconds = Integer.parseInt(option(options, "--seconds", "30"));
    String only = option(options, "--only", "");
    Path folder = Files.createTempDirectory("lenswacht-flips-");
    FlipCampaign campaign =
        new FlipCampaign(folder, Long.parseLong(option(options, "--seed", "1")));
    boolean isMissed = false;
    PrintStream out = System.out;
    for (Part part : campaign.parts) {
      if (!part.name().contains(only)) {
        continue;
      }
      Told told = campaign.flip(part, Integer.MAX_VALUE, Duration.ofSeconds(seconds));
      isMissed |= !told.missed().isEmpty();
      out.printf(
          "{\"name\":\"flips\",\"file\":\"%s\",\"octets\":%d,\"tried\":%d,\"found\":%d,"
              + "\"unused\":%d,\"missed\":%s}%n",
          told.name(),
          told.octets(),
          told.tried(),
          told.tried() - told.unused() - told.missed().size(),
          told.unused(),
          told.missed());
    }
    out.println("the files are in " + folder);
    System.exit(isMissed ? 1 : 0);
  }

  private static String option(String[] options, String name, String otherwise) {
    int at = Arrays.asList(options).indexOf(name);
    return at < 0 ? otherwise : options[at + 1];
  }

  /// At most so many flips in each file.
  List<Told> each(int most) throws Exception {
    List<Told> all = new ArrayList<>();
    for (Part part : parts) {
      all.add(flip(part, most, Duration.ofDays(1)));
    }
    return all;
  }

  private Told flip(Part part, long most, Duration longest) throws Exception {
    byte[] octets = Files.readAllBytes(part.file());
    int step = step(octets.length);
    long until = System.nanoTime() + longest.toNanos();
    long tried = 0;
    long unused = 0;
    List<Long> missed = new ArrayList<>();
    while (tried < Math.min(most, octets.length + 1L) && System.nanoTime() < until) {
      int place = place(tried, octets.length, step);
      byte[] flipped = octets.clone();
      flipped[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(part.file(), flipped);
      switch (outcome(part, place)) {
        case FOUND -> {}
        case UNUSED -> unused++;
        case MISSED -> {
          if (missed.size() < MOST_NAMED) {
            missed.add((long) place);
          }
        }
      }
      tried++;
    }
    Files.write(part.file(), octets);
    return new Told(part.name(), octets.length, tried, unused, missed);
  }

  /// A bug that a flip brings out is as good as missed.
  private static Outcome outcome(Part part, int place) throws Exception {
    try {
      return part.look().at(place);
    } catch (RuntimeException bug) {
      bug.printStackTrace();
      return Outcome.MISSED;
    }
  }

  /// The last octet, and then all of them from the first on.
  private static int place(long tried, int octets, int step) {
    return tried == 0 ? octets - 1 : (int) ((tried - 1) * step % octets);
  }

  /// A step that comes past every octet, and spreads those that come first.
  private static int step(int octets) {
    int step = Math.max(1, (int) (octets * GOLDEN));
    while (gcd(step, octets) != 1) {
      step++;
    }
    return step;
  }

  private static int gcd(int one, int other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  private void makeCase() throws Exception {
    Identity device = Identity.openOrCreate(folder.resolve("device"), "device");
    SealingIdentity reader = SealingIdentity.openOrCreate(folder.resolve("console"));
    JournalKeys keys =
        new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader.key()));
    Path journal = Files.createDirectory(folder.resolve("journal"));
    try (Journal writing =
        Journal.open(journal, keys, InstantSource.system(), ClockTrust.COMPUTER)) {
      writing.append(new JournalEvent.RunStarted("run-1", mandate(), "device", "agent"));
      writing.append(new JournalEvent.PhaseStarted(JournalEvent.Phase.ASK));
      for (int host = 1; host <= HOSTS; host++) {
        writing.append(answer("192.0.2." + host));
      }
    }
    Custodian custodian =
        new Custodian(
            "J. Jansen",
            () -> Identity.openOrCreate(folder.resolve("keys"), "console"),
            InstantSource.system());
    try (CaseFile fresh = CaseFile.create(kept, "Town hall");
        InputStream in = Files.newInputStream(Journal.fileIn(journal))) {
      fresh.custodyLog().keptBy(custodian);
      fresh.receive(in, new Recipient(reader, Set.of(device.key().sha256())));
      fresh.answer("site.class", "ministry");
      fresh.custodyLog().retain(new Retention(LocalDate.of(2031, 5, 1), "list 5.1"));
    }
    Path gone = Files.copy(kept, folder.resolve("gone.lenswacht"));
    Path certificate = folder.resolve("gone.erased");
    new Erasure(gone, custodian).erase(certificate, "the term is over");
    parts.add(
        new Part(
            "journal",
            Journal.fileIn(journal),
            place -> found(() -> !isWholeJournal(Journal.fileIn(journal)))));
    parts.add(
        new Part(
            "certificate of erasure",
            certificate,
            place -> found(() -> ErasureCertificate.read(certificate).verified().isEmpty())));
  }

  private static SignedMandate mandate() throws Exception {
    KeyPair owner = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "M-1",
            "Town hall",
            "The owner",
            new ScanScope(List.of(AddressRange.parse("192.0.2.0/24")), List.of()),
            now.minusSeconds(3600),
            now.plusSeconds(86_400),
            Intrusiveness.ASK,
            100,
            false,
            List.of(),
            false,
            false,
            List.of(),
            "");
    return SignedMandate.sign(mandate, owner.getPrivate(), owner.getPublic());
  }

  private static JournalEvent answer(String address) {
    Service service = Service.tcp(InetAddress.ofLiteral(address), 80);
    Evidence page =
        Evidence.of(
            Instant.now(),
            service,
            "GET /",
            Bytes.utf8("HTTP/1.1 200 OK\r\nServer: App-webs/\r\n\r\n" + address),
            false,
            false);
    return new JournalEvent.Probed(
        "http",
        service,
        new ProbeOutcome.Answered(
            List.of(
                new Observation.Listening(service, page.id()),
                new Observation.Stated(service, Observable.HTTP_SERVER, "App-webs/", page.id())),
            List.of(page)));
  }

  private void writeAll() throws Exception {
    List<Path> written = new ArrayList<>();
    for (String format : FORMATS) {
      Path file = folder.resolve("report-" + format + "." + ending(format));
      run("report", "--case", kept, "--kind", "page", "--format", format, "--out", file);
      written.add(file);
    }
    Path export = folder.resolve("journals.zip");
    Path bundle = folder.resolve("bundle.zip");
    try (CaseFile opened = CaseFile.open(kept)) {
      opened.custodyLog().keptBy(Custodian.whoIsLoggedIn());
      opened.export(export, Optional.empty());
      opened.custodyLog().noteFile(CustodyAct.Kind.EXPORTED, export, CustodyNote.NONE);
    }
    written.add(export);
    Path paper = Files.copy(written.getFirst(), folder.resolve("signed.pdf"));
    run(
        "bundle",
        "--case",
        kept,
        "--out",
        bundle,
        "--report",
        paper,
        "--all",
        "--audience",
        "de rekenkamer");
    written.add(bundle);
    Path key = folder.resolve("key.p12");
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "open sesame\n");
    SignVerbTest.make(key.toString(), passphrase.toString(), "-0d");
    Path beside = folder.resolve("report-csv.csv.p7s");
    for (Path one : List.of(paper, folder.resolve("report-csv.csv"))) {
      run("sign", "--key", key, "--passphrase-file", passphrase, "--case", kept, one);
    }
    addCase();
    parts.add(
        new Part("bundle", bundle, place -> found(() -> !BundleAuditor.audit(bundle).isWhole())));
    CaseFile opened = CaseFile.open(kept);
    for (Path file : written) {
      parts.add(
          new Part(
              file.getFileName() + " against the case",
              file,
              place -> named(opened.custodyLog().check(file), place)));
    }
    SignatureAuditor auditor = new SignatureAuditor(TrustAnchors.NONE, Instant.now());
    parts.add(
        new Part("signed PDF", paper, place -> found(() -> !isWhole(auditor.embedded(paper)))));
    parts.add(
        new Part(
            "signature beside a file",
            beside,
            place ->
                found(
                    () -> !auditor.detached(folder.resolve("report-csv.csv"), beside).isWhole())));
  }

  private static String ending(String format) {
    return format.equals("oscal") || format.equals("cyclonedx") ? "json" : format;
  }

  private static void run(Object... arguments) {
    Command ran =
        Command.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    if (ran.exitCode() != 0 && ran.exitCode() != 6) {
      throw new IllegalStateException(Arrays.toString(arguments) + ": " + ran.err());
    }
  }

  /// The case with the sums beside it, these sums, and the case without them.
  private void addCase() throws Exception {
    Path sums = Path.of(kept + "-sums");
    Path bare = Files.copy(kept, folder.resolve("bare.lenswacht"));
    String content = content(bare);
    Path copy = Files.copy(kept, folder.resolve("copy.lenswacht"));
    Path beside = Files.copy(sums, Path.of(copy + "-sums"));
    parts.add(new Part("case", copy, place -> found(() -> !isWholeCase(copy))));
    parts.add(new Part("sums beside a case", beside, place -> found(() -> !isWholeCase(copy))));
    parts.add(
        new Part(
            "case without sums",
            bare,
            place ->
                !isWholeCase(bare)
                    ? Outcome.FOUND
                    : content(bare).equals(content) ? Outcome.UNUSED : Outcome.MISSED));
  }

  private boolean isWholeCase(Path file) throws IOException {
    for (String more : List.of("-wal", "-shm")) {
      Files.deleteIfExists(Path.of(file + more));
    }
    try (CaseFile opened = CaseFile.open(file)) {
      return opened.audit(identifier, edition).isWhole();
    } catch (CaseFileException refused) {
      return false;
    }
  }

  private static boolean isWholeJournal(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return JournalAuditor.audit(in, SealOpener.NONE).isWhole();
    }
  }

  private static boolean isWhole(List<SignatureAudit> audits) {
    return !audits.isEmpty() && audits.stream().allMatch(SignatureAudit::isWhole);
  }

  private interface Finding {
    boolean isFound() throws Exception;
  }

  /// A file that is refused is found as well.
  private static Outcome found(Finding finding) throws Exception {
    try {
      return finding.isFound() ? Outcome.FOUND : Outcome.MISSED;
    } catch (IOException refused) {
      return Outcome.FOUND;
    }
  }

  /// Found only where the place is named.
  private static Outcome named(FileCheck check, long place) {
    boolean isNamed =
        check.finding() instanceof FileCheck.Altered altered
            && altered.places().stream().anyMatch(it -> it.octets().meets(place, place + 1));
    return isNamed ? Outcome.FOUND : Outcome.MISSED;
  }

  /// Everything that the tables of a case hold.
  private static String content(Path file) {
    StringBuilder all = new StringBuilder();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              Object value = rows.getObject(i);
              all.append(
                  value instanceof byte[] octets
                      ? new String(octets, StandardCharsets.ISO_8859_1)
                      : String.valueOf(value));
            }
          }
        }
      }
    } catch (SQLException unreadable) {
      return "unreadable: " + unreadable.getMessage();
    }
    return all.toString();
  }
}
