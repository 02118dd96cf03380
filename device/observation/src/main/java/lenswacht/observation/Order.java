package lenswacht.observation;

import java.time.Instant;

/// What a console orders a device to do. Travels signed, as a [SignedOrder], and is journalled.
public sealed interface Order {
  /// An order behind which octets follow.
  interface Delivery {
    /// How many.
    long octets();

    /// Hash of all of them.
    Bytes sha256();
  }

  /// Keep this mandate, so that a run can be started under it.
  record KeepMandate(SignedMandate mandate) implements Order {}

  /// Start a run, or go on with one that broke off.
  ///
  /// @param mandate id of a mandate that the device keeps
  record Start(String mandate) implements Order {
    public Start {
      if (mandate.isBlank() || mandate.length() > 200) {
        throw new IllegalArgumentException("a mandate has an id of 1 to 200 characters");
      }
    }
  }

  /// Stop the run, if one is going on.
  record Stop() implements Order {}

  /// Take this for the time.
  ///
  /// @param at the time when the order was signed, by the console's clock
  record SetClock(Instant at) implements Order {}

  /// Keep an edition of knowledge, whose octets follow.
  ///
  /// @param name 1 to 80 letters, digits, dots, dashes or underscores, a letter or digit first
  /// @param octets how many, 1 to [#LONGEST]
  /// @param sha256 of all of them
  record TakeEdition(String name, long octets, Bytes sha256) implements Order, Delivery {
    /// Most octets of an edition: 64 MiB.
    public static final long LONGEST = 64L << 20;

    public TakeEdition {
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
        throw new IllegalArgumentException(
            "an edition has a name of 1 to 80 letters, digits, dots, dashes and underscores");
      }
      if (octets < 1 || octets > LONGEST || sha256.length() != 32) {
        throw new IllegalArgumentException(
            "an edition has 1 to " + LONGEST + " octets and a hash of 32");
      }
    }
  }

  /// Take a program, whose octets follow, and start it in place of the one that runs.
  ///
  /// @param version of the program, as its package says
  /// @param architecture of the program, as its package says
  /// @param octets of the package, 1 to [#LONGEST]
  /// @param sha256 of all of them
  /// @param evenOlder also where it is older than the one that runs
  record TakeProgram(
      String version, String architecture, long octets, Bytes sha256, boolean evenOlder)
      implements Order, Delivery {
    /// Most octets of a package: 96 MiB.
    public static final long LONGEST = 96L << 20;

    public TakeProgram {
      if (!version.matches("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}(-[0-9]{1,6})?")
          || !architecture.matches("[a-z0-9]{1,20}")) {
        throw new IllegalArgumentException(
            "a program has a version such as 1.2.0-3 and an architecture such as arm64");
      }
      if (octets < 1 || octets > LONGEST || sha256.length() != 32) {
        throw new IllegalArgumentException(
            "a package has 1 to " + LONGEST + " octets and a hash of 32");
      }
    }
  }

  /// Forget the console that signed this, and wipe what was kept for it alone.
  ///
  /// @param evenUnreceived also where the device keeps what that console did not acknowledge yet
  record Unpair(boolean evenUnreceived) implements Order {}

  /// From now on belong to another console instead of the one that signed this.
  ///
  /// @param statement signed by both
  record ChangeHands(HandOver statement) implements Order {}
}
