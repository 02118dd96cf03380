package lenswacht.observation;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One fact read out of evidence; never an opinion.
public sealed interface Observation {
  /// Who it is about.
  Service service();

  /// The bytes it was read from.
  EvidenceId evidence();

  /// The service accepts connections, or answered a datagram.
  record Listening(Service service, EvidenceId evidence) implements Observation {}

  /// The service said `value`, read from `observable`. Control and bidirectional characters are
  /// stripped and the length is limited (256 characters; 65,536 for page bodies).
  record Stated(Service service, Observable observable, String value, EvidenceId evidence)
      implements Observation {
    /// Longest page body kept, in characters.
    public static final int LONGEST_BODY = 65_536;

    /// Longest other text kept, in characters.
    public static final int LONGEST_TEXT = 256;

    public Stated {
      value = CleanText.of(value, observable == Observable.HTTP_BODY ? LONGEST_BODY : LONGEST_TEXT);
    }
  }

  /// The host behind the service has this hardware address.
  record HardwareAddress(Service service, MacAddress mac, EvidenceId evidence)
      implements Observation {}

  /// The service's clock runs this far ahead of ours (negative: behind).
  record ClockOffset(Service service, Duration ahead, EvidenceId evidence) implements Observation {}

  /// A stream description was given without any credentials.
  record OpenStream(Service service, String path, EvidenceId evidence) implements Observation {}

  /// Whether an administrator password has been set, as the device says.
  record Activation(Service service, boolean activated, EvidenceId evidence)
      implements Observation {}

  /// Whether the maker's cloud or peer-to-peer relay is switched on, as the device says.
  record CloudRelay(Service service, boolean enabled, EvidenceId evidence) implements Observation {}

  /// Device information was given without any credentials although the standard reserves it for
  /// users.
  record AnonymousRead(Service service, String operation, EvidenceId evidence)
      implements Observation {}

  /// A conversation that carries management or pictures is not encrypted.
  record Cleartext(Service service, String protocol, EvidenceId evidence) implements Observation {}

  /// Size of the pictures that a stream delivers, and how sharp they are.
  ///
  /// @param width pixels
  /// @param height pixels
  /// @param sharpness variance of the Laplacian of the luminance, 0 = uniform
  /// @param faces number of faces that were seen, never who; -1 where none could be looked for
  /// @param smallestFace width in pixels of the narrowest face, 0 without faces
  record Picture(
      Service service,
      int width,
      int height,
      double sharpness,
      int faces,
      int smallestFace,
      EvidenceId evidence)
      implements Observation {}

  /// The host called a service outside, or asked for one by its name.
  ///
  /// @param means how that was seen
  /// @param name the name that was asked for, or behind which the address is known; empty where it
  ///     is not
  /// @param peer whom it called, where that was seen
  /// @param times how often
  /// @param first when first
  /// @param last when last
  /// @param evidence the bytes of the first time
  record Outbound(
      Service service,
      Means means,
      String name,
      Optional<Service> peer,
      long times,
      Instant first,
      Instant last,
      EvidenceId evidence)
      implements Observation {
    public Outbound {
      name = CleanText.of(name, Stated.LONGEST_TEXT);
      if (times < 1 || last.isBefore(first)) {
        throw new IllegalArgumentException("a call happens at least once, and ends behind itself");
      }
    }
  }

  /// How a call to a service outside was seen.
  enum Means {
    /// A name server was asked for the name.
    DNS,
    /// The name stands in the hello of a TLS conversation.
    TLS,
    /// The name stands in the hello of a QUIC conversation.
    QUIC,
    /// An address was reached that a name server had given for the name.
    FLOW,
    /// Somebody was asked under which address the host is seen outside, or for a relay.
    STUN,
    /// Somebody was asked for the time.
    NTP;

    /// The word for it: `dns`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The service has a channel, and says this much of it.
  ///
  /// @param number as the service counts its channels
  /// @param name as people named it; empty where not told
  /// @param source what delivers its pictures
  /// @param use whether anything is assigned to it
  record Channel(
      Service service, int number, String name, Source source, Use use, EvidenceId evidence)
      implements Observation {
    /// Highest number of a channel.
    public static final int HIGHEST = 9_999;

    public Channel {
      if (number < 0 || number > HIGHEST) {
        throw new IllegalArgumentException("a channel has a number up to " + HIGHEST);
      }
      name = CleanText.of(name, Stated.LONGEST_TEXT);
    }

    /// What delivers the pictures of a channel, in the words of the service that has the channel;
    /// each empty where not told.
    ///
    /// @param address its IP address, as text
    /// @param hardware its hardware address, as text
    /// @param serial its serial number
    /// @param model its model number
    public record Source(String address, String hardware, String serial, String model) {
      /// Nothing is told.
      public static final Source UNTOLD = new Source("", "", "", "");

      public Source {
        address = CleanText.of(address, Stated.LONGEST_TEXT);
        hardware = CleanText.of(hardware, Stated.LONGEST_TEXT);
        serial = CleanText.of(serial, Stated.LONGEST_TEXT);
        model = CleanText.of(model, Stated.LONGEST_TEXT);
      }

      /// Whether nothing is told.
      public boolean tellsNothing() {
        return equals(UNTOLD);
      }
    }

    /// Whether anything is assigned to a channel.
    public enum Use {
      /// Something is.
      IN_USE,
      /// Nothing is.
      FREE,
      /// The service does not say.
      NOT_DETERMINED
    }
  }

  /// A gateway told the address that it has outside.
  record OuterAddress(Service service, InetAddress outer, EvidenceId evidence)
      implements Observation {}

  /// A gateway told one of its mappings: what arrives outside goes to a host inside.
  ///
  /// @param transport TCP or UDP
  /// @param outerPort port outside; 0 for all that are not mapped otherwise
  /// @param onlyFrom the only outside address that it holds for, as told; empty where for all
  /// @param inner to whom
  /// @param innerPort to which port; 0 for the same
  /// @param enabled whether it is in force
  /// @param lease for how long it still holds; zero where it has no end
  /// @param description what whoever asked for it called it
  record PortMapping(
      Service service,
      Transport transport,
      int outerPort,
      String onlyFrom,
      InetAddress inner,
      int innerPort,
      boolean enabled,
      Duration lease,
      String description,
      EvidenceId evidence)
      implements Observation {
    public PortMapping {
      if (transport == Transport.HOST) {
        throw new IllegalArgumentException("a mapping is for TCP or for UDP");
      }
      if (outerPort < 0 || outerPort > 65_535 || innerPort < 0 || innerPort > 65_535) {
        throw new IllegalArgumentException("a port lies between 0 and 65535");
      }
      onlyFrom = CleanText.of(onlyFrom, Stated.LONGEST_TEXT);
      description = CleanText.of(description, Stated.LONGEST_TEXT);
    }
  }

  /// A gateway was asked for its mappings.
  ///
  /// @param by name of its service, for example `WANIPConnection:1`
  /// @param listing how far it told them
  /// @param told number of mappings that it told
  record MappingsRead(Service service, String by, Listing listing, int told, EvidenceId evidence)
      implements Observation {
    public MappingsRead {
      by = CleanText.of(by, Stated.LONGEST_TEXT);
    }
  }

  /// How far a gateway told its mappings.
  enum Listing {
    /// To the end. What was set by hand need not be among them.
    TO_THE_END,
    /// Not to the end.
    IN_PART,
    /// It refused.
    REFUSED
  }

  /// Whether a gateway opens ports for any host inside that asks, as it says.
  ///
  /// @param by `upnp`, `nat-pmp` or `pcp`
  record OpensPorts(Service service, String by, boolean willing, EvidenceId evidence)
      implements Observation {
    public OpensPorts {
      by = CleanText.of(by, Stated.LONGEST_TEXT);
    }
  }

  /// How a gateway guards IPv6, as it says.
  ///
  /// @param enabled whether it keeps out what was not asked for
  /// @param pinholes whether hosts inside may open ways in
  record SixFirewall(Service service, boolean enabled, boolean pinholes, EvidenceId evidence)
      implements Observation {}
}
