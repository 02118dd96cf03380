package lenswacht.observation;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/// A link in the chain of custody: a device or a file passes from one console to another. Readable
/// text, signed by the one that gives, and then, over all of that, by the one that receives. With
/// one signature it is an offer; nothing has changed hands before it has two.
///
/// @param text heading, [Terms] as JSON, dividing line, key and signature of the giver, and, once
///     accepted, a second dividing line, key and signature of the receiver
public record HandOver(String text) {
  /// First line of every statement.
  public static final String HEADING = "LENSWACHT HAND-OVER 1\n";

  /// Longest statement, in characters.
  public static final int LONGEST = 16_384;

  private static final String GIVEN = "-----GIVEN-----\n";
  private static final String RECEIVED = "-----RECEIVED-----\n";

  public HandOver {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a statement has at most " + LONGEST + " characters");
    }
  }

  /// What passes.
  public sealed interface Thing {
    /// A device.
    ///
    /// @param id as on its housing
    /// @param key X.509 form
    record Device(String id, Bytes key) implements Thing {
      public Device {
        id = CleanText.of(id, 100);
        known(key);
      }
    }

    /// A file: an exported journal, or a case.
    ///
    /// @param name of the file
    /// @param octets how many
    /// @param sha256 of all of them
    record Journal(String name, long octets, Bytes sha256) implements Thing {
      public Journal {
        name = CleanText.of(name, 200);
        if (octets < 0 || sha256.length() != 32) {
          throw new IllegalArgumentException("a file has a length and a hash of 32 octets");
        }
      }
    }
  }

  /// One of the two.
  ///
  /// @param name for people
  /// @param key Ed25519, X.509 form
  /// @param sealing what journals are sealed to for this party; empty where nothing is
  public record Party(String name, Bytes key, Bytes sealing) {
    private static final int LONGEST_SEALING = 4_096;

    public Party {
      name = CleanText.of(name, 60);
      known(key);
      if (sealing.length() > LONGEST_SEALING) {
        throw new IllegalArgumentException("a sealing key has at most 4096 octets");
      }
    }
  }

  /// What both sign.
  ///
  /// @param at when it was given, by the giver's clock
  /// @param remark why, for people, at most 400 characters
  /// @param place where, for people, at most 200 characters; may be empty
  /// @param deviceClock what the device's clock said then; empty where nobody asked it
  public record Terms(
      Thing thing,
      Party from,
      Party to,
      Instant at,
      String remark,
      String place,
      Optional<Instant> deviceClock) {
    /// Terms that name no place, without a device at hand.
    public Terms(Thing thing, Party from, Party to, Instant at, String remark) {
      this(thing, from, to, at, remark, "", Optional.empty());
    }

    public Terms {
      remark = CleanText.of(remark, 400);
      place = CleanText.of(place, 200);
      if (from.key().equals(to.key())) {
        throw new IllegalArgumentException("a hand-over needs two parties");
      }
    }
  }

  private static void known(Bytes key) {
    if (key.length() < 32 || key.length() > 100) {
      throw new IllegalArgumentException("a key has 32 to 100 octets");
    }
  }

  /// The giver's statement, not accepted yet.
  ///
  /// @throws GeneralSecurityException if the keys are not Ed25519 keys
  public static HandOver give(Terms terms, PrivateKey giver, PublicKey key)
      throws GeneralSecurityException {
    return new HandOver(
        SignedText.sign(HEADING + FactJson.writePretty(terms) + "\n", GIVEN, giver, key));
  }

  /// The statement with the receiver's signature under it.
  ///
  /// @throws GeneralSecurityException if the keys are not Ed25519 keys
  public HandOver accept(PrivateKey receiver, PublicKey key) throws GeneralSecurityException {
    return new HandOver(SignedText.sign(text, RECEIVED, receiver, key));
  }

  /// The terms of an offer.
  ///
  /// @throws MalformedFactException if this is no statement, or is not signed by the giver alone
  public Terms offered() throws MalformedFactException {
    SignedText given = signed(text, GIVEN, "the statement is not signed by the one that gives");
    Terms terms = FactJson.read(given.body().substring(HEADING.length()), Terms.class);
    if (!given.key().equals(terms.from().key())) {
      throw new MalformedFactException(
          "the statement is signed by another than the one that gives");
    }
    return terms;
  }

  /// The terms of a statement that both parties signed.
  ///
  /// @throws MalformedFactException if one of them did not
  public Terms completed() throws MalformedFactException {
    SignedText received =
        signed(text, RECEIVED, "the statement is not signed by the one that receives");
    Terms terms = new HandOver(received.body()).offered();
    if (!received.key().equals(terms.to().key())) {
      throw new MalformedFactException(
          "the statement is accepted by another than the one that receives");
    }
    return terms;
  }

  private static SignedText signed(String text, String divider, String otherwise)
      throws MalformedFactException {
    Optional<SignedText> signed =
        text.startsWith(HEADING) ? SignedText.cut(text, divider) : Optional.empty();
    if (signed.isEmpty() || !signed.get().verifies()) {
      throw new MalformedFactException(otherwise);
    }
    return signed.get();
  }
}
