package lenswacht.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import lenswacht.observation.AddressRange;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Mandate;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.observation.SignedMandate;

/// A device and a console with folders of their own, not paired yet.
final class TwoEnds implements AutoCloseable {
  static final LinkTimes QUICK =
      new LinkTimes(
          Duration.ofSeconds(15),
          Duration.ofMillis(100),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ZERO,
          Duration.ofMillis(2));

  final Path journalFolder;
  final Identity device;
  final PairedPeers devicePeers;
  final Identity console;
  final PairedPeers consolePeers;
  final FakeDesk desk;
  final OrderBook orders;
  final DeviceLink link;

  TwoEnds(Path folder) throws IOException {
    journalFolder = folder.resolve("journal");
    device = Identity.openOrCreate(folder.resolve("device"), "device");
    devicePeers = PairedPeers.open(folder.resolve("device"));
    console = Identity.openOrCreate(folder.resolve("console"), "console of the test");
    consolePeers = PairedPeers.open(folder.resolve("console"));
    desk = new FakeDesk(device, devicePeers, journalFolder);
    orders = OrderBook.open(folder.resolve("device"));
    link = new DeviceLink(device, devicePeers, orders, desk, QUICK);
  }

  /// Makes both ends know each other without a cable.
  TwoEnds paired() throws IOException {
    devicePeers.add(new PairedPeers.Peer(console.key(), "console", Instant.EPOCH));
    consolePeers.add(new PairedPeers.Peer(device.key(), "device", Instant.EPOCH));
    return this;
  }

  LinkAddress.Tcp listen() throws IOException {
    return loopback(link.listen(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0)));
  }

  static LinkAddress.Tcp loopback(int port) {
    return new LinkAddress.Tcp("127.0.0.1", port);
  }

  ConsoleLink connect(Cable cable) throws LinkException {
    return ConsoleLink.connect(cable, console, consolePeers, QUICK);
  }

  SignedMandate mandate() {
    return mandateSignedBy(console);
  }

  static SignedMandate mandateSignedBy(Identity signer) {
    Mandate mandate =
        new Mandate(
            "m-1",
            "Stadhuis",
            "De secretaris",
            new ScanScope(List.of(AddressRange.parse("127.0.0.0/29")), List.of()),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"),
            Intrusiveness.ASK,
            100,
            false);
    try {
      return SignedMandate.sign(mandate, signer.privateKey(), signer.publicKey());
    } catch (java.security.GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Writes a journal of at least `octets` octets.
  byte[] writeJournal(int octets) throws IOException, BrokenJournalException {
    Random random = new Random(7);
    Path file = Journal.fileIn(journalFolder);
    try (Journal journal =
        Journal.open(journalFolder, () -> Instant.parse("2026-06-01T10:00:00Z"), anyTrust())) {
      journal.append(new JournalEvent.RunStarted("run-1", mandate(), "LW-0001", "test"));
      while (Files.size(file) < octets) {
        byte[] noise = new byte[random.nextInt(100, 900)];
        random.nextBytes(noise);
        journal.append(
            new JournalEvent.Probed(
                "noise",
                Service.host(InetAddress.ofLiteral("127.0.0.3")),
                new ProbeOutcome.NotAsked(Bytes.of(noise).base64())));
      }
    }
    return Files.readAllBytes(file);
  }

  private static ClockTrust anyTrust() {
    return ClockTrust.values()[0];
  }

  @Override
  public void close() {
    link.close();
  }
}
