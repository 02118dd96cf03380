package lenswacht.simulator;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Judges an HTTP request: does somebody log in, change something, or ask for what only an
/// intruder asks for?
final class HttpConduct {
  private static final List<Pattern> EXPLOIT_PATHS =
      List.of(
          // Configuration and accounts that some firmware hands out without a login.
          Pattern.compile("(?i)/System/configurationFile|/configurationData|[?&]auth=YWRtaW46"),
          Pattern.compile("(?i)/current_config/|/mnt/mtd/|/etc/(passwd|shadow)|\\.htpasswd"),
          Pattern.compile("(?i)Account1\\b|config/getuser|opt=user\\b|action=getUsers|/user\\.rsp"),
          Pattern.compile(
              "(?i)get_tutk_account|/system\\.ini|cgi-bin/export|/proc/kcore|menu\\.env"),
          Pattern.compile("(?i)/webviewer/netinfo"),
          // Ways out of the web folder.
          Pattern.compile("(?i)\\.\\./|%2e%2e|\\.\\.%2f|//proc/"),
          // Commands for the system underneath.
          Pattern.compile("(?i)[;`|]\\s{0,4}(cat|id|ls|wget|curl|sh|nc|telnetd)\\b"),
          Pattern.compile(
              "(?i)\\$\\(|%60|\\$\\{IFS|/shell\\?|/command\\.php|/cgi-bin/(wappwd|adv_)"));
  private static final Pattern RESTART =
      Pattern.compile(
          "(?i)/(upgrade|firmware|factory|reboot|restore|reset|sysreboot)\\b[^?]{0,40}\\.(cgi|php|asp)"
              + "|/ISAPI/System/(reboot|factoryReset|updateFirmware)"
              + "|/axis-cgi/(restart|factorydefault|firmwareupgrade)");
  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("(?i)[?&](loginpas|pwd|password|passwd|pass|usrpwd|userpwd)=[^&\\s]");
  private static final Pattern PICTURE =
      Pattern.compile(
          "(?i)snapshot|snap\\.jpg|image\\.(jpg|cgi)|jpg/image|mjpg|video\\.(cgi|mjpg)|videostream"
              + "|/tmpfs/|still\\.jpg|picture");
  private static final Pattern SOAP_WRITE =
      Pattern.compile(
          "(?i)<(\\w{1,20}:)?(Set\\w|Create\\w|Delete\\w|Add\\w|Remove\\w|SystemReboot|Upgrade\\w"
              + "|StartFirmware|Restore\\w|SendAuxiliaryCommand|ContinuousMove|AbsoluteMove"
              + "|RelativeMove|Goto(Preset|HomePosition)|Stop\\b|ForceTermination"
              + "|RequestConnection)");
  private static final Pattern SOAP_SENSITIVE =
      Pattern.compile("(?i)<(\\w{1,20}:)?(GetUsers|GetSystem(Backup|Log|SupportInformation))\\b");
  private static final Pattern RPC_PASSWORD =
      Pattern.compile("\"password\"\\s{0,8}:\\s{0,8}\"[^\"]");
  private static final Pattern HARMLESS_POST =
      Pattern.compile("(?i)(basicdeviceinfo|apidiscovery)\\.cgi");

  private HttpConduct() {}

  /// Flags what deserves a look in one request.
  static void judge(HostLedger ledger, RequestHead head, String asked, String body) {
    String decoded = decoded(asked);
    for (Pattern path : EXPLOIT_PATHS) {
      if (BoundedSearch.finds(path, asked) || BoundedSearch.finds(path, decoded)) {
        ledger.flag(Flag.EXPLOIT_PATH);
        break;
      }
    }
    flagIf(ledger, Flag.RESTART_OR_RESET, BoundedSearch.finds(RESTART, decoded));
    flagIf(ledger, Flag.CREDENTIALS_IN_URL, BoundedSearch.finds(PASSWORD_IN_URL, asked));
    flagIf(ledger, Flag.PICTURE_ASKED, BoundedSearch.finds(PICTURE, asked));
    flagIf(ledger, Flag.LOGIN, !head.header("authorization").isEmpty());
    switch (head.method()) {
      case "GET", "HEAD", "OPTIONS" -> {}
      case "PUT", "DELETE", "PATCH" -> {
        ledger.flag(Flag.WRITE_VERB);
        boolean exploit = decoded.toLowerCase(Locale.ROOT).contains("/sdk/weblanguage");
        flagIf(ledger, Flag.EXPLOIT_PATH, exploit);
      }
      case "POST" -> judgePost(ledger, asked.toLowerCase(Locale.ROOT), body);
      default -> ledger.flag(Flag.OTHER_METHOD);
    }
  }

  private static void judgePost(HostLedger ledger, String asked, String body) {
    if (body.contains("<") && body.contains("Envelope")) {
      if (BoundedSearch.finds(SOAP_WRITE, body)) {
        ledger.flag(Flag.SOAP_WRITE);
      } else {
        flagIf(ledger, Flag.SOAP_SENSITIVE_READ, BoundedSearch.finds(SOAP_SENSITIVE, body));
      }
      flagIf(ledger, Flag.LOGIN, body.contains("UsernameToken") || body.contains("<Action>login"));
      flagIf(ledger, Flag.LOGIN_CHALLENGE, body.contains("<Action>request"));
    } else if (asked.contains("rpc2_login")) {
      ledger.flag(BoundedSearch.finds(RPC_PASSWORD, body) ? Flag.LOGIN : Flag.LOGIN_CHALLENGE);
    } else if (asked.contains("login")) {
      ledger.flag(Flag.LOGIN);
    } else if (!BoundedSearch.finds(HARMLESS_POST, asked)) {
      ledger.flag(Flag.OTHER_POST);
    }
  }

  private static void flagIf(HostLedger ledger, Flag flag, boolean happened) {
    if (happened) {
      ledger.flag(flag);
    }
  }

  private static String decoded(String asked) {
    StringBuilder decoded = new StringBuilder(asked.length());
    for (int i = 0; i < asked.length(); i++) {
      char character = asked.charAt(i);
      if (character == '%' && i + 2 < asked.length()) {
        int high = Character.digit(asked.charAt(i + 1), 16);
        int low = Character.digit(asked.charAt(i + 2), 16);
        if (high >= 0 && low >= 0) {
          decoded.append((char) ((high << 4) | low));
          i += 2;
          continue;
        }
      }
      decoded.append(character);
    }
    return decoded.toString();
  }
}
