package lenswacht.link.tls;

import lenswacht.observation.Bytes;

/// Decides whether the other end's key is accepted.
@FunctionalInterface
public interface KeyCheck {
  /// Whether `key` (X.509 form, Ed25519) may speak `protocol`, one of the protocol names that this
  /// end offered.
  boolean accepts(Bytes key, String protocol);
}
