package lenswacht.probe.net;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What one host has had of us, and what it may still have: connections open now, time used, when
// it
/// and its RTSP ports were last left, which ports ever accepted a connection and which failed to
/// the last time. Its subnet's share is taken here as well.
final class HostGate {
  private static final long NAP_MILLIS = 50;

  /// What is left below this is no time to talk in.
  private static final Duration TOO_SHORT = Duration.ofMillis(10);

  private final DoorLimits limits;
  private final SubnetGate subnet;
  private final Set<Integer> accepted = new HashSet<>(0);
  private final Set<Integer> failed = new HashSet<>(0);
  private final Map<Integer, Long> rtspLeft = new HashMap<>(0);
  private @Nullable TokenBucket datagrams;
  private long nanosUsed;
  private int open;
  private boolean isGentle;
  private @Nullable Long lastLeft;
  private long connections;
  private long packets;

  HostGate(DoorLimits limits, SubnetGate subnet) {
    this.limits = limits;
    this.subnet = subnet;
  }

  /// From now on one connection at a time, with a long pause between two.
  synchronized void beGentle() {
    isGentle = true;
  }

  /// Whether too little time is left for any conversation.
  synchronized boolean isTimeUsed() {
    return limits.hostTime().toNanos() - nanosUsed < TOO_SHORT.toNanos();
  }

  /// Time that is left for a conversation, at most the length of one.
  synchronized Duration timeLeft() {
    long left = limits.hostTime().toNanos() - nanosUsed;
    return Duration.ofNanos(Math.clamp(left, 0, limits.conversation().toNanos()));
  }

  /// Waits for a place among the open connections, and for the end of a pause that is due.
  ///
  /// @return whether there is one; false only when `stopped`
  boolean enter(int port, BooleanSupplier stopped) throws InterruptedException {
    synchronized (this) {
      while (!mayEnter(port, System.nanoTime())) {
        if (stopped.getAsBoolean()) {
          return false;
        }
        wait(NAP_MILLIS);
      }
      open++;
      lastLeft = null;
    }
    try {
      if (subnet.enter(stopped)) {
        return true;
      }
    } catch (InterruptedException interrupted) {
      giveBack();
      throw interrupted;
    }
    giveBack();
    return false;
  }

  private boolean mayEnter(int port, long now) {
    if (open >= (isGentle ? 1 : limits.connectionsPerHost())) {
      return false;
    }
    Long rtsp = rtspLeft.get(port);
    boolean isTooSoon =
        rtsp != null && rtsp + limits.rtspPause().toNanos() - now > 0
            || isGentle && lastLeft != null && lastLeft + limits.gentlePause().toNanos() - now > 0;
    return !isTooSoon;
  }

  private synchronized void giveBack() {
    open--;
    notifyAll();
  }

  /// Gives the place back.
  void leave(int port, long nanos) {
    subnet.leave();
    synchronized (this) {
      nanosUsed += nanos;
      noteLeft(port);
      giveBack();
    }
  }

  /// Whether a sweep may open one more connection here.
  synchronized boolean tryEnterForSweep() {
    if (open >= limits.connectionsPerHost() || !subnet.tryEnterForSweep()) {
      return false;
    }
    open++;
    return true;
  }

  void leaveAfterSweep(int port, boolean opened) {
    subnet.leaveAfterSweep();
    synchronized (this) {
      if (opened) {
        noteLeft(port);
        connected(port, true);
      }
      giveBack();
    }
  }

  /// Notes that `port` accepted a connection, or failed to.
  synchronized void connected(int port, boolean wasAccepted) {
    if (wasAccepted) {
      connections++;
      accepted.add(port);
      failed.remove(port);
    } else {
      failed.add(port);
    }
  }

  /// Notes that `port` accepted a connection at another time.
  synchronized void recall(int port) {
    accepted.add(port);
  }

  /// Whether `port` ever accepted a connection.
  synchronized boolean isKnown(int port) {
    return accepted.contains(port);
  }

  /// Whether `port`, which accepted a connection before, failed to the last time.
  synchronized boolean isLost(int port) {
    return accepted.contains(port) && failed.contains(port);
  }

  /// Counts packets of ours.
  synchronized void count(int more) {
    packets += more;
  }

  /// Whether there is nothing to remember of it.
  synchronized boolean isBlank() {
    return open == 0 && !isGentle && accepted.isEmpty() && nanosUsed == 0;
  }

  /// Connections that the host accepted.
  synchronized long connections() {
    return connections;
  }

  /// Packets that were sent to it, as far as they are counted host by host.
  synchronized long packets() {
    return packets;
  }

  /// Waits for the turn of one more datagram.
  void awaitDatagramTurn(BooleanSupplier stopped) throws InterruptedException {
    TokenBucket turns;
    synchronized (this) {
      if (datagrams == null) {
        datagrams = new TokenBucket(limits.datagramsPerSecond());
      }
      turns = datagrams;
    }
    turns.take(stopped);
  }

  private void noteLeft(int port) {
    long now = System.nanoTime();
    lastLeft = now;
    if (PortPlan.RTSP.contains(port)) {
      rtspLeft.put(port, now);
    }
  }
}
