package lenswacht.assessment.exposure;

import java.net.InetAddress;
import lenswacht.knowledge.Truth;
import lenswacht.observation.Service;

/// Where a path goes through.
public sealed interface Place {
  /// The internet: anybody.
  record Internet() implements Place {}

  /// The one outside address that a mapping holds for, as told.
  record OneOutside(String address) implements Place {}

  /// Somebody outside whom the asset calls or who relays to it.
  ///
  /// @param operator who; empty where not known
  /// @param country where the operator stands, two letters; empty where not known
  /// @param name the name it is called by; empty where not known
  record Party(String operator, String country, String name) implements Place {}

  /// The outer side of a gateway, or an asset that is seen there.
  ///
  /// @param address the outside address; empty where not known
  /// @param port transport and port, for example `8080/tcp`; `*` for all
  record Outside(String address, String port) implements Place {}

  /// A gateway, by its inner address.
  record Gateway(InetAddress address) implements Place {}

  /// A zone of the building, by name; empty where it has none.
  record Zone(String name) implements Place {}

  /// An asset that stands in several zones.
  record BridgeHost(InetAddress address) implements Place {}

  /// The asset as a whole.
  record Asset(InetAddress address) implements Place {}

  /// A service of the asset.
  ///
  /// @param answers whether it answers, as seen from inside
  record AssetService(Service service, Truth answers) implements Place {}
}
