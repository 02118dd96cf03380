package lenswacht.probe.net;

import java.time.Duration;

/// How gently the door knocks, and how much it will listen to. The values of [#standard()] are the
/// house's rules for a building; nothing loosens them but a practice building on loopback.
///
/// @param connectWait longest wait for a TCP connection
/// @param readWait longest silence inside a conversation
/// @param conversation longest conversation over one connection, whatever the other side does
/// @param datagramWait how long an answer to one datagram is awaited
/// @param searchWait how long answers to a multicast search are collected
/// @param hostTime longest time in total that connections to one host are open
/// @param rtspPause shortest time between two connections to the same RTSP port; some cameras reset
///     a hasty second one
/// @param gentlePause shortest time between two connections to a host that is treated gently
/// @param connectionsPerHost most connections open to one host at a time
/// @param connectionsPerSubnet most conversations open to one subnet (/24, or /64 for IPv6) at a
///     time
/// @param sweepSockets most sockets that a sweep holds open
/// @param sweepSocketsPerSubnet most sockets of a sweep in one subnet that nobody has accepted yet
/// @param sweepWait how long a sweep awaits one connection
/// @param headBytes largest header block accepted
/// @param bodyBytes largest body accepted
/// @param datagramBytes largest datagram accepted
/// @param datagramsPerSecond most datagrams to one host, and most multicast datagrams on one
///     interface, in a second
/// @param repliesPerSource most replies kept of one address in a multicast search
public record DoorLimits(
    Duration connectWait,
    Duration readWait,
    Duration conversation,
    Duration datagramWait,
    Duration searchWait,
    Duration hostTime,
    Duration rtspPause,
    Duration gentlePause,
    int connectionsPerHost,
    int connectionsPerSubnet,
    int sweepSockets,
    int sweepSocketsPerSubnet,
    Duration sweepWait,
    int headBytes,
    int bodyBytes,
    int datagramBytes,
    int datagramsPerSecond,
    int repliesPerSource) {

  public DoorLimits {
    if (connectionsPerHost < 1 || connectionsPerSubnet < 1) {
      throw new IllegalArgumentException("at least one connection must be allowed");
    }
    if (sweepSockets < 1 || sweepSocketsPerSubnet < 1) {
      throw new IllegalArgumentException("at least one connection must be allowed");
    }
    if (headBytes < 1 || bodyBytes < 0 || datagramBytes < 1) {
      throw new IllegalArgumentException("at least one byte must be accepted");
    }
    if (datagramsPerSecond < 1 || repliesPerSource < 1) {
      throw new IllegalArgumentException("at least one datagram must be allowed");
    }
  }

  /// The limits for a building.
  public static DoorLimits standard() {
    return new DoorLimits(
        Duration.ofSeconds(3),
        Duration.ofSeconds(3),
        Duration.ofSeconds(8),
        Duration.ofMillis(2500),
        Duration.ofSeconds(4),
        Duration.ofSeconds(20),
        Duration.ofSeconds(5),
        Duration.ofSeconds(6),
        2,
        8,
        512,
        128,
        Duration.ofMillis(1500),
        16 * 1024,
        256 * 1024,
        8192,
        5,
        8);
  }

  /// The limits for a practice building on loopback: the same caps, shorter times, and without the
  /// pauses that only real cameras need.
  public static DoorLimits practice() {
    DoorLimits real = standard();
    return new DoorLimits(
        real.connectWait,
        real.readWait,
        Duration.ofSeconds(5),
        real.datagramWait,
        Duration.ofMillis(500),
        Duration.ofSeconds(12),
        Duration.ZERO,
        Duration.ZERO,
        real.connectionsPerHost,
        64,
        real.sweepSockets,
        real.sweepSockets,
        real.sweepWait,
        real.headBytes,
        real.bodyBytes,
        real.datagramBytes,
        100,
        real.repliesPerSource);
  }
}
