package lenswacht.probe.net;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The questions of one sweep by first segments, round after round.
///
/// Ports go one by one over all hosts, so that a host is asked seldom and never in a burst. Where
/// the telling ports show that a range is mostly silent, only hosts that answered anything are
/// asked on the others. What did not answer is asked again until two rounds have brought nothing.
final class SynRounds {
  private static final int DARK_FROM = 1024;
  private static final int DARK_SHARE = 8;
  private static final int SILENT_AGAIN_UP_TO = 4096;
  private static final int MOST_ROUNDS = 8;
  private static final int PORT_SPACE = 65_536;
  private static final long PORT_GAP = 1_000_000;
  private static final long NAP = 2_000_000;

  private final SweepLine line;
  private final PacketBatch batch;
  private final SweepHosts hosts;
  private final int[] sources;
  private final int[] ports;
  private final int telling;
  private final byte[] placeOfPort = new byte[PORT_SPACE];
  private final SweepCookie cookie;
  private final OwnPorts ownPorts;
  private final SweepBoard board;
  private IntConsumer onOpen = place -> {};
  private LongConsumer onProgress = asked -> {};
  private int loaded;
  private long asked;
  private boolean dark;
  private int portsDone;
  private volatile int round = 1;

  /// @param sources our own address on the way to each host
  SynRounds(
      SweepLine line,
      PacketBatch batch,
      SweepHosts hosts,
      int[] sources,
      SynPlan plan,
      SweepCookie cookie,
      OwnPorts ownPorts) {
    this.line = line;
    this.batch = batch;
    this.hosts = hosts;
    this.sources = sources.clone();
    this.ports = plan.actual().stream().mapToInt(Integer::intValue).toArray();
    this.telling = plan.telling();
    this.cookie = cookie;
    this.ownPorts = ownPorts;
    this.board = new SweepBoard(hosts.size(), ports.length);
    Arrays.fill(placeOfPort, (byte) -1);
    for (int i = 0; i < ports.length; i++) {
      placeOfPort[ports[i]] = (byte) i;
    }
  }

  SweepBoard board() {
    return board;
  }

  /// Whether the range turned out to be mostly silent.
  boolean isDark() {
    return dark;
  }

  /// Number of ports that every host was asked on.
  int portsDone() {
    return portsDone;
  }

  int rounds() {
    return round;
  }

  /// Writes down an answer, where it is one to a question of ours. For the thread that hears.
  void hear(@Nullable SynMessage message) {
    if (message == null || !ownPorts.include(message.ownPort())) {
      return;
    }
    int port = placeOfPort[message.port()];
    int host = port < 0 ? -1 : hosts.indexOf(message.address());
    if (host >= 0 && message.acknowledged() == cookie.of(message.address(), message.port())) {
      board.answer(host, port, message.accepted(), round == 1 && port == 0);
    }
  }

  /// Asks everything.
  ///
  /// @param opened told of each open port, as `port * hosts + host`
  /// @param progress told how many questions have been put for the first time, or are not needed
  /// @return whether all was asked; false when the sweep may not go on
  boolean run(IntConsumer opened, LongConsumer progress) throws InterruptedException {
    onOpen = opened;
    onProgress = progress;
    boolean all = hosts.size() == 0 || firstRound() && furtherRounds();
    drain();
    return all;
  }

  private boolean firstRound() throws InterruptedException {
    for (int port = 0; port < ports.length; port++) {
      if (port == telling && hosts.size() > DARK_FROM) {
        if (!settle()) {
          return false;
        }
        dark = board.living() * DARK_SHARE < hosts.size();
      }
      if (!ask(port, dark ? board::isAlive : host -> true)) {
        return false;
      }
      portsDone += dark ? 0 : 1;
    }
    return settle();
  }

  private boolean furtherRounds() throws InterruptedException {
    int idle = 0;
    while (round < MOST_ROUNDS && idle < 2) {
      round++;
      long before = board.answers();
      long sent = line.packets();
      for (int port = 0; port < ports.length; port++) {
        boolean silentToo = !dark && round == 2 && isAskedAgain(port);
        if (!ask(port, silentToo ? host -> true : board::isAlive)) {
          return false;
        }
      }
      if (line.packets() == sent) {
        round--;
        return true;
      }
      if (!settle()) {
        return false;
      }
      idle = board.answers() == before ? idle + 1 : 0;
    }
    return true;
  }

  private boolean isAskedAgain(int port) {
    return hosts.size() <= SILENT_AGAIN_UP_TO || port < telling;
  }

  /// Asks the hosts that `which` keeps on one port, unless they answered there.
  private boolean ask(int port, IntPredicate which) throws InterruptedException {
    long began = System.nanoTime();
    for (int turn = 0; turn < hosts.size(); turn++) {
      int host = hosts.inTurn(turn);
      asked++;
      if (board.isAnswered(host, port) || !which.test(host)) {
        continue;
      }
      load(host, port);
      if (loaded == RawSocket.BATCH && !flush()) {
        return false;
      }
    }
    if (!flush()) {
      return false;
    }
    return line.rest(began + PORT_GAP - System.nanoTime());
  }

  private void load(int host, int port) {
    int address = hosts.address(host);
    SynMessage.write(
        batch.octets(),
        batch.at(loaded),
        sources[host],
        ownPorts.in(round),
        address,
        ports[port],
        cookie.of(address, ports[port]));
    batch.address(loaded, address);
    loaded++;
    if (round == 1) {
      board.askedIn(line.pace().window(), host, port);
      if (port == 0) {
        board.askedFirst(host);
      }
    }
  }

  private boolean flush() throws InterruptedException {
    boolean left = loaded == 0 || line.send(batch, loaded);
    loaded = 0;
    line.pace().follow(board);
    drain();
    onProgress.accept(Math.min(asked, (long) hosts.size() * ports.length));
    return left;
  }

  /// Waits until nothing more is to be expected.
  private boolean settle() throws InterruptedException {
    while (true) {
      drain();
      long since = Math.max(board.lastNews(), line.lastSent());
      if (board.isFull() || System.nanoTime() - since > board.quiet()) {
        return line.isOpen();
      }
      if (!line.rest(NAP)) {
        return false;
      }
    }
  }

  private void drain() {
    for (Integer place = board.opened().poll(); place != null; place = board.opened().poll()) {
      line.followedBy(1);
      onOpen.accept(place);
    }
  }
}
