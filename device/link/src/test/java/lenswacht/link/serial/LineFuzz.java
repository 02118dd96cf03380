package lenswacht.link.serial;

import java.util.Arrays;
import lenswacht.observation.Bytes;

/// What `./lenswacht bench fuzz` feeds: octets from a line, in portions, through splitter, receipts
/// and windows. A packet that comes out is put in again with some octets wrong.
public final class LineFuzz {
  private LineFuzz() {}

  /// Takes one input. Its first octet says how: as it is, or as the content of a proper packet.
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 40) {
      return;
    }
    LinePacketCodec codec = new LinePacketCodec();
    LineNoise noise = new LineNoise();
    LineSplitter splitter = new LineSplitter(codec, noise);
    SendWindow sending = new SendWindow();
    ReceiveWindow receiving = new ReceiveWindow();
    sending.add(input, 0, input.length, 7);
    byte[] octets = (input[0] & 1) == 0 ? input : dressed(codec, input);
    int portion = 1 + (input[1] & 0xff);
    for (int at = 0; at < octets.length; at += portion) {
      int count = Math.min(portion, octets.length - at);
      splitter.take(
          Arrays.copyOfRange(octets, at, at + count),
          count,
          packet -> hear(packet, sending, receiving));
    }
    splitter.pause(packet -> hear(packet, sending, receiving));
    int advice = noise.advice();
    if (advice < 0 || advice > LinePacketCodec.STRONGEST || receiving.room() > 32) {
      throw new IllegalStateException("no such advice or room");
    }
  }

  private static void hear(LinePacket packet, SendWindow sending, ReceiveWindow receiving) {
    sending.due().ifPresent(due -> sending.sent(due, packet.stamp()));
    sending.learn(packet.receipt());
    receiving.take(packet.sequence(), packet.payload(), packet.kind() == LinePacket.Kind.BYE);
    receiving.read(new byte[9], 0, 9);
    receiving.receipt(packet.stamp(), 0);
  }

  private static byte[] dressed(LinePacketCodec codec, byte[] input) {
    LinePacket.Kind[] kinds = LinePacket.Kind.values();
    LinePacket packet =
        new LinePacket(
            kinds[(input[2] & 0xff) % kinds.length],
            1 | input[3],
            input[4],
            input[5],
            input[6],
            new LinePacket.Receipt(
                input[7], input[8] << 8 | input[9], input[10], input[11] & 0xff, input[12] & 15),
            Bytes.of(Arrays.copyOfRange(input, 40, Math.min(input.length, 2_000))));
    byte[] octets = codec.write(packet, input[13] & 15);
    for (int wrong = 14; wrong < 40; wrong += 2) {
      octets[((input[wrong] & 0xff) * 8) % octets.length] ^= input[wrong + 1];
    }
    return octets;
  }
}
