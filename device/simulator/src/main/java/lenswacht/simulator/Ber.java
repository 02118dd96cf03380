package lenswacht.simulator;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Tag, length and value, as SNMP and certificates write them.
///
/// @param tag the tag byte, 0 to 255
/// @param value the bytes behind the length; never written to
record Ber(int tag, ByteBuffer value) {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int NAME = 0x06;
  static final int UTF8_TEXT = 0x0c;
  static final int TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /// Writes `parts` one behind the other, with tag and length in front.
  static byte[] write(int tag, byte[]... parts) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      value.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    int length = value.size();
    if (length < 0x80) {
      all.write(length);
    } else {
      byte[] digits = BigInteger.valueOf(length).toByteArray();
      int from = digits[0] == 0 ? 1 : 0;
      all.write(0x80 | (digits.length - from));
      all.write(digits, from, digits.length - from);
    }
    all.writeBytes(value.toByteArray());
    return all.toByteArray();
  }

  /// Writes a whole number.
  static byte[] integer(BigInteger number) {
    return write(INTEGER, number.toByteArray());
  }

  /// Writes a text as UTF-8.
  static byte[] text(int tag, String text) {
    return write(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes an object identifier.
  static byte[] name(ObjectIdentifier name) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    List<Long> parts = name.parts();
    writeBase128(value, parts.get(0) * 40 + parts.get(1));
    for (long part : parts.subList(2, parts.size())) {
      writeBase128(value, part);
    }
    return write(NAME, value.toByteArray());
  }

  private static void writeBase128(ByteArrayOutputStream out, long number) {
    for (int shift = 35; shift > 0; shift -= 7) {
      if (number >>> shift != 0) {
        out.write((int) (((number >>> shift) & 0x7f) | 0x80));
      }
    }
    out.write((int) (number & 0x7f));
  }

  /// Reads the next element and leaves `in` behind it.
  ///
  /// @throws IllegalArgumentException if there is no complete element
  static Ber read(ByteBuffer in) {
    if (in.remaining() < 2) {
      throw new IllegalArgumentException("no room for tag and length");
    }
    int tag = in.get() & 0xff;
    long length = in.get() & 0xff;
    if (length >= 0x80) {
      int digits = (int) (length & 0x7f);
      if (digits < 1 || digits > 4 || digits > in.remaining()) {
        throw new IllegalArgumentException("the length cannot be read");
      }
      length = 0;
      for (int i = 0; i < digits; i++) {
        length = (length << 8) | (in.get() & 0xff);
      }
    }
    if (length > in.remaining()) {
      throw new IllegalArgumentException("the value is shorter than its length says");
    }
    ByteBuffer value = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return new Ber(tag, value);
  }

  /// The value's bytes.
  byte[] bytes() {
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    return bytes;
  }

  /// The value as a whole number of at most 32 bits and a bit.
  ///
  /// @throws IllegalArgumentException if it is empty or longer than five bytes
  long asNumber() {
    byte[] bytes = bytes();
    if (bytes.length < 1 || bytes.length > 5) {
      throw new IllegalArgumentException("the number is too long");
    }
    return new BigInteger(bytes).longValueExact();
  }

  /// The value as an object identifier.
  ///
  /// @throws IllegalArgumentException if it is none
  ObjectIdentifier asName() {
    List<Long> parts = new ArrayList<>();
    long number = 0;
    for (byte next : bytes()) {
      number = (number << 7) | (next & 0x7f);
      if (number > 0xffff_ffffL) {
        throw new IllegalArgumentException("a number of the name has more than 32 bits");
      }
      if (next >= 0) {
        if (parts.isEmpty()) {
          long first = Math.min(number / 40, 2);
          parts.add(first);
          number -= first * 40;
        }
        parts.add(number);
        number = 0;
      }
    }
    return new ObjectIdentifier(parts);
  }
}
