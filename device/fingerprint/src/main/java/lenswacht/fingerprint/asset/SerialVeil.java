package lenswacht.fingerprint.asset;

import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Channel;

/// What stands between identification and everybody who is shown an asset: serial numbers go
/// through as a hash under a key, and what they were read from goes through masked. One serial
/// number has one hash under one key; without the key nobody can try serial numbers out.
public final class SerialVeil {
  /// Length of a key, in octets.
  public static final int KEY_OCTETS = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /// What is hashed begins with this, so that the key serves nothing else.
  private static final String PURPOSE = "lenswacht serial number 1\n";

  /// Ten digits and the letters that are not taken for one of them.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int SHOWN_DIGITS = 12;
  private static final int GROUP = 4;
  private static final int BITS = 5;

  private final Optional<Bytes> key;

  private SerialVeil(Optional<Bytes> key) {
    this.key = key;
  }

  /// Hides nothing, where every mandate allows it.
  public static SerialVeil none() {
    return new SerialVeil(Optional.empty());
  }

  /// Hides serial numbers under `key`.
  ///
  /// @throws IllegalArgumentException if the key is not [#KEY_OCTETS] long
  public static SerialVeil under(Bytes key) {
    if (key.length() != KEY_OCTETS) {
      throw new IllegalArgumentException("a key has " + KEY_OCTETS + " octets");
    }
    return new SerialVeil(Optional.of(key));
  }

  /// Whether serial numbers are shown as they are.
  public boolean isOpen() {
    return key.isEmpty();
  }

  /// What is shown of a serial number: `#7QK2-M4XD-09TB`, or the number itself. Case and separators
  /// do not count.
  public String shown(String serial) {
    return key.map(secret -> hash(secret, Serials.bare(serial))).orElse(serial);
  }

  /// The asset as it may be shown.
  public IdentifiedAsset over(IdentifiedAsset asset) {
    if (isOpen()) {
      return asset;
    }
    SerialMask mask = SerialMask.of(asset);
    Set<String> serials = SerialMask.serials(asset);
    return new IdentifiedAsset(
        asset.name(),
        over(asset.trace(), mask),
        asset.mac(),
        over(asset.identification(), serials, mask),
        asset.observations().stream().map(fact -> over(fact, mask)).toList());
  }

  private Identification over(Identification open, Set<String> serials, SerialMask mask) {
    return new Identification(
        open.identity(),
        open.confidence(),
        open.claims().stream().map(claim -> over(claim, serials, mask)).toList(),
        open.contradictions().stream()
            .map(
                pair ->
                    new Identification.Contradiction(
                        over(pair.stronger(), serials, mask), over(pair.weaker(), serials, mask)))
            .toList());
  }

  private Claim over(Claim claim, Set<String> serials, SerialMask mask) {
    String value =
        claim.attribute() == Attribute.SERIAL
            ? shown(longest(claim.value(), serials))
            : mask.over(claim.value());
    return new Claim(
        claim.attribute(),
        value,
        claim.confidence(),
        claim.trust(),
        claim.fingerprint(),
        claim.observable(),
        mask.over(claim.seen()),
        claim.evidence());
  }

  /// The longest way in which the asset writes the serial number: some signs shorten it, and all of
  /// them shall have one hash.
  private static String longest(String serial, Set<String> serials) {
    String bare = Serials.bare(serial);
    return serials.stream()
        .filter(one -> Serials.bare(one).contains(bare))
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
        .orElse(serial);
  }

  private Trace over(Trace trace, SerialMask mask) {
    return new Trace(
        trace.presences(),
        trace.joins().stream().map(this::over).toList(),
        trace.cautions().stream().map(this::over).toList(),
        over(trace.channels(), mask));
  }

  private Channels over(Channels channels, SerialMask mask) {
    return new Channels(
        channels.counted(),
        channels.told().stream()
            .map(
                channel ->
                    new SeenChannel(
                        channel.number(),
                        mask.over(channel.name()),
                        over(channel.source(), mask),
                        channel.use(),
                        channel.delivered(),
                        channel.evidence()))
            .toList(),
        channels.besides(),
        channels.sensors(),
        channels.confidence(),
        channels.evidence());
  }

  private Channel.Source over(Channel.Source source, SerialMask mask) {
    return new Channel.Source(
        source.address(),
        source.hardware(),
        source.serial().isEmpty() ? "" : shown(source.serial()),
        mask.over(source.model()));
  }

  private Join over(Join join) {
    return join.mark().kind() == Mark.Kind.SERIAL
        ? new Join(
            new Mark(Mark.Kind.SERIAL, shown(join.mark().value())),
            join.confidence(),
            join.addresses(),
            join.evidence())
        : join;
  }

  private Caution over(Caution caution) {
    if (!Mark.Kind.SERIAL.name().equals(caution.words().get("mark"))) {
      return caution;
    }
    TreeMap<String, String> words = new TreeMap<>(caution.words());
    words.computeIfPresent("value", (name, serial) -> shown(serial));
    return new Caution(
        caution.kind(), caution.confidence(), caution.addresses(), words, caution.evidence());
  }

  private Observation over(Observation fact, SerialMask mask) {
    return switch (fact) {
      case Observation.Stated stated ->
          new Observation.Stated(
              stated.service(), stated.observable(), mask.over(stated.value()), stated.evidence());
      case Channel channel ->
          new Channel(
              channel.service(),
              channel.number(),
              mask.over(channel.name()),
              over(channel.source(), mask),
              channel.use(),
              channel.evidence());
      case Observation.PortMapping told ->
          new Observation.PortMapping(
              told.service(),
              told.transport(),
              told.outerPort(),
              told.onlyFrom(),
              told.inner(),
              told.innerPort(),
              told.enabled(),
              told.lease(),
              mask.over(told.description()),
              told.evidence());
      case Observation.Listening _,
          Observation.HardwareAddress _,
          Observation.ClockOffset _,
          Observation.OpenStream _,
          Observation.Activation _,
          Observation.CloudRelay _,
          Observation.AnonymousRead _,
          Observation.Cleartext _,
          Observation.Outbound _,
          Observation.Picture _,
          Observation.OuterAddress _,
          Observation.MappingsRead _,
          Observation.OpensPorts _,
          Observation.SixFirewall _ ->
          fact;
    };
  }

  private static String hash(Bytes key, String bare) {
    byte[] digest;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.toArray(), ALGORITHM));
      digest = mac.doFinal(Bytes.utf8(PURPOSE + bare).toArray());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
    StringBuilder shown = new StringBuilder("#");
    for (int i = 0; i < SHOWN_DIGITS; i++) {
      if (i > 0 && i % GROUP == 0) {
        shown.append('-');
      }
      int bit = i * BITS;
      int pair = (digest[bit / 8] & 0xff) << 8 | (digest[bit / 8 + 1] & 0xff);
      shown.append(DIGITS.charAt(pair >> (16 - BITS - bit % 8) & 31));
    }
    return shown.toString();
  }
}
