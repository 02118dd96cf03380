package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.link.KeptMandates;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// Carries out the orders that concern the device itself: what it keeps, what time it is, and whom
/// it belongs to. Every order that is carried out stands in the journal before it has any effect.
final class OrderDesk {
  private final Bytes own;
  private final PairedPeers peers;
  private final Journal journal;
  private final DeviceClock clock;
  private final Path home;
  private final KeptMandates mandates;
  private final Map<Bytes, Long> received = new HashMap<>();

  /// @param own key of this device, X.509 form
  /// @param home the folder for all that is kept
  OrderDesk(Bytes own, PairedPeers peers, Journal journal, DeviceClock clock, Path home) {
    this.own = own;
    this.peers = peers;
    this.journal = journal;
    this.clock = clock;
    this.home = home;
    this.mandates = new KeptMandates(home.resolve("mandates"));
  }

  /// Where editions of knowledge are kept.
  Path editions() {
    return home.resolve("editions");
  }

  /// A console keeps everything before `offset`.
  synchronized void received(Bytes console, long offset) {
    received.merge(console, offset, Math::max);
  }

  /// Puts an order into the journal, where it must stand before it has any effect.
  ///
  /// @return why that cannot be, if so: the order is not carried out then
  Optional<OrderAnswer.Refused> note(SignedOrder signed) {
    if (!journal.hasReaders()) {
      return Optional.of(
          new OrderAnswer.Refused(
              "nobody-to-seal-for",
              "no paired console has given this device a sealing key, so that the order cannot be"
                  + " put into the journal: connect with a newer console"));
    }
    journal.append(new JournalEvent.Ordered(signed));
    journal.sync();
    return Optional.empty();
  }

  /// Keeps a mandate for a later start.
  synchronized OrderAnswer keep(SignedOrder signed, SignedMandate mandate) throws IOException {
    return switch (mandate.check(peers.keys())) {
      case SignedMandate.Check.Invalid(String why, String detail) ->
          new OrderAnswer.Refused(why, detail);
      case SignedMandate.Check.Valid(Mandate valid) -> {
        Optional<OrderAnswer.Refused> refused = note(signed);
        yield refused.isPresent() ? refused.get() : keep(valid.id(), mandate);
      }
    };
  }

  private OrderAnswer keep(String id, SignedMandate mandate) throws IOException {
    return mandates.keep(id, mandate)
        ? new OrderAnswer.Done()
        : new OrderAnswer.Refused("full", "the device keeps no more mandates");
  }

  /// The mandate with this id, if it is kept.
  Optional<SignedMandate> kept(String id) throws IOException {
    return mandates.find(id);
  }

  /// A run under this mandate has ended: it is not kept any longer, since with it the notes of the
  /// run could be read.
  synchronized void ended(String mandate) throws IOException {
    mandates.drop(mandate);
  }

  /// Takes the console's time, unless the device has a better clock.
  ///
  /// @param own what the computer's clock says
  OrderAnswer set(SignedOrder signed, Instant own, Instant at) {
    if (!clock.takesAdvice()) {
      return new OrderAnswer.Refused(
          "own-clock",
          "the device has a clock of its own, which differs by "
              + Duration.between(at, clock.instant()).toMillis()
              + " ms");
    }
    Optional<OrderAnswer.Refused> refused = note(signed);
    if (refused.isEmpty()) {
      clock.set(own, at);
      journal.trustClock(clock.trust());
    }
    return refused.isPresent() ? refused.get() : new OrderAnswer.Done();
  }

  /// Belongs to another console from now on.
  synchronized OrderAnswer changeHands(Bytes console, SignedOrder signed, HandOver statement)
      throws IOException {
    HandOver.Terms terms;
    try {
      terms = statement.completed();
    } catch (MalformedFactException incomplete) {
      return new OrderAnswer.Refused("not-signed-by-both", String.valueOf(incomplete.getMessage()));
    }
    boolean isThis =
        terms.thing() instanceof HandOver.Thing.Device(String _, Bytes key) && key.equals(own);
    if (!isThis || !terms.from().key().equals(console)) {
      return new OrderAnswer.Refused(
          "other-hand-over", "the statement is about another device, or another console gives");
    }
    Optional<OrderAnswer.Refused> refused = note(signed);
    if (refused.isPresent()) {
      return refused.get();
    }
    peers.add(new PairedPeers.Peer(terms.to().key(), terms.to().name(), clock.instant()));
    peers.remove(console);
    return new OrderAnswer.Done();
  }

  /// Forgets a console. With the last one goes everything that was kept.
  synchronized OrderAnswer unpair(Bytes console, SignedOrder signed, boolean evenUnreceived)
      throws IOException {
    List<String> others =
        peers.all().stream()
            .filter(peer -> !peer.key().equals(console))
            .map(PairedPeers.Peer::name)
            .toList();
    journal.sync();
    long length = journal.durable();
    long unreceived = length - Math.min(length, received.getOrDefault(console, 0L));
    if (others.isEmpty() && unreceived > 0 && !evenUnreceived) {
      return new OrderAnswer.Refused(
          "unreceived",
          "the journal has "
              + unreceived
              + " octets that this console did not acknowledge; receive it first");
    }
    List<String> wiped = new ArrayList<>();
    if (others.isEmpty()) {
      wiped.add("journal: " + journal.wipe() + " octets");
      wiped.add("mandates: " + mandates.wipe());
      wiped.add("editions of knowledge: " + KeptMandates.wipe(editions()));
    } else {
      Optional<OrderAnswer.Refused> refused = note(signed);
      if (refused.isPresent()) {
        return refused.get();
      }
      wiped.add("nothing of the journal: it is kept for " + String.join(", ", others));
    }
    peers.remove(console);
    received.remove(console);
    wiped.add("the key of this console");
    return new OrderAnswer.Wiped(wiped);
  }
}
