package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// Carries out the orders that concern the device itself: what it keeps, what time it is, and whom
/// it belongs to. Every order that is carried out stands in the journal before it has any effect.
final class OrderDesk {
  private static final int MOST_MANDATES = 100;

  private final Bytes own;
  private final PairedPeers peers;
  private final Journal journal;
  private final DeviceClock clock;
  private final Path home;
  private final Map<Bytes, Long> received = new HashMap<>();

  /// @param own key of this device, X.509 form
  /// @param home the folder for all that is kept
  OrderDesk(Bytes own, PairedPeers peers, Journal journal, DeviceClock clock, Path home) {
    this.own = own;
    this.peers = peers;
    this.journal = journal;
    this.clock = clock;
    this.home = home;
  }

  /// Where editions of knowledge are kept.
  Path editions() {
    return home.resolve("editions");
  }

  private Path mandates() {
    return home.resolve("mandates");
  }

  /// A console keeps everything before `offset`.
  synchronized void received(Bytes console, long offset) {
    received.merge(console, offset, Math::max);
  }

  /// Puts an order into the journal.
  void note(SignedOrder signed) {
    journal.append(new JournalEvent.Ordered(signed));
    journal.sync();
  }

  /// Keeps a mandate for a later start.
  synchronized OrderAnswer keep(SignedOrder signed, SignedMandate mandate) throws IOException {
    return switch (mandate.check(peers.keys())) {
      case SignedMandate.Check.Invalid(String why, String detail) ->
          new OrderAnswer.Refused(why, detail);
      case SignedMandate.Check.Valid valid -> {
        Files.createDirectories(mandates());
        Path file = fileOf(valid.mandate().id());
        if (files(mandates()).size() >= MOST_MANDATES && Files.notExists(file)) {
          yield new OrderAnswer.Refused(
              "full", "the device keeps " + MOST_MANDATES + " mandates and no more");
        }
        note(signed);
        Files.writeString(file, mandate.text(), StandardCharsets.UTF_8);
        yield new OrderAnswer.Done();
      }
    };
  }

  /// The mandate with this id, if it is kept.
  Optional<SignedMandate> kept(String id) throws IOException {
    Path file = fileOf(id);
    return Files.exists(file) && Files.size(file) <= 4L * SignedMandate.LONGEST
        ? Optional.of(new SignedMandate(Files.readString(file, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /// An id may be any text, and is no name of a file.
  private Path fileOf(String id) {
    return mandates().resolve(Bytes.utf8(id).sha256().hex() + ".mandate");
  }

  /// Takes the console's time, unless the device has a better clock.
  OrderAnswer set(SignedOrder signed, Instant at) {
    Instant before = clock.instant();
    if (!clock.set(at)) {
      return new OrderAnswer.Refused(
          "own-clock",
          "the device has a clock of its own, which differs by "
              + Duration.between(at, before).toMillis()
              + " ms");
    }
    note(signed);
    journal.trustClock(clock.trust());
    return new OrderAnswer.Done();
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
    note(signed);
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
      wiped.add("mandates: " + wipe(mandates()));
      wiped.add("editions of knowledge: " + wipe(editions()));
    } else {
      note(signed);
      wiped.add("nothing of the journal: it is kept for " + String.join(", ", others));
    }
    peers.remove(console);
    received.remove(console);
    wiped.add("the key of this console");
    return new OrderAnswer.Wiped(wiped);
  }

  private static int wipe(Path folder) throws IOException {
    List<Path> files = files(folder);
    for (Path file : files) {
      Files.delete(file);
    }
    return files.size();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (UncheckedIOException failed) {
      throw new IOException(failed);
    }
  }
}
