package lenswacht.casefile;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Evidence;
import lenswacht.observation.FactJson;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Omission;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.observation.SignedMandate;

/// Writes journals in the clear, as devices did in version 1, with a clock that starts on
/// 2026-03-02
/// and ticks a second with every line.
final class PracticeJournal implements AutoCloseable {
  static final String SITE = "Gemeentehuis";
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final Path folder;
  private final Instant start;
  private byte[] last = new byte[32];
  private long lines;

  PracticeJournal(Path folder) throws IOException {
    this(folder, START);
  }

  /// @param start the moment at which its clock starts
  PracticeJournal(Path folder, Instant start) throws IOException {
    this.folder = folder;
    this.start = start;
    Files.createDirectories(folder);
    if (Files.notExists(file())) {
      Files.createFile(file());
    }
    for (String line : Files.readAllLines(file())) {
      last = HexFormat.of().parseHex(line.substring(0, 64));
      lines++;
    }
  }

  static SignedMandate mandate(String site) {
    return mandate(site, false);
  }

  static SignedMandate mandate(String site, boolean serialsInClear) {
    try {
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Mandate mandate =
          new Mandate(
              "M-1",
              site,
              "The owner",
              new ScanScope(List.of(AddressRange.parse("192.0.2.0/24")), List.of()),
              START.minusSeconds(3600),
              START.plusSeconds(86_400),
              Intrusiveness.ASK,
              100,
              false,
              List.of(),
              serialsInClear,
              false,
              List.of(),
              "");
      return SignedMandate.sign(mandate, keys.getPrivate(), keys.getPublic());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  PracticeJournal start(String run, String device) {
    return start(run, device, SITE);
  }

  PracticeJournal start(String run, String device, String site) {
    return start(run, device, site, false);
  }

  PracticeJournal start(String run, String device, String site, boolean serialsInClear) {
    append(new JournalEvent.RunStarted(run, mandate(site, serialsInClear), device, "agent 0.1"));
    append(new JournalEvent.PhaseStarted(JournalEvent.Phase.SWEEP));
    append(
        new JournalEvent.Swept(
            List.of(AddressRange.parse("192.0.2.0/24")),
            List.of(554, 80),
            254,
            2,
            Optional.empty()));
    return this;
  }

  PracticeJournal answer(String address, String server) {
    Service service = Service.tcp(InetAddress.ofLiteral(address), 80);
    Evidence page =
        Evidence.of(
            start,
            service,
            "GET /",
            Bytes.utf8("HTTP/1.1 200 OK\r\nServer: " + server),
            false,
            false);
    append(
        new JournalEvent.Probed(
            "http",
            service,
            new ProbeOutcome.Answered(
                List.of(
                    new Observation.Listening(service, page.id()),
                    new Observation.Stated(service, Observable.HTTP_SERVER, server, page.id()),
                    new Observation.HardwareAddress(service, card(service.address()), page.id())),
                List.of(page))));
    return this;
  }

  /// A hardware address for each address.
  private static MacAddress card(InetAddress address) {
    return MacAddress.parse(String.format("00005E0053%02X", address.getAddress()[3]));
  }

  PracticeJournal sighting(String address, String realm) {
    Service service = Service.tcp(InetAddress.ofLiteral(address), 80);
    Evidence page = Evidence.of(START, service, "GET /", Bytes.utf8(realm), false, false);
    append(
        new JournalEvent.Probed(
            "http",
            service,
            new ProbeOutcome.Answered(
                List.of(new Observation.Stated(service, Observable.HTTP_REALM, realm, page.id())),
                List.of(page))));
    return this;
  }

  PracticeJournal silence(String address) {
    append(
        new JournalEvent.Probed(
            "rtsp",
            Service.tcp(InetAddress.ofLiteral(address), 554),
            new ProbeOutcome.Silent(Duration.ofSeconds(2))));
    return this;
  }

  PracticeJournal end() {
    append(
        new JournalEvent.NotLookedAt(InetAddress.ofLiteral("192.0.2.9"), Omission.NOT_IN_MANDATE));
    append(new JournalEvent.RunEnded(JournalEvent.RunOutcome.COMPLETE, Map.of("packets", 512L)));
    return this;
  }

  void append(JournalEvent event) {
    JournalLine line =
        new JournalLine(lines + 1, start.plusSeconds(lines), ClockTrust.COMPUTER, event);
    byte[] json = FactJson.writeLine(line);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(last);
      last = digest.digest(json);
      byte[] hash = (HexFormat.of().formatHex(last) + " ").getBytes(StandardCharsets.US_ASCII);
      for (byte[] part : List.of(hash, json, new byte[] {'\n'})) {
        Files.write(file(), part, StandardOpenOption.APPEND);
      }
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    lines++;
  }

  Path file() {
    return Journal.fileIn(folder);
  }

  byte[] octets() throws IOException {
    return Files.readAllBytes(file());
  }

  @Override
  public void close() {}
}
