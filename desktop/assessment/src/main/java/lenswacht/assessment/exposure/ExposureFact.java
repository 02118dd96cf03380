package lenswacht.assessment.exposure;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lenswacht.knowledge.Truth;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;

/// One fact that bears on how an asset can be reached or whom it calls, from whichever side it
/// came: gateways, assets, traffic, files that were brought in, other vantages.
public sealed interface ExposureFact {
  /// What carries it.
  Ground ground();

  /// A gateway passes on what arrives outside.
  ///
  /// @param gateway which, by its inner address
  /// @param transport TCP or UDP
  /// @param outerPort port outside; 0 for all that are not mapped otherwise, as for a DMZ host
  /// @param onlyFrom the only outside address that it holds for, as told; empty where for all
  /// @param inner to whom
  /// @param innerPort to which port; 0 for the same
  /// @param enabled whether it is in force
  /// @param description what whoever asked for it called it
  record Mapping(
      InetAddress gateway,
      Transport transport,
      int outerPort,
      String onlyFrom,
      InetAddress inner,
      int innerPort,
      boolean enabled,
      String description,
      Ground ground)
      implements ExposureFact {
    public Mapping {
      if (outerPort < 0 || outerPort > 65_535 || innerPort < 0 || innerPort > 65_535) {
        throw new IllegalArgumentException("a port lies between 0 and 65535");
      }
    }
  }

  /// The address that a gateway has outside.
  record OuterAddress(InetAddress gateway, InetAddress outer, Ground ground)
      implements ExposureFact {}

  /// A gateway was asked for its mappings.
  record MappingsRead(InetAddress gateway, Listing listing, Ground ground)
      implements ExposureFact {}

  /// How far a gateway told its mappings.
  enum Listing {
    /// To the end. What was set by hand in the gateway need not be among them.
    TO_THE_END,
    /// Not to the end.
    IN_PART,
    /// It refused.
    REFUSED
  }

  /// A gateway opens ports for any host inside that asks by `protocol`.
  record OpensPorts(InetAddress gateway, String protocol, Ground ground) implements ExposureFact {}

  /// How a gateway guards IPv6, as it says. Which pinholes there are cannot be asked.
  ///
  /// @param enabled whether it keeps out what was not asked for
  /// @param pinholes whether hosts inside may open ways in
  record SixFirewall(InetAddress gateway, boolean enabled, boolean pinholes, Ground ground)
      implements ExposureFact {}

  /// UPnP is switched on in an asset: it may ask a gateway for a way in.
  record OwnUpnp(InetAddress asset, Ground ground) implements ExposureFact {}

  /// An asset announces a name that follows its outside address.
  ///
  /// @param operator who runs the name service
  record DynamicName(InetAddress asset, String name, String operator, Ground ground)
      implements ExposureFact {}

  /// The maker's cloud or relay is switched on or off, as the asset says.
  record RelaySetting(InetAddress asset, boolean on, Ground ground) implements ExposureFact {}

  /// An asset called somebody outside.
  ///
  /// @param name the name that was asked for or shown, else the address as text
  /// @param operator who runs what it called
  /// @param country where the operator stands, two letters; empty where not known
  /// @param kind what it is for
  /// @param first when it was seen first
  /// @param last when it was seen last
  /// @param times how often
  /// @param reached whether it was seen to be called; otherwise only its name was asked for
  record Call(
      InetAddress asset,
      String name,
      String operator,
      String country,
      CallKind kind,
      Instant first,
      Instant last,
      long times,
      boolean reached,
      Ground ground)
      implements ExposureFact {}

  /// What a call is for.
  enum CallKind {
    /// A cloud or relay by which an asset can be reached.
    RELAY,
    /// The maker, otherwise: updates, registration, its site.
    MAKER,
    /// A name service that follows an address.
    DYNAMIC_NAME,
    /// A time server.
    TIME,
    /// A service that searches faces.
    FACE_SEARCH,
    /// Somebody else.
    OTHER
  }

  /// The traffic of a segment was watched, or its log read.
  ///
  /// @param time for how long, or over which period
  /// @param means how, for example `packet-socket`, `capture-file` or `dns-log`
  /// @param whole whether it holds all that leaves the segment
  record CallsWatched(
      AddressRange segment, Duration time, String means, boolean whole, Ground ground)
      implements ExposureFact {}

  /// Which ways out a segment has, as tried from inside it.
  ///
  /// @param route whether there is a default route
  /// @param names whether names are resolved
  /// @param internet whether an endpoint outside was reached
  record WayOut(AddressRange segment, Truth route, Truth names, Truth internet, Ground ground)
      implements ExposureFact {}

  /// A service was seen from outside.
  ///
  /// @param outer where
  /// @param asset which asset it is, by an address of it inside
  /// @param matchedBy what shows that it is this asset, for example `certificate`
  /// @param sure whether that belongs to this asset alone
  record OutsideSight(
      Service outer, InetAddress asset, String matchedBy, boolean sure, Ground ground)
      implements ExposureFact {}

  /// A service was seen from outside, and nothing it says is known from inside.
  ///
  /// @param outer where
  record OutsideStranger(Service outer, Ground ground) implements ExposureFact {}

  /// Somebody looked from outside at this address, at these ports, and saw what is told elsewhere
  /// or nothing.
  ///
  /// @param ports which TCP ports; empty where it is not told
  record OutsideLook(InetAddress outer, List<Integer> ports, Ground ground)
      implements ExposureFact {
    public OutsideLook {
      ports = List.copyOf(ports);
    }
  }

  /// Whether one zone reaches a service in another, as tried from inside the first.
  ///
  /// @param from name of the zone where the kit stood
  /// @param to name of the zone of the service
  /// @param service which; the host as a whole where none of its ports answered
  /// @param reached NOT_DETERMINED where it was not tried
  record ZoneReach(String from, String to, Service service, Truth reached, Ground ground)
      implements ExposureFact {}

  /// One asset stands in several zones.
  ///
  /// @param legs its addresses there
  /// @param zones names of the zones
  record Bridge(List<InetAddress> legs, List<String> zones, Ground ground) implements ExposureFact {
    public Bridge {
      legs = List.copyOf(legs);
      zones = List.copyOf(zones);
    }
  }
}
