package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Evidence;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedJournalTest {
  @TempDir Path folder;
  private Recipient console = Recipient.ANYBODY;
  private Recipient stranger = Recipient.ANYBODY;
  private Path journal = Path.of("");

  @BeforeEach
  void write_a_sealed_journal() throws Exception {
    Identity device = Identity.openOrCreate(folder.resolve("device"), "device");
    console = Recipient.ofConsole(folder.resolve("console")).and(device.key().sha256());
    stranger = Recipient.ofConsole(folder.resolve("stranger")).and(device.key().sha256());
    var reader = SealingIdentity.openOrCreate(folder.resolve("console")).key();
    journal = folder.resolve("journal");
    try (Journal kept =
        Journal.open(
            journal,
            new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader)),
            InstantSource.fixed(PracticeJournal.START),
            ClockTrust.REAL_TIME_CLOCK)) {
      kept.append(
          new JournalEvent.RunStarted(
              "run-1", PracticeJournal.mandate(PracticeJournal.SITE), "LW-1", "agent"));
      for (int host = 1; host <= 6; host++) {
        kept.append(page("192.0.2." + host, "Server of host " + host));
        kept.sync();
      }
      kept.append(new JournalEvent.RunEnded(JournalEvent.RunOutcome.COMPLETE, Map.of()));
    }
  }

  @Test
  void what_was_sealed_is_received_read_and_verified_again() throws Exception {
    try (CaseFile file = received("a")) {
      assertThat(file.visits()).hasSize(1);
      assertThat(file.assets(identifier())).hasSize(6);
      assertThat(file.audit(identifier(), Edition.bundled()).isWhole()).isTrue();
      file.verify();
    }
  }

  @Test
  void receiving_goes_on_where_it_ended_whatever_the_place_of_the_cut() throws Exception {
    byte[] whole = octets();
    for (int cut = 500; cut < whole.length; cut += 977) {
      try (CaseFile file =
          CaseFile.create(folder.resolve(cut + ".lenswacht"), PracticeJournal.SITE)) {
        file.receive(new ByteArrayInputStream(Arrays.copyOf(whole, cut)), console);
        Optional<ResumePoint> point = file.resumePoint("LW-1");
        if (point.isPresent()) {
          file.receive(
              new ByteArrayInputStream(
                  Arrays.copyOfRange(whole, (int) point.get().octets(), whole.length)),
              point.get(),
              console);
        } else {
          file.receive(new ByteArrayInputStream(whole), console);
        }
        assertThat(file.assets(identifier())).hasSize(6);
        file.verify();
      }
    }
  }

  @Test
  void a_journal_for_another_console_or_of_an_unknown_device_is_refused() throws Exception {
    assertThat(refusal(stranger)).isEqualTo(Reason.SEALED_TO_OTHERS);
    assertThat(refusal(Recipient.ofConsole(folder.resolve("console"))))
        .isEqualTo(Reason.UNKNOWN_DEVICE);
  }

  @Test
  void a_flipped_bit_anywhere_in_the_kept_lines_or_keys_is_found() throws Exception {
    received("b").close();
    Random random = new Random(5);
    for (int trial = 0; trial < 12; trial++) {
      Path copy = folder.resolve("copy-" + trial + ".lenswacht");
      Files.copy(folder.resolve("b.lenswacht"), copy);
      long line = flip(copy, random, trial % 4 == 0);
      try (CaseFile file = CaseFile.open(copy)) {
        CaseAudit audit = file.audit(identifier(), Edition.bundled());
        assertThat(audit.isWhole()).as("line " + line).isFalse();
        if (line > 0) {
          assertThat(audit.journals().getFirst().audit().broken().orElseThrow().line())
              .isLessThanOrEqualTo(line);
        }
      }
    }
  }

  @Test
  void what_is_exported_is_received_elsewhere_and_gives_the_same_file_again() throws Exception {
    SealingIdentity third = SealingIdentity.openOrCreate(folder.resolve("third"));
    Path exported = folder.resolve("one.lwx");
    try (CaseFile file = received("c")) {
      file.export(exported, Optional.empty());
      file.export(folder.resolve("two.lwx"), Optional.empty());
      file.export(folder.resolve("third.lwx"), Optional.of(third.key()));
    }
    assertThat(folder.resolve("two.lwx")).hasSameBinaryContentAs(exported);
    take(exported, console, "d");
    take(folder.resolve("third.lwx"), new Recipient(third, console.devices()), "e");
    assertThatExceptionOfType(CaseFileException.class)
        .isThrownBy(() -> take(exported, stranger, "f"));
  }

  @Test
  void an_exchange_file_that_was_altered_or_holds_anything_else_is_refused() throws Exception {
    Path exported = folder.resolve("good.lwx");
    try (CaseFile file = received("g")) {
      file.export(exported, Optional.empty());
    }
    byte[] good = Files.readAllBytes(exported);
    for (int at = 0; at < good.length; at += 311) {
      byte[] changed = good.clone();
      changed[at] ^= 4;
      refused(changed, good);
    }
    for (int cut = 0; cut < good.length; cut += 997) {
      refused(Arrays.copyOf(good, cut), good);
    }
    for (String name : List.of("../evil.lwj", "/etc/journal-1.lwj", "journal-1.lwj.exe")) {
      refused(zip(name, false), good);
    }
    refused(zip("journal-1.lwj", true), good);
  }

  /// A change where nothing is looked at, such as a time of day in the archive, may pass; what
  /// comes
  /// out of it must be the journal.
  private void refused(byte[] changed, byte[] good) throws Exception {
    Path file = Files.write(folder.resolve("changed.lwx"), changed);
    try {
      ExchangeFile.read(
          file,
          console.opener(),
          (in, opener) -> assertThat(in.readAllBytes()).isEqualTo(octets()));
      assertThat(changed).hasSameSizeAs(good);
    } catch (CaseFileException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.DAMAGED);
    }
  }

  private static byte[] zip(String name, boolean isPacked) throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.DEFLATED);
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(
          ("{\"format\":\"lenswacht-exchange\",\"version\":1,\"journals\":[{\"name\":\""
                  + name
                  + "\",\"octets\":100000000,\"sha256\":\""
                  + Bytes.of(new byte[32]).base64()
                  + "\"}],\"keys\":[]}")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(new byte[isPacked ? 10_000_000 : 10]);
    }
    return out.toByteArray();
  }

  private void take(Path exported, Recipient recipient, String name) throws Exception {
    try (CaseFile file =
        CaseFile.create(folder.resolve(name + ".lenswacht"), PracticeJournal.SITE)) {
      ExchangeFile.read(
          exported,
          recipient.opener(),
          (in, opener) -> file.receive(in, new Recipient(opener, recipient.devices())));
      assertThat(file.assets(identifier())).hasSize(6);
    }
  }

  private CaseFile received(String name) throws Exception {
    CaseFile file = CaseFile.create(folder.resolve(name + ".lenswacht"), PracticeJournal.SITE);
    try (InputStream in = Files.newInputStream(Journal.fileIn(journal))) {
      file.receive(in, console);
    }
    return file;
  }

  private Reason refusal(Recipient recipient) throws Exception {
    try (CaseFile file =
        CaseFile.openOrCreate(folder.resolve("refused.lenswacht"), PracticeJournal.SITE)) {
      return assertThatExceptionOfType(CaseFileException.class)
          .isThrownBy(() -> file.receive(new ByteArrayInputStream(octets()), recipient))
          .actual()
          .reason();
    }
  }

  private byte[] octets() throws java.io.IOException {
    return Files.readAllBytes(Journal.fileIn(journal));
  }

  private static Identifier identifier() {
    return new Identifier(Catalogue.bundled());
  }

  private static long flip(Path file, Random random, boolean isKey) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      String table = isKey ? "content_key" : "line";
      String column = isKey ? "octets" : "raw";
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "SELECT sequence, %s FROM %s ORDER BY (sequence * %d) %% 7 LIMIT 1"
                      .formatted(column, table, 1 + random.nextInt(6)))) {
        row.next();
        long sequence = row.getLong(1);
        byte[] octets = row.getBytes(2);
        octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        try (PreparedStatement update =
            connection.prepareStatement(
                "UPDATE %s SET %s = ? WHERE sequence = ?".formatted(table, column))) {
          update.setBytes(1, octets);
          update.setLong(2, sequence);
          update.executeUpdate();
        }
        return isKey ? 0 : sequence;
      }
    }
  }

  private static JournalEvent page(String address, String server) {
    Service service = Service.tcp(InetAddress.ofLiteral(address), 80);
    Evidence page =
        Evidence.of(PracticeJournal.START, service, "GET /", Bytes.utf8(server), false, false);
    return new JournalEvent.Probed(
        "http",
        service,
        new ProbeOutcome.Answered(
            List.of(
                new Observation.Listening(service, page.id()),
                new Observation.Stated(service, Observable.HTTP_SERVER, server, page.id())),
            List.of(page)));
  }
}
