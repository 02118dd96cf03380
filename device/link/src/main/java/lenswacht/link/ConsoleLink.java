package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import lenswacht.link.update.SignedPackage;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.Mandate;
import lenswacht.observation.Order;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// The console's end of the cable: one session with one device. Safe for several threads; a request
/// waits until the one before it is answered.
public final class ConsoleLink implements AutoCloseable {
  private final Conversation talk;
  private final DeviceCard device;
  private final LinkTimes times;
  private final Identity identity;
  private final int version;
  private final ReentrantLock asking = new ReentrantLock(true);

  private ConsoleLink(ConsoleGreeting greeting, Identity identity, LinkTimes times) {
    this.talk = greeting.talk();
    this.device = greeting.device();
    this.version = greeting.version();
    this.identity = identity;
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
    return new ConsoleLink(greeting, identity, times);
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

  /// Whether the device takes signed orders. One that does not can only be told to scan and stop.
  public boolean takesOrders() {
    return version >= 2;
  }

  /// Orders a scan under `mandate`. A device that takes signed orders keeps the mandate, is told
  /// the time, which it may know better, and to start.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`; whether the run began is not determined then
  public OrderReply order(SignedMandate mandate) throws LinkException {
    if (!LinkMessageCodec.fits(new LinkMessage.Order(mandate))) {
      return new OrderReply.Refused(
          "mandate-too-long", "the mandate is longer than the cable carries");
    }
    return takesOrders() ? begin(mandate) : reply(ask(new LinkMessage.Order(mandate)));
  }

  private OrderReply begin(SignedMandate mandate) throws LinkException {
    if (!(mandate.checkWhole() instanceof SignedMandate.Check.Valid(Mandate whole))) {
      return new OrderReply.Refused("altered", "the mandate is not whole");
    }
    OrderAnswer kept = give(new Order.KeepMandate(mandate));
    give(new Order.SetClock(Instant.now()));
    OrderAnswer begun =
        kept instanceof OrderAnswer.Refused ? kept : give(new Order.Start(whole.id()));
    return switch (begun) {
      case OrderAnswer.Begun(String run) -> new OrderReply.Accepted(run);
      case OrderAnswer.Refused(String why, String detail) -> new OrderReply.Refused(why, detail);
      case OrderAnswer.Done _, OrderAnswer.Wiped _ -> throw senseless();
    };
  }

  private OrderReply reply(LinkMessage reply) throws LinkException {
    if (reply instanceof LinkMessage.OrderAccepted accepted) {
      return accepted.reply();
    }
    if (reply instanceof LinkMessage.OrderRefused refused) {
      return refused.reply();
    }
    throw outOfTurn(reply);
  }

  /// Stops the run, if one is going on.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`; whether the run stops is not determined then
  public void stop() throws LinkException {
    if (!takesOrders()) {
      ask(new LinkMessage.Stop(), LinkMessage.Done.class);
    } else if (give(new Order.Stop()) instanceof OrderAnswer.Refused(String _, String detail)) {
      throw new LinkException(LinkException.Reason.PROTOCOL, "the run is not stopped: " + detail);
    }
  }

  /// Gives the device an order, signed with the key of this console. For an edition use
  /// [#sendEdition].
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`, also where the device is of a version that
  ///     takes no orders; whether the order is carried out is not determined then
  public OrderAnswer give(Order order) throws LinkException {
    asking.lock();
    try {
      return answer(ask(new LinkMessage.Ordered(signed(order))));
    } finally {
      asking.unlock();
    }
  }

  /// Gives the device an edition of knowledge to keep under `name`. Where that was begun before,
  /// only the rest is sent.
  ///
  /// @throws LinkException as [#give] does
  /// @throws IOException if `file` cannot be read, or is empty or larger than an edition may be
  public OrderAnswer sendEdition(String name, Path file) throws LinkException, IOException {
    long octets = octets(file, Order.TakeEdition.LONGEST);
    return send(new Order.TakeEdition(name, octets, Inbox.sha256(file)), file, _ -> {});
  }

  /// Gives the device a program to start. Where that was begun before, only the rest is sent.
  ///
  /// @param program the package; the device verifies it for itself
  /// @param evenOlder also where it is older than the one that runs
  /// @param listener told after every piece how many octets the device has
  /// @throws LinkException as [#give] does
  /// @throws IOException if the package cannot be read, or is larger than one may be
  public OrderAnswer sendProgram(SignedPackage program, boolean evenOlder, LongConsumer listener)
      throws LinkException, IOException {
    Path file = program.file();
    long octets = octets(file, Order.TakeProgram.LONGEST);
    return send(
        new Order.TakeProgram(
            program.manifest().version(),
            program.manifest().architecture(),
            octets,
            Inbox.sha256(file),
            evenOlder),
        file,
        listener);
  }

  private static long octets(Path file, long most) throws IOException {
    long octets = Files.size(file);
    if (octets < 1 || octets > most) {
      throw new IOException(file + " has " + octets + " octets; it may have 1 to " + most);
    }
    return octets;
  }

  private OrderAnswer send(Order order, Path file, LongConsumer listener)
      throws LinkException, IOException {
    asking.lock();
    try (InputStream in = Files.newInputStream(file)) {
      LinkMessage reply = ask(new LinkMessage.Ordered(signed(order)));
      if (!(reply instanceof LinkMessage.SendEdition(long offset))) {
        return answer(reply);
      }
      in.skipNBytes(Math.min(offset, Files.size(file)));
      return answer(deliver(in, offset, listener));
    } finally {
      asking.unlock();
    }
  }

  private LinkMessage deliver(InputStream in, long from, LongConsumer listener)
      throws LinkException, IOException {
    long sent = from;
    byte[] piece = in.readNBytes(LinkMessage.AskJournal.LONGEST_CHUNK);
    try {
      while (piece.length > 0) {
        talk.sendChunk(Bytes.of(piece));
        sent += piece.length;
        listener.accept(sent);
        piece = in.readNBytes(LinkMessage.AskJournal.LONGEST_CHUNK);
      }
      return talk.hear();
    } catch (IOException failed) {
      talk.close();
      throw LinkFailure.during("the delivery", failed);
    }
  }

  private SignedOrder signed(Order order) throws LinkException {
    if (!takesOrders()) {
      throw new LinkException(
          LinkException.Reason.PROTOCOL, "the program on the device is too old for this order");
    }
    long last = ask(new LinkMessage.AskLastOrder(), LinkMessage.LastOrder.class).number();
    try {
      return SignedOrder.sign(
          new SignedOrder.Sheet(device.key(), last + 1, order),
          identity.privateKey(),
          identity.publicKey());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java platform has no Ed25519", absent);
    }
  }

  private OrderAnswer answer(LinkMessage reply) throws LinkException {
    if (reply instanceof LinkMessage.Done) {
      return new OrderAnswer.Done();
    }
    if (reply instanceof LinkMessage.Wiped(List<String> what)) {
      return new OrderAnswer.Wiped(what);
    }
    return switch (reply(reply)) {
      case OrderReply.Accepted(String run) -> new OrderAnswer.Begun(run);
      case OrderReply.Refused(String why, String detail) -> new OrderAnswer.Refused(why, detail);
    };
  }

  private LinkException outOfTurn(LinkMessage reply) {
    talk.close();
    return LinkFailure.during("the session", Conversation.outOfTurn(reply));
  }

  private LinkException senseless() {
    talk.close();
    return new LinkException(
        LinkException.Reason.PROTOCOL,
        "the device answers another order than the one it was given");
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
    return copyJournal(fromOffset, sink, _ -> {});
  }

  /// The same, telling `listener` after every piece how far it is.
  public long copyJournal(long fromOffset, OutputStream sink, Consumer<CopyProgress> listener)
      throws LinkException, IOException {
    JournalState journal = journalState();
    if (journal.octets() < fromOffset) {
      throw new LinkException(
          LinkException.Reason.PROTOCOL,
          "the journal on the device has "
              + journal.octets()
              + " octets, fewer than the "
              + fromOffset
              + " received earlier: it is another journal");
    }
    JournalCopy copy = new JournalCopy(talk, version >= 2, fromOffset, journal.octets());
    long offset = fromOffset;
    while (!copy.done()) {
      asking.lock();
      try {
        offset = copy(copy, offset, journal, sink, listener);
      } finally {
        asking.unlock();
      }
    }
    sink.flush();
    return offset;
  }

  /// Copies until all is here or another thread has a question: every question that is under way is
  /// answered then.
  private long copy(
      JournalCopy copy,
      long from,
      JournalState journal,
      OutputStream sink,
      Consumer<CopyProgress> listener)
      throws LinkException, IOException {
    long offset = from;
    do {
      Bytes piece = next(copy);
      try {
        sink.write(piece.toArray());
      } catch (IOException full) {
        // answers that nobody waits for are under way
        talk.close();
        throw full;
      }
      offset += piece.length();
      listener.accept(new CopyProgress(offset, journal));
    } while (!copy.idle() || (!copy.done() && !asking.hasQueuedThreads()));
    return offset;
  }

  private Bytes next(JournalCopy copy) throws LinkException {
    try {
      if (copy.idle() || !asking.hasQueuedThreads()) {
        copy.ask();
      }
      return copy.hear();
    } catch (IOException failed) {
      talk.close();
      throw LinkFailure.during("the copy of the journal", failed);
    }
  }

  /// Octets of the journal that the device can give now.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`
  public long journalLength() throws LinkException {
    return ask(new LinkMessage.AskJournalLength(), LinkMessage.JournalLength.class).octets();
  }

  /// What the journal holds that the device can give now.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`
  public JournalState journalState() throws LinkException {
    return version >= 2
        ? ask(new LinkMessage.AskJournalState(), LinkMessage.JournalNow.class).state()
        : new JournalState(journalLength(), 0, Optional.empty(), Optional.empty());
  }

  /// How the device itself is; empty where it is too old to say.
  ///
  /// @throws LinkException `BROKEN_OFF` or `PROTOCOL`
  public Optional<BoxState> box() throws LinkException {
    return version >= 3
        ? Optional.of(ask(new LinkMessage.AskBox(), LinkMessage.BoxNow.class).state())
        : Optional.empty();
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
      throw outOfTurn(reply);
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
