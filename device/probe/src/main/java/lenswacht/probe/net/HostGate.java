package lenswacht.probe.net;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What one host has had of us: connections open now, time used, and when its RTSP ports were last
/// left alone. Its subnet's share is taken here as well.
final class HostGate {
  private static final long NAP_MILLIS = 50;

  /// What is left below this is no time to talk in.
  private static final Duration TOO_SHORT = Duration.ofMillis(10);

  private final DoorLimits limits;
  private final Semaphore connections;
  private final Semaphore subnet;
  private final TokenBucket datagrams;
  private final AtomicLong nanosUsed = new AtomicLong();
  private final Map<Integer, Long> rtspLeft = new HashMap<>();

  HostGate(DoorLimits limits, Semaphore subnet) {
    this.limits = limits;
    this.subnet = subnet;
    this.connections = new Semaphore(limits.connectionsPerHost());
    this.datagrams = new TokenBucket(limits.datagramsPerSecond());
  }

  /// Whether too little time is left for any conversation.
  boolean isTimeUsed() {
    return limits.hostTime().toNanos() - nanosUsed.get() < TOO_SHORT.toNanos();
  }

  /// Time that is left for a conversation, at most the length of one.
  Duration timeLeft() {
    long left = limits.hostTime().toNanos() - nanosUsed.get();
    return Duration.ofNanos(Math.max(0, Math.min(left, limits.conversation().toNanos())));
  }

  /// Waits for a place among the open connections.
  ///
  /// @return whether there is one; false only when `stopped`
  boolean enter(int port, BooleanSupplier stopped) throws InterruptedException {
    if (!take(connections, stopped)) {
      return false;
    }
    if (!take(subnet, stopped)) {
      connections.release();
      return false;
    }
    return awaitRtspPause(port, stopped);
  }

  /// Gives the place back.
  void leave(int port, long nanos) {
    nanosUsed.addAndGet(nanos);
    noteRtsp(port);
    subnet.release();
    connections.release();
  }

  /// Whether a sweep may open one more connection here.
  boolean tryEnterForSweep() {
    return connections.tryAcquire();
  }

  void leaveAfterSweep(int port, boolean opened) {
    if (opened) {
      noteRtsp(port);
    }
    connections.release();
  }

  /// Waits for the turn of one more datagram.
  void awaitDatagramTurn(BooleanSupplier stopped) throws InterruptedException {
    datagrams.take(stopped);
  }

  private static boolean take(Semaphore places, BooleanSupplier stopped)
      throws InterruptedException {
    while (!stopped.getAsBoolean()) {
      if (places.tryAcquire(NAP_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private void noteRtsp(int port) {
    if (PortPlan.RTSP.contains(port)) {
      synchronized (rtspLeft) {
        rtspLeft.put(port, System.nanoTime());
      }
    }
  }

  private boolean awaitRtspPause(int port, BooleanSupplier stopped) throws InterruptedException {
    Long left;
    synchronized (rtspLeft) {
      left = rtspLeft.get(port);
    }
    if (left != null) {
      long until = left + limits.rtspPause().toNanos();
      while (until - System.nanoTime() > 0 && !stopped.getAsBoolean()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(NAP_MILLIS));
        if (Thread.interrupted()) {
          subnet.release();
          connections.release();
          throw new InterruptedException();
        }
      }
    }
    return true;
  }
}
