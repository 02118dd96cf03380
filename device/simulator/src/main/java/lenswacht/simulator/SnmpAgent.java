package lenswacht.simulator;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Answers SNMP v1 and v2c: GET, GETNEXT and GETBULK over recorded values. Everything else, and a
/// community it does not know, is met with silence.
///
/// @param resident whose agent it is
/// @param service its values and community
record SnmpAgent(Resident resident, SimulatedService service) {
  private static final Set<String> GUESSES =
      Set.of("public", "private", "admin", "community", "manager", "snmp", "cisco", "camera");
  private static final int GET = 0xa0;
  private static final int GET_NEXT = 0xa1;
  private static final int RESPONSE = 0xa2;
  private static final int SET = 0xa3;
  private static final int GET_BULK = 0xa5;
  private static final int NO_SUCH_OBJECT = 0x80;
  private static final int END_OF_VALUES = 0x82;
  private static final int TICKS = 0x43;
  private static final int NO_SUCH_NAME = 2;
  private static final int MOST_REPEATS = 20;
  private static final int MOST_BINDINGS = 64;
  private static final int LARGEST_REPLY = 60_000;
  private static final ObjectIdentifier UPTIME = ObjectIdentifier.parse("1.3.6.1.2.1.1.3.0");

  /// The reply to a datagram; empty if none is due.
  Optional<byte[]> answer(byte[] datagram) {
    try {
      return answer(ByteBuffer.wrap(datagram));
    } catch (IllegalArgumentException malformed) {
      resident.ledger().request(service, "not SNMP");
      return Optional.empty();
    }
  }

  private Optional<byte[]> answer(ByteBuffer datagram) {
    ByteBuffer message = Ber.read(datagram).value();
    long version = Ber.read(message).asNumber();
    if (version != 0 && version != 1) {
      resident.ledger().request(service, "version " + version);
      return Optional.empty();
    }
    byte[] community = Ber.read(message).bytes();
    Ber request = Ber.read(message);
    resident
        .ledger()
        .request(service, "v" + (version + 1) + " " + Integer.toHexString(request.tag()));
    if (request.tag() == SET) {
      resident.ledger().flag(Flag.SNMP_SET);
    }
    if (!new String(community, StandardCharsets.ISO_8859_1).equals(service.community())) {
      boolean guessed = GUESSES.contains(new String(community, StandardCharsets.ISO_8859_1));
      resident.ledger().flag(guessed ? Flag.SNMP_GUESSED : Flag.SNMP_COMMUNITY_UNKNOWN);
      return Optional.empty();
    }
    if (request.tag() != GET && request.tag() != GET_NEXT && request.tag() != GET_BULK) {
      return Optional.empty();
    }
    ByteBuffer body = request.value();
    byte[] id = Ber.read(body).bytes();
    Ber.read(body);
    long repeats = Math.clamp(Ber.read(body).asNumber(), 1, MOST_REPEATS);
    Bindings bindings =
        new Bindings(
            values(), request.tag(), version == 0, request.tag() == GET_BULK ? (int) repeats : 1);
    byte[] found = bindings.answer(Ber.read(body).value());
    byte[] response =
        Ber.write(
            RESPONSE,
            Ber.write(Ber.INTEGER, id),
            Ber.integer(BigInteger.valueOf(bindings.error)),
            Ber.integer(BigInteger.valueOf(bindings.errorAt)),
            Ber.write(Ber.SEQUENCE, found));
    return Optional.of(
        Ber.write(
            Ber.SEQUENCE,
            Ber.integer(BigInteger.valueOf(version)),
            Ber.write(Ber.OCTET_STRING, community),
            response));
  }

  private SortedMap<ObjectIdentifier, SnmpValue> values() {
    SortedMap<ObjectIdentifier, SnmpValue> values = new TreeMap<>(service.values());
    long hundredths = System.nanoTime() / 10_000_000;
    values.putIfAbsent(UPTIME, new SnmpValue.Ticks(hundredths & Integer.MAX_VALUE));
    return values;
  }

  /// Looks up the asked names one after the other.
  private static final class Bindings {
    private final TreeMap<ObjectIdentifier, SnmpValue> values;
    private final int operation;
    private final boolean versionOne;
    private final int repeats;
    private int error;
    private int errorAt;

    Bindings(
        SortedMap<ObjectIdentifier, SnmpValue> values,
        int operation,
        boolean versionOne,
        int repeats) {
      this.values = new TreeMap<>(values);
      this.operation = operation;
      this.versionOne = versionOne;
      this.repeats = repeats;
    }

    byte[] answer(ByteBuffer asked) {
      ByteArrayOutputStream found = new ByteArrayOutputStream();
      for (int position = 1; asked.hasRemaining() && position <= MOST_BINDINGS; position++) {
        ObjectIdentifier name = Ber.read(Ber.read(asked).value()).asName();
        for (int i = 0; i < repeats && found.size() < LARGEST_REPLY; i++) {
          Optional<ObjectIdentifier> hit = hit(name);
          if (hit.isEmpty()) {
            found.writeBytes(Ber.write(Ber.SEQUENCE, Ber.name(name), nothing(position)));
            break;
          }
          name = hit.get();
          SnmpValue value = values.get(name);
          if (value != null) {
            found.writeBytes(Ber.write(Ber.SEQUENCE, Ber.name(name), written(value)));
          }
        }
      }
      return found.toByteArray();
    }

    private Optional<ObjectIdentifier> hit(ObjectIdentifier name) {
      return operation == GET
          ? Optional.of(name).filter(values::containsKey)
          : Optional.ofNullable(values.higherKey(name));
    }

    private byte[] nothing(int position) {
      if (versionOne) {
        error = NO_SUCH_NAME;
        errorAt = position;
        return Ber.write(Ber.NULL);
      }
      return Ber.write(operation == GET ? NO_SUCH_OBJECT : END_OF_VALUES);
    }

    private static byte[] written(SnmpValue value) {
      return switch (value) {
        case SnmpValue.Text(String text) -> Ber.text(Ber.OCTET_STRING, text);
        case SnmpValue.Name(ObjectIdentifier name) -> Ber.name(name);
        case SnmpValue.Ticks(long hundredths) ->
            Ber.write(TICKS, ByteBuffer.allocate(4).putInt((int) hundredths).array());
      };
    }
  }
}
