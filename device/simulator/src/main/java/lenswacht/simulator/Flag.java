package lenswacht.simulator;

import java.util.Locale;

/// Something somebody did to a host that deserves a look.
public enum Flag {
  /// A name and a password were sent, in whatever protocol.
  LOGIN(true),
  /// A password stood in the address of a page.
  CREDENTIALS_IN_URL(true),
  /// RTSP was spoken with a name and a password.
  RTSP_CREDENTIALS(true),
  /// A page was asked for that only those ask for who want to get in or get secrets out.
  EXPLOIT_PATH(true),
  /// An HTTP method that changes something.
  WRITE_VERB(true),
  /// A SOAP call that changes something.
  SOAP_WRITE(true),
  /// A restart, a reset or a firmware upload was asked for.
  RESTART_OR_RESET(true),
  /// RTSP `SETUP`, `PLAY`, `RECORD` or `ANNOUNCE`.
  STREAM_OPENED(true),
  /// A SADP message other than `inquiry`.
  SADP_OTHER(true),
  /// A DHIP method other than `DHDiscover.search`.
  DHIP_OTHER(true),
  /// A message to a maker's search port other than the search.
  SEARCH_OTHER(true),
  /// A port was spoken to that nobody may speak to: it does harm, or gives passwords away.
  TRAP_TOUCHED(true),
  /// An SNMP community was tried that people guess, and that the host does not have.
  SNMP_GUESSED(true),
  /// SNMP `SET`.
  SNMP_SET(true),
  /// An SNMP community was used that the host does not know.
  SNMP_COMMUNITY_UNKNOWN(false),
  /// A picture was asked for.
  PICTURE_ASKED(false),
  /// A first step of a login that carries no password.
  LOGIN_CHALLENGE(false),
  /// A SOAP call that reads users, logs or backups.
  SOAP_SENSITIVE_READ(false),
  /// RTSP `DESCRIBE`.
  RTSP_DESCRIBE(false),
  /// A POST that is none of the known readings.
  OTHER_POST(false),
  /// An HTTP method that is neither reading nor writing.
  OTHER_METHOD(false);

  private final boolean never;

  Flag(boolean never) {
    this.never = never;
  }

  /// The word for it in counters: lower case with hyphens.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether an observer that keeps to its rules never does this.
  public boolean isNever() {
    return never;
  }

  /// Whether `word` is the word of a flag that must never happen.
  static boolean isNever(String word) {
    for (Flag flag : values()) {
      if (flag.word().equals(word)) {
        return flag.never;
      }
    }
    return false;
  }
}
