package lenswacht.link;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.Bytes;
import lenswacht.observation.SignedMandate;

/// The console's end of the cable: one session with one device. Safe for several threads; a request
/// waits until the one before it is answered.
public final class ConsoleLink implements AutoCloseable {
  private final Conversation talk;
  private final DeviceCard device;
  private final LinkTimes times;
  private final ReentrantLock asking = new ReentrantLock();

  private ConsoleLink(Conversation talk, DeviceCard device, LinkTimes times) {
    this.talk = talk;
    this.device = device;
    this.times = times;
  }

  /// Begins a session with the paired device at the other end of `cable`. The cable is closed with
  /// the session, and if none comes about.
  ///
  /// @throws LinkException with every reason but `PAIRING_REFUSED`
  public static ConsoleLink connect(Cable cable, Identity identity, PairedPeers peers)
      throws LinkException {
    return connect(cable, identity, peers, LinkTimes.USUAL);
  }

  static ConsoleLink connect(Cable cable, Identity identity, PairedPeers peers, LinkTimes times)
      throws LinkException {
    ConsoleGreeting greeting =
        ConsoleGreeting.exchange(cable, identity, peers, Conversation.SESSION, times);
    return new ConsoleLink(greeting.talk(), greeting.device(), times);
  }

  /// Pairs with the device at the other end of `cable`: both persons compare eight digits, and both
  /// must say that they are the same. Adds the device to `peers` then. The cable is closed in any
  /// case.
  ///
  /// @param confirmEightDigits shows the digits and waits for the person's answer
  /// @return the device that is paired now
  /// @throws LinkException `PAIRING_REFUSED` if one of the two said no or the device does not pair
  ///     now
  public static DeviceCard pair(
      Cable cable, Identity identity, PairedPeers peers, Predicate<String> confirmEightDigits)
      throws LinkException {
    return pair(cable, identity, peers, confirmEightDigits, LinkTimes.USUAL);
  }

  static DeviceCard pair(
      Cable cable,
      Identity identity,
      PairedPeers peers,
      Predicate<String> confirmEightDigits,
      LinkTimes times)
      throws LinkException {
    ConsoleGreeting greeting =
        ConsoleGreeting.exchange(cable, identity, peers, Conversation.PAIRING, times);
    try (Conversation talk = greeting.talk()) {
      DeviceCard device = greeting.device();
      compare(talk, identity.key(), device.key(), confirmEightDigits);
      keep(peers, device);
      return device;
    } catch (IOException failed) {
      throw LinkFailure.during("the pairing", failed);
    }
  }

  private static void compare(
      Conversation talk, Bytes own, Bytes device, Predicate<String> confirmEightDigits)
      throws IOException, LinkException {
    Bytes ownNonce = DeviceSession.nonce();
    talk.say(new LinkMessage.PairingCommitment(PairingCode.commitment(own, device, ownNonce)));
    Bytes nonce = talk.hear(LinkMessage.PairingNonce.class).nonce();
    talk.say(new LinkMessage.PairingReveal(ownNonce));
    boolean same = confirmEightDigits.test(PairingCode.digits(own, device, ownNonce, nonce));
    talk.say(new LinkMessage.PairingAnswer(same));
    if (!same) {
      throw new LinkException(
          LinkException.Reason.PAIRING_REFUSED, "the digits were not confirmed at the console");
    }
    if (!talk.hear(LinkMessage.PairingAnswer.class).same()) {
      throw new LinkException(
          LinkException.Reason.PAIRING_REFUSED, "the digits were not confirmed at the device");
    }
    talk.hear(LinkMessage.Done.class);
  }

  private static void keep(PairedPeers peers, DeviceCard device) throws LinkException {
    try {
      peers.add(new PairedPeers.Peer(device.key(), device.id(), Instant.now()));
    } catch (IOException failed) {
      throw new LinkException(
          LinkException.Reason.BROKEN_OFF, "the paired device cannot be kept: " + failed, failed);
    }
  }

  /// The device at the other end.
  public DeviceCard device() {
    return device;
  }

  /// Orders a scan.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`; whether the run began is not determined then
  public OrderReply order(SignedMandate mandate) throws LinkException {
    LinkMessage order = new LinkMessage.Order(mandate);
    if (!LinkMessageCodec.fits(order)) {
      return new OrderReply.Refused(
          "mandate-too-long", "the mandate is longer than the cable carries");
    }
    LinkMessage reply = ask(order);
    if (reply instanceof LinkMessage.OrderAccepted accepted) {
      return accepted.reply();
    }
    if (reply instanceof LinkMessage.OrderRefused refused) {
      return refused.reply();
    }
    talk.close();
    throw LinkFailure.during("the order", Conversation.outOfTurn(reply));
  }

  /// Stops the run, if one is going on.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`; whether the run stops is not determined then
  public void stop() throws LinkException {
    ask(new LinkMessage.Stop(), LinkMessage.Done.class);
  }

  /// How far the run is.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`
  public Progress progress() throws LinkException {
    return ask(new LinkMessage.AskProgress(), LinkMessage.ProgressNow.class).progress();
  }

  /// Tells `listener` how far the run is, again and again, until the run is over; the last time it
  /// says that nothing is running.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`; the run goes on without us
  public void follow(Consumer<Progress> listener) throws LinkException, InterruptedException {
    Progress progress = progress();
    listener.accept(progress);
    while (progress.running()) {
      Thread.sleep(times.glance());
      progress = progress();
      listener.accept(progress);
    }
  }

  /// Copies the journal from `fromOffset` (in octets) to its current end into `sink`. Only whole
  /// pieces reach `sink`, each from where the one before it ended: after a failure the copy goes on
  /// at `fromOffset` and as many octets as `sink` took.
  ///
  /// @return the offset behind the last octet copied
  /// @throws LinkException `BROKEN_OFF`; or `PROTOCOL`, also where the device's journal is shorter
  ///     than `fromOffset`: it is another one
  /// @throws IOException if `sink` fails
  public long copyJournal(long fromOffset, OutputStream sink) throws LinkException, IOException {
    long end = journalLength();
    if (end < fromOffset) {
      throw new LinkException(
          LinkException.Reason.PROTOCOL,
          "the journal on the device has "
              + end
              + " octets, fewer than the "
              + fromOffset
              + " received earlier: it is another journal");
    }
    long offset = fromOffset;
    while (offset < end) {
      Bytes piece = piece(offset, end);
      sink.write(piece.toArray());
      offset += piece.length();
    }
    sink.flush();
    return offset;
  }

  /// Octets of the journal that the device can give now.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`
  public long journalLength() throws LinkException {
    return ask(new LinkMessage.AskJournalLength(), LinkMessage.JournalLength.class).octets();
  }

  private Bytes piece(long offset, long end) throws LinkException {
    int most = (int) Math.min(end - offset, LinkMessage.AskJournal.LONGEST_CHUNK);
    asking.lock();
    try {
      talk.say(new LinkMessage.AskJournal(offset, most));
      Bytes piece = talk.hearChunk();
      if (piece.length() == 0 || piece.length() > most) {
        throw new MalformedFrameException(
            "the device sent " + piece.length() + " octets of its journal instead of " + most);
      }
      return piece;
    } catch (IOException failed) {
      talk.close();
      throw LinkFailure.during("the copy of the journal", failed);
    } finally {
      asking.unlock();
    }
  }

  /// Tells the device that everything before `offset` (in octets) is kept here.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`
  public void acknowledge(long offset) throws LinkException {
    ask(new LinkMessage.Acknowledge(offset), LinkMessage.Done.class);
  }

  private <T extends LinkMessage> T ask(LinkMessage question, Class<T> kind) throws LinkException {
    LinkMessage reply = ask(question);
    if (!kind.isInstance(reply)) {
      talk.close();
      throw LinkFailure.during("the session", Conversation.outOfTurn(reply));
    }
    return kind.cast(reply);
  }

  private LinkMessage ask(LinkMessage question) throws LinkException {
    asking.lock();
    try {
      talk.say(question);
      LinkMessage reply = talk.hear();
      if (reply instanceof LinkMessage.Ended ended) {
        throw new Conversation.EndedException(ended);
      }
      return reply;
    } catch (IOException failed) {
      talk.close();
      throw LinkFailure.during("the session", failed);
    } finally {
      asking.unlock();
    }
  }

  /// Ends the session. A run on the device goes on.
  @Override
  public void close() {
    talk.close();
  }
}
