package lenswacht.casefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lenswacht.link.Cable;
import lenswacht.link.ConsoleLink;
import lenswacht.link.CopyProgress;
import lenswacht.link.DeviceCard;
import lenswacht.link.Identity;
import lenswacht.link.LinkException;
import lenswacht.link.OrderReply;
import lenswacht.link.PairedPeers;
import lenswacht.link.Progress;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.SealOpener;
import lenswacht.observation.SignedMandate;

/// What an officer does on site, from plugging in the cable to taking the journal home: order,
/// follow, receive. Each step can be done again after a cable fell out; nothing that was received
/// is asked for twice.
public final class OnSiteVisit implements AutoCloseable {
  private final CaseFile caseFile;
  private final ConsoleLink link;
  private final Recipient recipient;

  /// A visit over a session that is open. Closes the session with itself; the case file stays open.
  ///
  /// @param opener the console's sealing key
  public OnSiteVisit(CaseFile caseFile, ConsoleLink link, SealOpener opener) {
    this.caseFile = caseFile;
    this.link = link;
    this.recipient = new Recipient(opener, Set.of(link.device().key().sha256()));
  }

  /// Begins a session with the paired device at the other end of `cable`.
  ///
  /// @throws LinkException if none comes about
  public static OnSiteVisit begin(
      CaseFile caseFile, Cable cable, Identity identity, PairedPeers peers) throws LinkException {
    return new OnSiteVisit(
        caseFile, ConsoleLink.connect(cable, identity, peers), identity.opener());
  }

  /// The device at the other end.
  public DeviceCard device() {
    return link.device();
  }

  /// Orders a scan under `mandate`.
  ///
  /// @throws LinkException if the link fails; whether the run began is not determined then
  public OrderReply order(SignedMandate mandate) throws LinkException {
    return link.order(mandate);
  }

  /// Tells `listener` how far the run is until it is over.
  ///
  /// @throws LinkException if the link fails; the run goes on without us
  public void follow(Consumer<Progress> listener) throws LinkException, InterruptedException {
    link.follow(listener);
  }

  /// Stops the run.
  ///
  /// @throws LinkException if the link fails; whether the run stops is not determined then
  public void stop() throws LinkException {
    link.stop();
  }

  /// Copies what the device's journal holds beyond what is kept, verifies it, keeps it, and tells
  /// the device up to where it is kept. If the link fails on the way, the whole lines that came
  /// through are kept and the next call goes on behind them.
  ///
  /// @throws LinkException if the link fails
  /// @throws BrokenJournalException if the journal does not verify; nothing of it is kept then
  /// @throws IOException if this computer's storage fails, or has no room for what is to come
  public Received receive()
      throws LinkException, IOException, BrokenJournalException, CaseFileException {
    return receive(_ -> {});
  }

  /// The same, telling `listener` on the way how far the copy is.
  public Received receive(Consumer<CopyProgress> listener)
      throws LinkException, IOException, BrokenJournalException, CaseFileException {
    Optional<ResumePoint> from = caseFile.resumePoint(device().id());
    if (from.isPresent() && link.journalLength() < from.get().octets()) {
      from = Optional.empty();
    }
    Received received;
    try {
      received = receive(from, listener);
    } catch (BrokenJournalException broken) {
      if (from.isEmpty()) {
        throw broken;
      }
      // The card of the device may have been replaced: its journal has another beginning then.
      received = receive(Optional.empty(), listener);
    }
    Optional<ResumePoint> kept = caseFile.resumePoint(device().id());
    if (kept.isPresent()) {
      link.acknowledge(kept.get().octets());
    }
    return received;
  }

  private Received receive(Optional<ResumePoint> from, Consumer<CopyProgress> listener)
      throws LinkException, IOException, BrokenJournalException, CaseFileException {
    Path folder = Objects.requireNonNull(caseFile.file().toAbsolutePath().getParent());
    demandRoom(folder, from.map(ResumePoint::octets).orElse(0L));
    Path copy = Files.createTempFile(folder, ".journal-", ".part");
    try {
      try (OutputStream sink = Files.newOutputStream(copy)) {
        link.copyJournal(from.map(ResumePoint::octets).orElse(0L), sink, listener);
      } catch (LinkException cut) {
        keepWhatCame(copy, from, cut);
        throw cut;
      }
      return keep(copy, from);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /// How long its journal is only the device knows, and it may be a liar: what does not fit here,
  /// once as it comes and once in the case, is not begun.
  private void demandRoom(Path folder, long kept) throws LinkException, IOException {
    long coming = link.journalLength() - kept;
    long room = Files.getFileStore(folder).getUsableSpace();
    if (coming > room / 2) {
      throw new IOException(
          "the device says that "
              + coming
              + " octets of its journal are to come, and "
              + folder
              + " has room for half of "
              + room);
    }
  }

  /// What comes of an unfinished copy does not hide that it is unfinished.
  private void keepWhatCame(Path copy, Optional<ResumePoint> from, LinkException cut)
      throws IOException {
    try {
      keep(copy, from);
    } catch (BrokenJournalException | CaseFileException notKept) {
      cut.addSuppressed(notKept);
    }
  }

  private Received keep(Path copy, Optional<ResumePoint> from)
      throws IOException, BrokenJournalException, CaseFileException {
    try (InputStream journal = new BufferedInputStream(Files.newInputStream(copy))) {
      return from.isPresent()
          ? caseFile.receive(journal, from.get(), recipient)
          : caseFile.receive(journal, recipient);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
