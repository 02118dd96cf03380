package lenswacht.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalOpening;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SealRecipient;

/// The other ends that this end was paired with, kept in `peers.json`. Safe for several threads.
public final class PairedPeers {
  private static final String FILE = "peers.json";
  private static final int LARGEST_FILE = 1 << 20;
  private static final int MOST_PEERS = 1000;

  private final Path file;
  private List<Peer> peers;
  private List<SealRecipient> readers;

  private PairedPeers(Path file, List<Peer> peers) {
    this.file = file;
    this.peers = peers;
    this.readers = readers(peers);
  }

  /// One other end.
  ///
  /// @param key its Ed25519 key, X.509 form
  /// @param name what it called itself when it was paired; at most 60 characters are kept
  /// @param since when it was paired, by the clock of this end
  /// @param sealing its sealing key, where it is a console that gave one
  public record Peer(Bytes key, String name, Instant since, Optional<Bytes> sealing) {
    /// An end that gave no sealing key.
    public Peer(Bytes key, String name, Instant since) {
      this(key, name, since, Optional.empty());
    }

    public Peer {
      if (key.length() == 0 || key.length() > 100) {
        throw new IllegalArgumentException("a key has 1 to 100 octets");
      }
      name = CleanText.of(name, 60);
    }
  }

  /// Opens the list kept in `folder`; without one nobody is paired. Closes the folder to others.
  ///
  /// @throws IOException if the storage fails or the list is damaged
  public static PairedPeers open(Path folder) throws IOException {
    OwnFiles.folder(folder);
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      return new PairedPeers(file, List.of());
    }
    try {
      Peer[] peers = FactJson.read(OwnFiles.read(file, LARGEST_FILE), Peer[].class);
      return new PairedPeers(file, List.of(peers));
    } catch (MalformedFactException | NullPointerException | IllegalArgumentException damaged) {
      throw new IOException(file + " is damaged: remove it and pair anew", damaged);
    }
  }

  /// The keys of all paired ends, X.509 form.
  public synchronized Set<Bytes> keys() {
    return peers.stream().map(Peer::key).collect(Collectors.toUnmodifiableSet());
  }

  /// All paired ends, by name.
  public synchronized List<Peer> all() {
    return peers.stream().sorted(Comparator.comparing(Peer::name)).toList();
  }

  /// The paired end with this key. Compares in constant time per key.
  public synchronized Optional<Peer> find(Bytes key) {
    return peers.stream().filter(peer -> peer.key().equals(key)).findFirst();
  }

  /// Those to whom this end seals what it writes: the sealing keys of the paired consoles.
  public synchronized List<SealRecipient> readers() {
    return readers;
  }

  /// Takes note of the sealing key that a paired console showed; nothing happens where it is known
  /// already.
  ///
  /// @throws IOException if the storage fails; nothing is changed then
  synchronized void learn(Bytes key, SealingKey sealing) throws IOException {
    Optional<Peer> known = find(key);
    if (known.isPresent() && !known.get().sealing().equals(Optional.of(sealing.octets()))) {
      Peer peer = known.get();
      add(new Peer(peer.key(), peer.name(), peer.since(), Optional.of(sealing.octets())));
    }
  }

  private static List<SealRecipient> readers(List<Peer> peers) {
    return peers.stream()
        .flatMap(peer -> peer.sealing().stream())
        .limit(JournalOpening.MOST_BOXES)
        .map(octets -> (SealRecipient) new SealingKey(octets))
        .toList();
  }

  /// Adds `peer`, in place of the one with the same key.
  ///
  /// @throws IOException if the storage fails or the list is full; nothing is changed then
  public synchronized void add(Peer peer) throws IOException {
    List<Peer> changed = without(peer.key());
    if (changed.size() >= MOST_PEERS) {
      throw new IOException("at most " + MOST_PEERS + " ends can be paired; remove some");
    }
    changed.add(peer);
    keep(changed);
  }

  /// Removes the paired end with this key, if there is one.
  ///
  /// @throws IOException if the storage fails; nothing is changed then
  public synchronized void remove(Bytes key) throws IOException {
    keep(without(key));
  }

  private List<Peer> without(Bytes key) {
    List<Peer> others = new ArrayList<>(peers);
    others.removeIf(peer -> peer.key().equals(key));
    return others;
  }

  private void keep(List<Peer> changed) throws IOException {
    OwnFiles.write(file, FactJson.writeLine(changed));
    peers = List.copyOf(changed);
    readers = readers(peers);
  }
}
