package lenswacht.link;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import lenswacht.link.frame.Frame;
import lenswacht.link.frame.FrameCodec;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedOrder;

/// What `./lenswacht bench fuzz` feeds with what it finds, guided by coverage: frames, messages,
/// packed pieces, orders and statements. Anything but a value or the refusal that is announced is a
/// finding.
public final class LinkFuzz {
  private LinkFuzz() {}

  /// Takes one input; its first octet says what it is for.
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] octets = Arrays.copyOfRange(input, 1, input.length);
    switch (input[0] & 3) {
      case 0 -> frames(octets);
      case 1 -> piece(octets);
      case 2 -> order(Bytes.of(octets).utf8());
      default -> statement(Bytes.of(octets).utf8());
    }
  }

  private static void frames(byte[] octets) {
    InputStream in = new ByteArrayInputStream(octets);
    try {
      while (true) {
        Frame frame = FrameCodec.read(in, LinkMessageCodec::longest);
        try {
          LinkMessage message = LinkMessageCodec.parse(frame);
          LinkMessage again = LinkMessageCodec.parse(LinkMessageCodec.write(message));
          if (!again.equals(message)) {
            throw new IllegalStateException("a message changes when it is written: " + message);
          }
        } catch (MalformedFrameException refused) {
          // as announced; the next frame may be one
        }
      }
    } catch (EOFException | MalformedFrameException end) {
      // as announced
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void piece(byte[] octets) {
    try {
      if (Packing.unpack(Bytes.of(octets), 4_096).length() > 4_096) {
        throw new IllegalStateException("a piece holds more than was asked for");
      }
    } catch (MalformedFrameException refused) {
      // as announced
    }
  }

  private static void order(String text) {
    if (text.length() <= SignedOrder.LONGEST) {
      try {
        new SignedOrder(text).open();
      } catch (MalformedFactException refused) {
        // as announced
      }
    }
  }

  private static void statement(String text) {
    if (text.length() <= HandOver.LONGEST) {
      try {
        new HandOver(text).completed();
      } catch (MalformedFactException refused) {
        // as announced
      }
    }
  }
}
