package lenswacht.link;

import lenswacht.observation.Bytes;

/// What a device says of itself.
///
/// @param id its id, as on its housing, 1 to 100 characters
/// @param program name and version of the agent, at most 100 characters
/// @param key its Ed25519 key, X.509 form
public record DeviceCard(String id, String program, Bytes key) {
  public DeviceCard {
    if (id.isBlank() || id.length() > 100 || program.length() > 100) {
      throw new IllegalArgumentException(
          "a device has an id of 1 to 100 characters and a program name of at most 100");
    }
    if (key.length() > 100) {
      throw new IllegalArgumentException("a key has at most 100 octets");
    }
  }
}
