package lenswacht.probe.snmp;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Secrets;

/// One response of an SNMP agent, version 2c.
///
/// @param texts dotted name to value, in order: text, dotted name, or a duration
/// @param octets dotted name to octets, for values that are strings of octets
/// @param kept the response with its community blanked
public record SnmpMessage(Map<String, String> texts, Map<String, Bytes> octets, Bytes kept) {
  /// Largest response that is read, in octets.
  static final int LONGEST = 4096;

  private static final int MOST_VALUES = 32;
  private static final int MOST_NUMBERS = 64;
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int NAME = 0x06;
  private static final int TICKS = 0x43;
  private static final int RESPONSE = 0xa2;
  private static final int VERSION_2C = 1;

  public SnmpMessage {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    octets = Map.copyOf(octets);
  }

  /// Reads a response. Values that are absent or of a kind that is not asked for are left out;
  /// whatever follows the response makes it no response.
  public static Parsed<SnmpMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("the response is longer than " + LONGEST + " octets");
    }
    try {
      return Parsed.good(read(bytes));
    } catch (Ber.MalformedException malformed) {
      return Parsed.bad(String.valueOf(malformed.getMessage()));
    }
  }

  private static SnmpMessage read(Bytes bytes) throws Ber.MalformedException {
    Ber whole = new Ber(bytes, 0, bytes.length());
    Ber message = whole.inside(whole.next(SEQUENCE));
    if (whole.hasNext()) {
      throw new Ber.MalformedException("something follows the response");
    }
    if (number(bytes, message.next(INTEGER)) != VERSION_2C) {
      throw new Ber.MalformedException("the response is not of version 2c");
    }
    Ber.Value community = message.next(OCTETS);
    Ber response = message.inside(message.next(RESPONSE));
    response.next(INTEGER);
    long error = number(bytes, response.next(INTEGER));
    if (error != 0) {
      throw new Ber.MalformedException("the agent reports error " + error);
    }
    response.next(INTEGER);
    Ber values = response.inside(response.next(SEQUENCE));
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Bytes> octets = new LinkedHashMap<>();
    for (int i = 0; i < MOST_VALUES && values.hasNext(); i++) {
      Ber pair = values.inside(values.next(SEQUENCE));
      String name = name(bytes, pair.next(NAME));
      Ber.Value value = pair.next();
      Bytes raw = bytes.slice(value.from(), value.to());
      switch (value.tag()) {
        case OCTETS -> {
          texts.put(name, raw.utf8().replace("\0", "").strip());
          octets.put(name, raw);
        }
        case NAME -> texts.put(name, name(bytes, value));
        case TICKS ->
            texts.put(
                name, Duration.ofMillis(Math.multiplyExact(number(bytes, value), 10)).toString());
        default -> {
          // Absent, or of a kind that was not asked for.
        }
      }
    }
    Bytes kept = Secrets.zeroed(bytes, community.from(), community.to());
    return new SnmpMessage(texts, octets, kept);
  }

  /// A whole number of at most five octets.
  private static long number(Bytes bytes, Ber.Value value) throws Ber.MalformedException {
    if (value.length() < 1 || value.length() > 5) {
      throw new Ber.MalformedException("a number has no octet, or more than five");
    }
    long number = value.tag() == INTEGER ? (byte) bytes.at(value.from()) : bytes.at(value.from());
    for (int i = value.from() + 1; i < value.to(); i++) {
      number = number << 8 | bytes.at(i);
    }
    return number;
  }

  /// A name in dots.
  private static String name(Bytes bytes, Ber.Value value) throws Ber.MalformedException {
    StringBuilder dotted = new StringBuilder();
    long number = 0;
    int numbers = 0;
    for (int i = value.from(); i < value.to(); i++) {
      int octet = bytes.at(i);
      number = number << 7 | (octet & 0x7f);
      if (number > 0xffff_ffffL || numbers > MOST_NUMBERS) {
        throw new Ber.MalformedException("a name has too many numbers, or too large a number");
      }
      if (octet < 0x80) {
        if (numbers == 0) {
          long first = Math.min(number / 40, 2);
          dotted.append(first).append('.').append(number - first * 40);
        } else {
          dotted.append('.').append(number);
        }
        numbers++;
        number = 0;
      }
    }
    if (numbers == 0) {
      throw new Ber.MalformedException("a name is empty");
    }
    return dotted.toString();
  }
}
