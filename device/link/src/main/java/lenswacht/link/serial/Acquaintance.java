package lenswacht.link.serial;

/// Who is at the other end of a line, learned from what is heard.
///
/// Each end draws a number when it opens the line and tells it until the other repeats it. What an
/// earlier session left in the cable carries other numbers.
///
/// Not safe for several threads.
final class Acquaintance {
  private final int own;
  private int peer;
  private boolean met;
  private boolean echoed;
  private boolean greeted;

  /// @param own number of this end, drawn at random, not 0
  Acquaintance(int own) {
    this.own = own;
  }

  /// What a packet means to this end.
  enum Word {
    /// Our own voice, or not for us.
    STRAY,
    /// Somebody is there who may not know us yet.
    GREETING,
    /// The other end speaks to us.
    OURS,
    /// The other end was opened anew, and knows nothing of this session.
    ANEW
  }

  /// Hears `packet`.
  Word hear(LinePacket packet) {
    if (packet.from() == own) {
      echoed = true;
      return Word.STRAY;
    }
    greeted = true;
    boolean greets = packet.kind() == LinePacket.Kind.HELLO;
    if (!met && packet.to() == own) {
      peer = packet.from();
      met = true;
      return Word.OURS;
    }
    if (!met) {
      peer = greets ? packet.from() : peer;
      return greets ? Word.GREETING : Word.STRAY;
    }
    if (packet.from() != peer) {
      return greets ? Word.ANEW : Word.STRAY;
    }
    // its greeting to somebody else was on its way before it knew us
    return packet.to() == own ? Word.OURS : greets ? Word.GREETING : Word.STRAY;
  }

  /// Number of this end.
  int own() {
    return own;
  }

  /// Number of the other end as far as it is known; 0 if it is not.
  int peer() {
    return peer;
  }

  /// Whether both ends know each other. The other end counts as known once it has repeated our
  /// number, which is fresh: only then it cannot stem from an earlier session.
  boolean met() {
    return met;
  }

  /// Why the two ends do not know each other.
  ///
  /// @param name of the line
  /// @param foreign octets heard that belong to no packet
  String strangeness(String name, long foreign) {
    if (greeted) {
      return "the other end of " + name + " speaks but does not hear: half of the cable is broken";
    }
    if (echoed) {
      return "what is at the other end of "
          + name
          + " only gives back what it hears: a loop or a modem, not one of ours";
    }
    if (foreign > 0) {
      return "what is at the other end of " + name + " speaks another language: not one of ours";
    }
    return "nobody answers at the other end of " + name;
  }
}
