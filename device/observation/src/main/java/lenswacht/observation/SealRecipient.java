package lenswacht.observation;

/// Somebody to whom journals are sealed. Knows a public key only, so that nobody can read with it.
public interface SealRecipient {
  /// Name of the key: SHA-256 of it, 32 octets.
  Bytes id();

  /// A content key, so that only who holds the private key can get it out again.
  Bytes seal(Bytes contentKey);
}
