package lenswacht.console;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Recipient;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;

/// Makes case files of a signed and sealed journal, as a device and a console do together.
final class MadeCase {
  static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  private MadeCase() {}

  /// Writes into a journal.
  interface Writing {
    void into(Journal kept) throws Exception;
  }

  /// Does something with the case that was made.
  interface Finishing {
    void with(CaseFile made) throws Exception;
  }

  /// Writes a journal in `folder`, takes it in, and gives the case file.
  static Path in(Path folder, String name, String site, Writing writing, Finishing finishing)
      throws Exception {
    Identity device = Identity.openOrCreate(folder.resolve("device"), "device");
    Recipient console = Recipient.ofConsole(folder.resolve("console")).and(device.key().sha256());
    var reader = SealingIdentity.openOrCreate(folder.resolve("console")).key();
    Path journal = folder.resolve("journal");
    try (Journal kept =
        Journal.open(
            journal,
            new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader)),
            InstantSource.fixed(START),
            ClockTrust.REAL_TIME_CLOCK)) {
      writing.into(kept);
    }
    Path file = folder.resolve(name);
    try (CaseFile made = CaseFile.create(file, site);
        InputStream in = Files.newInputStream(Journal.fileIn(journal))) {
      made.receive(in, console);
      made.answer("site.class", "office");
      finishing.with(made);
    }
    return file;
  }

  /// Leave to ask everything in `all` for a day.
  static SignedMandate mandate(String site, AddressRange all) throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return SignedMandate.sign(
        new Mandate(
            "M-1",
            site,
            "Hoofd facilitair",
            new ScanScope(List.of(all), List.of()),
            START.minusSeconds(3600),
            START.plusSeconds(86_400),
            Intrusiveness.ASK,
            100,
            false),
        keys.getPrivate(),
        keys.getPublic());
  }
}
