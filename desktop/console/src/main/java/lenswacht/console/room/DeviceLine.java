package lenswacht.console.room;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.OnSiteVisit;
import lenswacht.console.visit.OpenedMandate;
import lenswacht.console.visit.VisitLine;
import lenswacht.console.visit.VisitRefusedException;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.DeviceCard;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.LinkException;
import lenswacht.link.OrderAnswer;
import lenswacht.link.OrderReply;
import lenswacht.link.PairedPeers;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.BoxState;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.HandOver;
import lenswacht.observation.Mandate;
import lenswacht.observation.Order;
import lenswacht.observation.SignedMandate;
import org.jspecify.annotations.Nullable;

/// The cable to a real device. Keeps one session; a new connection replaces it.
public final class DeviceLine implements VisitLine, AutoCloseable {
  private final Path keys;
  private final String name;
  private final AtomicReference<@Nullable ConsoleLink> session = new AtomicReference<>();

  /// @param keys folder with this console's identity and the devices it was paired with
  /// @param name what the device calls this console
  public DeviceLine(Path keys, String name) {
    this.keys = keys;
    this.name = name;
  }

  @Override
  public OpenedMandate mandate(Path file) throws VisitRefusedException {
    SignedMandate signed = MandateFile.read(file);
    return new OpenedMandate(MandateFile.whole(signed), MandateFile.signer(signed));
  }

  @Override
  public Optional<BoxState> box() throws VisitRefusedException {
    try {
      return open().box();
    } catch (LinkException failed) {
      throw LinkTroubles.of(failed);
    }
  }

  @Override
  public void sendKnowledge(Path file) throws VisitRefusedException {
    try {
      answered(open().sendEdition(String.valueOf(file.getFileName()), file));
    } catch (LinkException failed) {
      throw LinkTroubles.of(failed);
    } catch (IOException unreadable) {
      throw LinkTroubles.of(
          "trouble.knowledge", unreadable, "detail", CaseTroubles.detail(unreadable));
    }
  }

  @Override
  public void handOver(HandOver statement) throws VisitRefusedException {
    try {
      ConsoleLink link = open();
      answered(link.give(new Order.ChangeHands(statement)));
      PairedPeers.open(keys).remove(link.device().key());
      close();
    } catch (LinkException failed) {
      throw LinkTroubles.of(failed);
    } catch (IOException unwritable) {
      throw LinkTroubles.of("trouble.keys", unwritable, "detail", CaseTroubles.detail(unwritable));
    }
  }

  private static void answered(OrderAnswer answer) throws VisitRefusedException {
    if (answer instanceof OrderAnswer.Refused(String why, String detail)) {
      throw LinkTroubles.of(new OrderReply.Refused(why, detail));
    }
  }

  @Override
  public DeviceCard connect(String address, Comparison comparison) throws VisitRefusedException {
    LinkAddress where = parsed(address);
    close();
    try {
      Identity identity = Identity.ofConsole(keys, name);
      PairedPeers peers = PairedPeers.open(keys);
      ConsoleLink link = linked(where, identity, peers, comparison);
      session.set(link);
      return link.device();
    } catch (IOException unreadable) {
      throw LinkTroubles.of("trouble.keys", unreadable, "detail", CaseTroubles.detail(unreadable));
    } catch (LinkException failed) {
      throw LinkTroubles.of(failed);
    }
  }

  private static LinkAddress parsed(String address) throws VisitRefusedException {
    try {
      return LinkAddress.parse(address);
    } catch (IllegalArgumentException malformed) {
      throw LinkTroubles.of("trouble.address", malformed);
    }
  }

  private static ConsoleLink linked(
      LinkAddress where, Identity identity, PairedPeers peers, Comparison comparison)
      throws LinkException {
    try {
      return ConsoleLink.connect(Cables.open(where), identity, peers);
    } catch (LinkException unknown) {
      if (unknown.reason() != LinkException.Reason.NOT_PAIRED) {
        throw unknown;
      }
      ConsoleLink.pair(Cables.open(where), identity, peers, comparison::isSame);
      return ConsoleLink.connect(Cables.open(where), identity, peers);
    }
  }

  @Override
  public void run(Path mandateFile, Path caseFile, Follower follower) throws VisitRefusedException {
    SignedMandate signed = MandateFile.read(mandateFile);
    Mandate mandate = MandateFile.whole(signed);
    try (CaseFile file = CaseFile.openOrCreate(caseFile, mandate.site())) {
      // The session outlives this visit, so that the officer can go on with the same device.
      OnSiteVisit visit = new OnSiteVisit(file, open(), SealingIdentity.openOrCreate(keys));
      // After a cable fell out the run may still be going on: then there is nothing to order.
      if (!open().progress().running()
          && visit.order(signed) instanceof OrderReply.Refused refused) {
        throw LinkTroubles.of(refused);
      }
      visit.follow(follower::progress);
      visit.receive();
    } catch (LinkException failed) {
      throw LinkTroubles.of(failed);
    } catch (CaseFileException failed) {
      throw new VisitRefusedException(CaseTroubles.of(failed), CaseTroubles.detail(failed));
    } catch (BrokenJournalException broken) {
      throw LinkTroubles.of("trouble.case.damaged", broken, "detail", CaseTroubles.detail(broken));
    } catch (IOException failed) {
      throw LinkTroubles.of("trouble.case.storage", failed, "detail", CaseTroubles.detail(failed));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw LinkTroubles.of("trouble.link.broken-off", stopped);
    }
  }

  @Override
  public void stop() throws VisitRefusedException {
    try {
      open().stop();
    } catch (LinkException failed) {
      throw LinkTroubles.of(failed);
    }
  }

  private ConsoleLink open() throws LinkException {
    ConsoleLink link = session.get();
    if (link == null) {
      throw new LinkException(LinkException.Reason.UNREACHABLE, "no device is connected");
    }
    return link;
  }

  /// Ends the session, if there is one. A run on the device goes on.
  @Override
  public void close() {
    ConsoleLink link = session.getAndSet(null);
    if (link != null) {
      link.close();
    }
  }
}
