package lenswacht.observation;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/// An order as it travels and as the journal keeps it: readable text, signed with Ed25519 by the
/// console that gives it. It names the device it is for and has a number, higher than that of every
/// order before it from the same console to the same device: one order means one thing, once.
///
/// @param text heading, [Sheet] as JSON, dividing line, the signer's key and signature in hex
public record SignedOrder(String text) {
  /// First line of every order.
  public static final String HEADING = "LENSWACHT ORDER 1\n";

  /// Longest order, in characters.
  public static final int LONGEST = 65_536;

  private static final String DIVIDER = "-----SIGNATURE-----\n";

  public SignedOrder {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("an order has at most " + LONGEST + " characters");
    }
  }

  /// What is signed.
  ///
  /// @param device key of the device it is for, X.509 form
  /// @param number 1 or more
  /// @param order what to do
  public record Sheet(Bytes device, long number, Order order) {
    public Sheet {
      if (number < 1 || device.length() > 100) {
        throw new IllegalArgumentException("an order has a number from 1 on and names a key");
      }
    }
  }

  /// An order whose signature fits.
  ///
  /// @param signer key of the console, X.509 form; whom to trust is another question
  /// @param sheet what was signed
  public record Opened(Bytes signer, Sheet sheet) {}

  /// Signs `sheet` with an Ed25519 key pair.
  ///
  /// @throws GeneralSecurityException if the keys are not Ed25519 keys
  public static SignedOrder sign(Sheet sheet, PrivateKey signer, PublicKey key)
      throws GeneralSecurityException {
    return new SignedOrder(
        SignedText.sign(HEADING + FactJson.writePretty(sheet) + "\n", DIVIDER, signer, key));
  }

  /// Verifies the signature against the key that the text itself names.
  ///
  /// @throws MalformedFactException if the text is no order, or the signature does not fit it
  public Opened open() throws MalformedFactException {
    Optional<SignedText> signed =
        text.startsWith(HEADING) ? SignedText.cut(text, DIVIDER) : Optional.empty();
    if (signed.isEmpty()) {
      throw new MalformedFactException("the text is no signed order");
    }
    if (!signed.get().verifies()) {
      throw new MalformedFactException("the signature does not fit the order");
    }
    return new Opened(
        signed.get().key(),
        FactJson.read(signed.get().body().substring(HEADING.length()), Sheet.class));
  }
}
