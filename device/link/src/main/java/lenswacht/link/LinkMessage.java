package lenswacht.link;

import java.util.List;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// What the two ends say to each other inside TLS. Decision 0014 draws the order.
public sealed interface LinkMessage {
  /// The first version in which it may be said.
  default int since() {
    return 1;
  }

  /// The last version in which it may be said.
  default int until() {
    return Integer.MAX_VALUE;
  }

  /// Device, first of all: who it is and which versions of this language it speaks.
  ///
  /// @param versions at most 16 of them
  record Hello(List<Integer> versions, DeviceCard card) implements LinkMessage {
    public Hello {
      versions = List.copyOf(versions);
      if (versions.isEmpty() || versions.size() > 16) {
        throw new IllegalArgumentException("a hello names 1 to 16 versions");
      }
    }
  }

  /// Console, in answer: which version will be spoken, and its name for people.
  record Chosen(int version, String name) implements LinkMessage {
    public Chosen {
      if (name.length() > 60) {
        throw new IllegalArgumentException("a console has a name of at most 60 characters");
      }
    }
  }

  /// Either end, last of all: why it closes now.
  record Ended(LinkException.Reason reason, String detail) implements LinkMessage {
    public Ended {
      if (detail.length() > 1000) {
        throw new IllegalArgumentException("a detail has at most 1000 characters");
      }
    }
  }

  /// Console, pairing: the hash that binds it to a nonce it does not show yet.
  record PairingCommitment(Bytes commitment) implements LinkMessage {
    public PairingCommitment {
      exactly32(commitment);
    }
  }

  /// Device, pairing: its nonce.
  record PairingNonce(Bytes nonce) implements LinkMessage {
    public PairingNonce {
      exactly32(nonce);
    }
  }

  /// Console, pairing: the nonce it was bound to.
  record PairingReveal(Bytes nonce) implements LinkMessage {
    public PairingReveal {
      exactly32(nonce);
    }
  }

  /// Either end, pairing: what its person said of the digits.
  record PairingAnswer(boolean same) implements LinkMessage {}

  /// Console: scan under this mandate.
  record Order(SignedMandate mandate) implements LinkMessage {
    @Override
    public int until() {
      return 1;
    }
  }

  /// Device: the run begins.
  record OrderAccepted(OrderReply.Accepted reply) implements LinkMessage {}

  /// Device: the run does not begin.
  record OrderRefused(OrderReply.Refused reply) implements LinkMessage {}

  /// Console: stop the run.
  record Stop() implements LinkMessage {
    @Override
    public int until() {
      return 1;
    }
  }

  /// Console: how far is the run?
  record AskProgress() implements LinkMessage {}

  /// Device: so far.
  record ProgressNow(Progress progress) implements LinkMessage {}

  /// Console: how long is the journal?
  record AskJournalLength() implements LinkMessage {}

  /// Device: so long, in octets.
  record JournalLength(long octets) implements LinkMessage {
    public JournalLength {
      notNegative(octets);
    }
  }

  /// Console: send a piece of the journal. The device answers with one chunk frame, which is
  /// shorter than asked only at the end of the journal.
  ///
  /// @param offset first octet
  /// @param most octets at most, 1 to [#LONGEST_CHUNK]
  record AskJournal(long offset, int most) implements LinkMessage {
    /// Longest piece of a journal in one frame: 64 KiB, in octets.
    public static final int LONGEST_CHUNK = 65_536;

    public AskJournal {
      notNegative(offset);
      if (most < 1 || most > LONGEST_CHUNK) {
        throw new IllegalArgumentException("a piece has 1 to " + LONGEST_CHUNK + " octets");
      }
    }
  }

  /// Console, from version 2 on: the same question; the device may answer with a packed piece.
  ///
  /// @param offset first octet
  /// @param most octets at most before packing, 1 to [AskJournal#LONGEST_CHUNK]
  record AskPacked(long offset, int most) implements LinkMessage {
    public AskPacked {
      notNegative(offset);
      if (most < 1 || most > AskJournal.LONGEST_CHUNK) {
        throw new IllegalArgumentException(
            "a piece has 1 to " + AskJournal.LONGEST_CHUNK + " octets");
      }
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Console, from version 2 on: what does the journal hold?
  record AskJournalState() implements LinkMessage {
    @Override
    public int since() {
      return 2;
    }
  }

  /// Device: that.
  record JournalNow(JournalState state) implements LinkMessage {
    @Override
    public int since() {
      return 2;
    }
  }

  /// Console, from version 3 on: how is the device itself?
  record AskBox() implements LinkMessage {
    @Override
    public int since() {
      return 3;
    }
  }

  /// Device: like this.
  record BoxNow(BoxState state) implements LinkMessage {
    @Override
    public int since() {
      return 3;
    }
  }

  /// Console, from version 2 on: which was the last order of this console that the device took?
  record AskLastOrder() implements LinkMessage {
    @Override
    public int since() {
      return 2;
    }
  }

  /// Device: this one; 0 if none.
  record LastOrder(long number) implements LinkMessage {
    public LastOrder {
      notNegative(number);
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Console, from version 2 on: do this. Answered by OrderAccepted for a start, SendEdition for an
  /// edition or a program, Wiped for an unpairing and Done for the others; by OrderRefused for any.
  record Ordered(SignedOrder order) implements LinkMessage {
    @Override
    public int since() {
      return 2;
    }
  }

  /// Device: send the octets that follow the order from `offset` on, in pieces as of a journal.
  record SendEdition(long offset) implements LinkMessage {
    public SendEdition {
      notNegative(offset);
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Device: this was wiped; it forgets the console and ends the session.
  ///
  /// @param what a line each for people, at most 16
  record Wiped(List<String> what) implements LinkMessage {
    public Wiped {
      what = what.stream().limit(16).map(line -> CleanText.of(line, 300)).toList();
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Console: everything before `offset` is kept.
  record Acknowledge(long offset) implements LinkMessage {
    public Acknowledge {
      notNegative(offset);
    }
  }

  /// Device: understood, nothing to say.
  record Done() implements LinkMessage {}

  private static void exactly32(Bytes octets) {
    if (octets.length() != 32) {
      throw new IllegalArgumentException("a nonce or commitment has 32 octets");
    }
  }

  private static void notNegative(long octets) {
    if (octets < 0) {
      throw new IllegalArgumentException("octets are counted from 0 upwards");
    }
  }
}
