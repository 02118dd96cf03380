package lenswacht.probe.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lenswacht.observation.Bytes;

/// One gate per host, one share per subnet.
final class HostGates {
  private final DoorLimits limits;
  private final Map<InetAddress, HostGate> hosts = new ConcurrentHashMap<>();
  private final Map<Bytes, SubnetGate> subnets = new ConcurrentHashMap<>();

  HostGates(DoorLimits limits) {
    this.limits = limits;
  }

  HostGate of(InetAddress address) {
    return hosts.computeIfAbsent(address, host -> new HostGate(limits, subnet(host)));
  }

  /// Forgets a host of which there is nothing to remember.
  void tidy(InetAddress address) {
    hosts.computeIfPresent(address, (host, gate) -> gate.isBlank() ? null : gate);
  }

  private SubnetGate subnet(InetAddress address) {
    byte[] octets = address.getAddress();
    Bytes prefix = Bytes.of(Arrays.copyOf(octets, octets.length == 4 ? 3 : 8));
    return subnets.computeIfAbsent(prefix, absent -> new SubnetGate(limits));
  }
}
