package lenswacht.link.frame;

import lenswacht.observation.Bytes;

/// One frame of the conversation.
///
/// @param type what the payload is, 0 to 255
/// @param payload at most [#LONGEST] octets
public record Frame(int type, Bytes payload) {
  /// Longest payload of any frame: 1 MiB, in octets.
  public static final int LONGEST = 1 << 20;

  public Frame {
    if (type < 0 || type > 255) {
      throw new IllegalArgumentException("a frame type is one octet");
    }
    if (payload.length() > LONGEST) {
      throw new IllegalArgumentException("a frame carries at most " + LONGEST + " octets");
    }
  }
}
