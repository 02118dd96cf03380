package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Order;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// A desk for tests: accepts the mandates of paired consoles, runs for a few glances and serves a
/// journal from a folder.
final class FakeDesk implements DeviceDesk {
  static final int STEPS = 5;

  final BlockingQueue<String> digitsShown = new LinkedBlockingQueue<>();
  final AtomicLong acknowledged = new AtomicLong();
  final AtomicInteger stops = new AtomicInteger();
  final BlockingQueue<Order> carriedOut = new LinkedBlockingQueue<>();
  private final AtomicReference<SignedMandate> kept = new AtomicReference<>();

  private final Identity identity;
  private final PairedPeers peers;
  private final Path journal;
  private final AtomicInteger done = new AtomicInteger(STEPS);
  private volatile Duration thinking = Duration.ZERO;
  private volatile Predicate<String> person = digits -> true;

  FakeDesk(Identity identity, PairedPeers peers, Path journalFolder) {
    this.identity = identity;
    this.peers = peers;
    this.journal = Journal.fileIn(journalFolder);
  }

  void personSays(Predicate<String> answer) {
    person = answer;
  }

  @Override
  public DeviceCard card() {
    return new DeviceCard("LW-0001", "lenswacht-agent 0.1.0", identity.key());
  }

  @Override
  public boolean confirmPairing(String eightDigits) {
    digitsShown.add(eightDigits);
    return person.test(eightDigits);
  }

  void takeTimeToThink(Duration time) {
    thinking = time;
  }

  @Override
  public OrderReply order(SignedMandate mandate) {
    try {
      Thread.sleep(thinking);
    } catch (InterruptedException ended) {
      throw new AssertionError(ended);
    }
    return switch (mandate.check(peers.keys())) {
      case SignedMandate.Check.Valid valid -> {
        done.set(0);
        yield new OrderReply.Accepted("run-" + valid.mandate().id());
      }
      case SignedMandate.Check.Invalid(String why, String detail) ->
          new OrderReply.Refused(why, detail);
    };
  }

  @Override
  public void stop() {
    stops.incrementAndGet();
    done.set(STEPS);
  }

  @Override
  public Progress progress() {
    int now = done.getAndUpdate(step -> Math.min(STEPS, step + 1));
    return new Progress(
        List.of(JournalEvent.Phase.values()).get(now),
        now,
        STEPS,
        now,
        0,
        1,
        2,
        Duration.ZERO,
        Duration.ofSeconds(STEPS - now),
        now < STEPS);
  }

  @Override
  public long journalLength() {
    try {
      return Files.size(journal);
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  @Override
  public InputStream journalFrom(long offset) throws IOException {
    FileChannel file = FileChannel.open(journal);
    file.position(offset);
    return Channels.newInputStream(file);
  }

  @Override
  public JournalState journalState() {
    return new JournalState(
        journalLength(), 7, Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH.plusSeconds(9)));
  }

  @Override
  public void acknowledged(Bytes console, long offset) {
    acknowledged.set(offset);
  }

  Path editions() {
    return journal.resolveSibling("editions");
  }

  @Override
  public BoxState box() {
    return new BoxState(
        Instant.EPOCH,
        ClockTrust.UNKNOWN,
        Optional.of(80),
        false,
        Optional.empty(),
        false,
        List.of(),
        Optional.empty());
  }

  @Override
  public Optional<OrderAnswer.Refused> objection(Order.Delivery delivery) {
    return delivery instanceof Order.TakeProgram program && program.evenOlder()
        ? Optional.of(new OrderAnswer.Refused("older", "this desk takes no older program"))
        : Optional.empty();
  }

  @Override
  public Path place(Order.Delivery delivery) {
    return editions()
        .resolve(delivery instanceof Order.TakeEdition edition ? edition.name() : "program");
  }

  @Override
  public OrderAnswer carryOut(Bytes console, SignedOrder signed, Order order) throws IOException {
    carriedOut.add(order);
    return switch (order) {
      case Order.KeepMandate(SignedMandate mandate) -> {
        kept.set(mandate);
        yield new OrderAnswer.Done();
      }
      case Order.Start _ ->
          switch (order(kept.get())) {
            case OrderReply.Accepted(String run) -> new OrderAnswer.Begun(run);
            case OrderReply.Refused(String why, String detail) ->
                new OrderAnswer.Refused(why, detail);
          };
      case Order.Stop _ -> {
        stop();
        yield new OrderAnswer.Done();
      }
      case Order.Unpair _ -> {
        peers.remove(console);
        yield new OrderAnswer.Wiped(List.of("all of it"));
      }
      case Order.SetClock _, Order.TakeEdition _, Order.TakeProgram _, Order.ChangeHands _ ->
          new OrderAnswer.Done();
    };
  }
}
