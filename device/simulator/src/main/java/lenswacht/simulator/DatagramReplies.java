package lenswacht.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// Finds the recorded reply to a datagram and refuses what is more than a search.
///
/// @param resident whose reply it is
/// @param service which service was asked
record DatagramReplies(Resident resident, SimulatedService service) {
  private static final Pattern SADP_TYPES = Pattern.compile("(?i)<Types>\\s{0,9}([^<\\s]{1,60})");
  private static final Pattern SADP_UUID = Pattern.compile("(?i)<Uuid>\\s{0,9}([^<\\s]{1,80})");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("MessageID[^>]{0,200}>\\s{0,9}([^<\\s]{1,200})");
  private static final Pattern METHOD =
      Pattern.compile("\"method\"\\s{0,9}:\\s{0,9}\"([^\"]{1,80})\"");
  private static final String VIDEO_TYPE = "NetworkVideoTransmitter";

  /// A type name that one family of cameras announces in place of the usual ones; it answers
  /// searches for cameras all the same.
  private static final String ODD_TYPE = "4655721b";

  private static final int TDP_PRESET = 0x5A6B7C8D;

  /// The reply to `heard`, one character a byte; empty if this service says nothing to it.
  Optional<byte[]> answer(String heard) {
    String head = heard.length() > 8192 ? heard.substring(0, 8192) : heard;
    resident.ledger().request(service, head.substring(0, Math.min(70, head.length())));
    if (isMoreThanSearch(head)) {
      return Optional.empty();
    }
    for (Exchange exchange : service.exchanges()) {
      if (exchange.match().answersBytes(head)) {
        Reply reply = exchange.reply();
        if (asksForOtherType(head, reply)) {
          return Optional.empty();
        }
        Placeholders placeholders =
            new Placeholders(resident, found(MESSAGE_ID, head), found(SADP_UUID, head), 0, "0", "");
        return Optional.of(framed(reply.frame(), placeholders.fill(reply.bytes())));
      }
    }
    return Optional.empty();
  }

  private boolean isMoreThanSearch(String heard) {
    if (service.kind().equals("trap")) {
      resident.ledger().flag(Flag.TRAP_TOUCHED);
      return true;
    }
    if (MakerPorts.isMoreThanSearch(service.port(), heard)) {
      resident.ledger().flag(Flag.SEARCH_OTHER);
      return true;
    }
    if (service.kind().equals("sadp")) {
      String types = found(SADP_TYPES, heard);
      if (!types.isEmpty() && !types.equalsIgnoreCase("inquiry")) {
        resident.ledger().flag(Flag.SADP_OTHER);
        return true;
      }
    }
    if (service.kind().equals("dhip")) {
      String method = found(METHOD, heard);
      if (!method.isEmpty() && !method.equals("DHDiscover.search")) {
        resident.ledger().flag(Flag.DHIP_OTHER);
        return true;
      }
    }
    return false;
  }

  private boolean asksForOtherType(String heard, Reply reply) {
    if (!service.kind().equals("wsd") || !heard.contains(VIDEO_TYPE)) {
      return false;
    }
    String recorded = reply.bytes().latin1();
    return !recorded.contains(VIDEO_TYPE) && !recorded.contains(ODD_TYPE);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static byte[] framed(Reply.Frame frame, byte[] body) {
    return switch (frame) {
      case NONE -> body;
      case DHIP ->
          ByteBuffer.allocate(32 + body.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(32)
              .put("DHIP".getBytes(StandardCharsets.US_ASCII))
              .putLong(0)
              .putInt(body.length)
              .putInt(0)
              .putInt(body.length)
              .putInt(0)
              .put(body)
              .array();
      case XM ->
          ByteBuffer.allocate(20 + body.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putShort((short) 0x01ff)
              .putShort((short) 0)
              .putLong(0)
              .putShort((short) 0)
              .putShort((short) 1531)
              .putInt(body.length)
              .put(body)
              .array();
      case TDP -> tdp(body);
    };
  }

  private static byte[] tdp(byte[] body) {
    ByteBuffer message =
        ByteBuffer.allocate(16 + body.length)
            .put((byte) 2)
            .put((byte) 0)
            .putShort((short) 1)
            .putShort((short) body.length)
            .put((byte) 0x11)
            .put((byte) 0)
            .putInt(0)
            .putInt(TDP_PRESET)
            .put(body);
    CRC32 sum = new CRC32();
    sum.update(message.array());
    return message.putInt(12, (int) sum.getValue()).array();
  }
}
