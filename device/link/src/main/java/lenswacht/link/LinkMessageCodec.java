package lenswacht.link;

import lenswacht.link.frame.Frame;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// Writes and reads messages: the frame's type names the message, its payload is the JSON of the
/// record.
final class LinkMessageCodec {
  /// Longest JSON of one message: 64 KiB, in octets.
  static final int LONGEST = 65_536;

  /// Frame type of a piece of the journal.
  static final int CHUNK = 0x01;

  /// Frame type of the heart-beat: no payload, no meaning but that the other end is there.
  static final int PULSE = 0x02;

  /// Frame type of a packed piece of the journal.
  static final int PACKED = 0x03;

  private LinkMessageCodec() {}

  /// The messages and the frame types that stand for them.
  private enum Kind {
    HELLO(0x10, LinkMessage.Hello.class),
    CHOSEN(0x11, LinkMessage.Chosen.class),
    ENDED(0x12, LinkMessage.Ended.class),
    PAIRING_COMMITMENT(0x20, LinkMessage.PairingCommitment.class),
    PAIRING_NONCE(0x21, LinkMessage.PairingNonce.class),
    PAIRING_REVEAL(0x22, LinkMessage.PairingReveal.class),
    PAIRING_ANSWER(0x23, LinkMessage.PairingAnswer.class),
    ORDER(0x30, LinkMessage.Order.class),
    ORDER_ACCEPTED(0x31, LinkMessage.OrderAccepted.class),
    ORDER_REFUSED(0x32, LinkMessage.OrderRefused.class),
    STOP(0x33, LinkMessage.Stop.class),
    ASK_PROGRESS(0x34, LinkMessage.AskProgress.class),
    PROGRESS_NOW(0x35, LinkMessage.ProgressNow.class),
    ORDERED(0x36, LinkMessage.Ordered.class),
    SEND_EDITION(0x37, LinkMessage.SendEdition.class),
    WIPED(0x38, LinkMessage.Wiped.class),
    ASK_LAST_ORDER(0x39, LinkMessage.AskLastOrder.class),
    LAST_ORDER(0x3a, LinkMessage.LastOrder.class),
    ASK_JOURNAL_LENGTH(0x40, LinkMessage.AskJournalLength.class),
    JOURNAL_LENGTH(0x41, LinkMessage.JournalLength.class),
    ASK_JOURNAL(0x42, LinkMessage.AskJournal.class),
    ACKNOWLEDGE(0x43, LinkMessage.Acknowledge.class),
    ASK_PACKED(0x44, LinkMessage.AskPacked.class),
    ASK_JOURNAL_STATE(0x45, LinkMessage.AskJournalState.class),
    JOURNAL_NOW(0x46, LinkMessage.JournalNow.class),
    ASK_BOX(0x47, LinkMessage.AskBox.class),
    BOX_NOW(0x48, LinkMessage.BoxNow.class),
    DONE(0x50, LinkMessage.Done.class);

    private final int type;
    private final Class<? extends LinkMessage> shape;

    Kind(int type, Class<? extends LinkMessage> shape) {
      this.type = type;
      this.shape = shape;
    }
  }

  /// How long the payload of a frame of this type may be, in octets; -1 for types that mean
  /// nothing.
  static int longest(int type) {
    if (type == CHUNK || type == PACKED) {
      return LinkMessage.AskJournal.LONGEST_CHUNK;
    }
    if (type == PULSE) {
      return 0;
    }
    for (Kind kind : Kind.values()) {
      if (kind.type == type) {
        return LONGEST;
      }
    }
    return -1;
  }

  /// Whether the JSON of `message` is short enough to be sent.
  static boolean fits(LinkMessage message) {
    return FactJson.writeLine(message).length <= LONGEST;
  }

  /// The frame that carries `message`.
  ///
  /// @throws IllegalArgumentException if its JSON is longer than [#LONGEST]
  static Frame write(LinkMessage message) {
    byte[] json = FactJson.writeLine(message);
    if (json.length > LONGEST) {
      throw new IllegalArgumentException("a message has at most " + LONGEST + " octets");
    }
    for (Kind kind : Kind.values()) {
      if (kind.shape.isInstance(message)) {
        return new Frame(kind.type, Bytes.of(json));
      }
    }
    throw new IllegalStateException("no frame type stands for " + message.getClass());
  }

  /// The message that `frame` carries.
  ///
  /// @throws MalformedFrameException if it carries none
  static LinkMessage parse(Frame frame) throws MalformedFrameException {
    for (Kind kind : Kind.values()) {
      if (kind.type == frame.type() && frame.payload().length() <= LONGEST) {
        try {
          return FactJson.read(frame.payload().toArray(), kind.shape);
        } catch (MalformedFactException malformed) {
          throw new MalformedFrameException(
              "a message of type " + kind.type + " is malformed: " + malformed.getMessage());
        }
      }
    }
    throw new MalformedFrameException("a frame of type " + frame.type() + " is no message");
  }
}
