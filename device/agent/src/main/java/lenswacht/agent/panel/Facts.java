package lenswacht.agent.panel;

import java.util.List;
import java.util.Optional;

/// What the device knows of itself, whatever it is doing.
///
/// @param device its name
/// @param version of its program
/// @param battery the battery
/// @param cable the cable to the console
/// @param network whether the network socket has a cable with somebody at its other end
/// @param permit the mandate that is kept, if there is one
/// @param checks what the last self-test said; empty where there was none
public record Facts(
    String device,
    String version,
    Battery battery,
    UsbCable cable,
    Verdict network,
    Optional<Permit> permit,
    List<PartCheck> checks) {
  public Facts {
    checks = List.copyOf(checks);
  }

  /// Of a device that has not looked around yet.
  public static Facts of(String device, String version) {
    return new Facts(
        device,
        version,
        Battery.NOT_DETERMINED,
        UsbCable.NOT_DETERMINED,
        Verdict.NOT_DETERMINED,
        Optional.empty(),
        List.of());
  }

  /// The same with what was seen around now.
  public Facts around(Battery nowBattery, UsbCable nowCable, Verdict nowNetwork) {
    return new Facts(device, version, nowBattery, nowCable, nowNetwork, permit, checks);
  }

  /// The same with another mandate, or none.
  public Facts under(Optional<Permit> other) {
    return new Facts(device, version, battery, cable, network, other, checks);
  }

  /// The same after a self-test.
  public Facts checked(List<PartCheck> newer) {
    return new Facts(device, version, battery, cable, network, permit, newer);
  }
}
