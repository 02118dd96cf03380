package lenswacht.probe.net;

/// How a sweep was carried out, and why that way.
public enum SweepMeans {
  /// The first packet of a connection was sent by itself, over a raw socket; every address was
  /// asked on every port.
  SYN,
  /// The same, in a range that is mostly silent: every address was asked on the telling ports, and
  /// on the others only where anything answered.
  SYN_DISCOVERY_FIRST,
  /// Ordinary connections, because everything in scope is on loopback.
  CONNECT_LOOPBACK,
  /// Ordinary connections, because the process may not open raw sockets, or this system has none.
  CONNECT_UNPRIVILEGED,
  /// Ordinary connections, because the system gave no raw socket although the process may open one.
  CONNECT_RAW_FAILED,
  /// Ordinary connections, because everything in scope is IPv6.
  CONNECT_IPV6
}
