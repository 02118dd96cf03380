package lenswacht.observation;

/// The name by which an SNMP agent knows who may read it: a credential. It is never shown, and
/// stands nowhere but in the mandate that supplies it.
///
/// @param name 1 to 64 printable characters of ASCII
public record SnmpCommunity(String name) {
  private static final int LONGEST = 64;

  public SnmpCommunity {
    boolean printable = name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (name.isEmpty() || name.length() > LONGEST || !printable) {
      throw new IllegalArgumentException(
          "an SNMP community has 1 to " + LONGEST + " printable characters, without blanks");
    }
  }

  /// Says what it is, never its name.
  @Override
  public String toString() {
    return "SnmpCommunity[secret]";
  }
}
