package lenswacht.agent.dump;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.MacAddress;

/// Takes out of a reply what names one thing, one building or one person: addresses, serial
/// numbers, hardware addresses beyond their maker's block, names and places that people gave,
/// identifiers of accounts and clouds. What tells the maker, the model and the firmware stays.
/// Every replacement is as long as what it replaces, except where [#text] puts placeholders that a
/// practice building fills in again. What stands in Base64, in hexadecimal digits, in UTF-16 or
/// spelled character by character is looked into as well, two layers deep.
///
/// Passwords were blanked before a reply became evidence; fields that hold one are blanked here
/// too.
public final class Scrubber {
  private static final int SHORTEST_SERIAL = 6;
  private static final int UNIQUE = 9;
  private static final int MAC_DIGITS = 12;
  private static final int BLOCK_DIGITS = 6;

  private static final String NAMED =
      "(?:device_?name|machine_?name|alias|ssid|city|room|location|latitude|longitude|owner|e-?mail"
          + "|user_?name|host_?name|sys_?name|sys_?contact|sys_?location|device_?id|hw_?id|oem_?id"
          + "|fw_?id|mac_?addr(?:ess)?|pass_?word|passwd|pwd|secret|token|session(?:_?id)?|nonce"
          + "|opaque|c_?nonce|auth(?:orization)?|api_?key|user|ddns\\w{0,16}"
          + "|\\w{0,16}domain_?name|p2p_?id|uid)";
  private static final String NUMBERED = "(?:device_?)?(?:serial(?:_?(?:no|number))?|sn)";
  private static final Pattern ELEMENT =
      Pattern.compile("(?i)<(?:\\w{1,16}:)?" + NAMED + "(?:\\s[^>]{0,200})?>([^<]{1,512})<");
  private static final Pattern JSON =
      Pattern.compile("(?i)\"" + NAMED + "\"\\s{0,4}:\\s{0,4}\"([^\"]{1,512})\"");
  private static final Pattern LINE =
      Pattern.compile(
          "(?im)(?:^|[\\s,;?&.])(?:var )?"
              + NAMED
              + "\\s{0,2}=\\s{0,2}['\"]?([^'\"\\r\\n;&,<>]{1,512})");
  private static final Pattern NUMBERED_ELEMENT =
      Pattern.compile("(?i)<(?:\\w{1,16}:)?" + NUMBERED + "(?:\\s[^>]{0,200})?>([^<]{1,128})<");
  private static final Pattern NUMBERED_JSON =
      Pattern.compile("(?i)\"" + NUMBERED + "\"\\s{0,4}:\\s{0,4}\"([^\"]{1,128})\"");
  private static final Pattern NUMBERED_LINE =
      Pattern.compile(
          "(?im)(?:^|[\\s,;?&.])(?:var )?"
              + NUMBERED
              + "\\s{0,2}=\\s{0,2}['\"]?([^'\"\\r\\n;&,<>]{1,128})");
  private static final Pattern SCOPE =
      Pattern.compile("(?i)onvif://www\\.onvif\\.org/location/([^\\s<\"]{1,256})");
  private static final Pattern LONG_HEX = Pattern.compile("(?i)\\b([0-9a-f]{24,512})\\b");
  private static final Pattern UUID =
      Pattern.compile("(?i)\\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\b");
  private static final Pattern MAC =
      Pattern.compile(
          "(?i)[0-9a-f]{2}([:-])[0-9a-f]{2}\\1[0-9a-f]{2}\\1([0-9a-f]{2}\\1[0-9a-f]{2}\\1[0-9a-f]{2})");
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\d.])(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
  /// Words after which four numbers are a version; addresses that no version looks like go anyway.
  private static final Pattern OF_VERSION =
      Pattern.compile(
          "(?i)(?:version|firmware|software|release|build|\\bver|\\bfw|\\bv)\\W{0,8}\\w{0,8}\\W{0,3}$");
  private static final int BEFORE = 40;
  private static final int DEEPEST = 2;

  private static final Pattern MAIL =
      Pattern.compile("\\b([\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.-]{1,63})\\b");

  private final String address;
  private final Set<String> tails = new LinkedHashSet<>();
  private final Set<String> serials = new LinkedHashSet<>();
  private final Set<String> octets = new LinkedHashSet<>();

  /// A scrubber for the replies of one host.
  ///
  /// @param address its address as text
  /// @param macs its hardware addresses
  /// @param serials its serial numbers
  public Scrubber(String address, Set<MacAddress> macs, Set<String> serials) {
    this.address = address;
    octets(address).ifPresent(octets::add);
    for (MacAddress mac : macs) {
      String bytes = latin1(HexFormat.of().parseHex(mac.hex()));
      if (!blank(bytes).equals(bytes)) {
        octets.add(bytes);
      }
      tails.add(mac.hex().substring(BLOCK_DIGITS).toLowerCase(Locale.ROOT));
    }
    serials.stream()
        .filter(serial -> serial.length() >= SHORTEST_SERIAL)
        .forEach(this.serials::add);
  }

  /// `text` without what names the host, for replies made of text: the host's own address becomes a
  /// placeholder.
  public String text(String text) {
    return sameLength(text.replace(address, "@@IP@@"));
  }

  /// `text`, one character a byte, without what names the host, plainly or in disguise; as long as
  /// before.
  public String sameLength(String text) {
    return sameLength(text, DEEPEST);
  }

  private String sameLength(String text, int depth) {
    String plain = plain(text);
    return depth == 0 ? plain : Disguise.scrubbed(plain, inside -> sameLength(inside, depth - 1));
  }

  private String plain(String text) {
    StringBuilder scrubbed = new StringBuilder(text);
    for (String serial : serials) {
      everywhere(scrubbed, serial, Scrubber::neutral);
    }
    for (String bytes : octets) {
      everywhere(scrubbed, bytes, Scrubber::blank);
    }
    for (String tail : tails) {
      bareTails(scrubbed, tail);
    }
    for (Pattern pattern : new Pattern[] {ELEMENT, JSON, LINE, SCOPE, MAIL}) {
      groups(scrubbed, pattern, 1, false);
    }
    for (Pattern pattern : new Pattern[] {NUMBERED_ELEMENT, NUMBERED_JSON, NUMBERED_LINE}) {
      Matcher found = pattern.matcher(scrubbed.toString());
      while (found.find()) {
        scrubbed.replace(found.start(1), found.end(1), neutral(found.group(1)));
      }
    }
    groups(scrubbed, MAC, 2, true);
    for (Pattern pattern : new Pattern[] {LONG_HEX, UUID}) {
      groups(scrubbed, pattern, 1, true);
    }
    addresses(scrubbed);
    return scrubbed.toString();
  }

  /// Whether anything that names the host is left in `text`, plainly or in disguise.
  public boolean isLeftIn(String text) {
    return isLeftIn(text, DEEPEST);
  }

  private boolean isLeftIn(String text, int depth) {
    if (isPlainlyLeftIn(text)) {
      return true;
    }
    boolean[] isLeft = {false};
    if (depth > 0) {
      Disguise.scrubbed(
          text,
          inside -> {
            isLeft[0] |= isLeftIn(inside, depth - 1);
            return inside;
          });
    }
    return isLeft[0];
  }

  private boolean isPlainlyLeftIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replaceAll("[:.\\-]", "");
    return text.contains(address)
        || octets.stream().anyMatch(text::contains)
        || serials.stream()
            .anyMatch(serial -> text.contains(serial) && !serial.equals(neutral(serial)))
        || tails.stream().anyMatch(tail -> !tail.matches("0+") && lower.contains(tail));
  }

  /// Four numbers that are an address: not where the words before them say that they are a version,
  /// unless it is the host's own or one of its neighbours'.
  private void addresses(StringBuilder text) {
    Matcher found = IPV4.matcher(text.toString());
    String near = address.substring(0, Math.max(0, address.lastIndexOf('.') + 1));
    while (found.find()) {
      String before = text.substring(Math.max(0, found.start() - BEFORE), found.start());
      boolean isNear = !near.isEmpty() && found.group(1).startsWith(near);
      if (isNear || !OF_VERSION.matcher(before).find()) {
        for (int i = found.start(1); i < found.end(1); i++) {
          text.setCharAt(i, text.charAt(i) == '.' ? '.' : '0');
        }
      }
    }
  }

  /// As many bytes of value 0, the maker's half of a hardware address kept.
  private static String blank(String bytes) {
    return bytes.length() == MAC_DIGITS / 2
        ? bytes.substring(0, MAC_DIGITS / 4) + "\0".repeat(MAC_DIGITS / 4)
        : "\0".repeat(bytes.length());
  }

  /// The bytes of an IPv4 address, unless they are too common to be looked for.
  private static Optional<String> octets(String address) {
    if (!IPV4.matcher(address).matches()) {
      return Optional.empty();
    }
    String bytes = latin1(InetAddress.ofLiteral(address).getAddress());
    return bytes.chars().filter(octet -> octet == 0).count() > 1
        ? Optional.empty()
        : Optional.of(bytes);
  }

  private static String latin1(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static void everywhere(StringBuilder text, String wanted, UnaryOperator<String> change) {
    int at = text.indexOf(wanted);
    while (at >= 0) {
      text.replace(at, at + wanted.length(), change.apply(wanted));
      at = text.indexOf(wanted, at + wanted.length());
    }
  }

  /// The last half of a hardware address, wherever it stands without separators.
  private static void bareTails(StringBuilder text, String tail) {
    String lower = text.toString().toLowerCase(Locale.ROOT);
    int at = lower.indexOf(tail);
    while (at >= 0) {
      for (int i = at; i < at + MAC_DIGITS - BLOCK_DIGITS; i++) {
        text.setCharAt(i, '0');
      }
      at = lower.indexOf(tail, at + 1);
    }
  }

  private static void groups(StringBuilder text, Pattern pattern, int group, boolean isNumber) {
    Matcher found = pattern.matcher(text.toString());
    while (found.find()) {
      for (int i = found.start(group); i < found.end(group); i++) {
        char symbol = text.charAt(i);
        if (Character.isLetterOrDigit(symbol)) {
          text.setCharAt(i, isNumber || Character.isDigit(symbol) ? '0' : 'x');
        }
      }
    }
  }

  /// A serial number's shape: of what is a hardware address the maker's block stays; of anything
  /// else the last characters go, but for letters at the very end, which tell the kind of thing.
  private static String neutral(String serial) {
    if (serial.matches("[0-9A-Fa-f]{12}")) {
      return serial.substring(0, BLOCK_DIGITS) + "0".repeat(MAC_DIGITS - BLOCK_DIGITS);
    }
    StringBuilder neutral = new StringBuilder(serial);
    int end = serial.length();
    while (end > 0 && !Character.isDigit(serial.charAt(end - 1))) {
      end--;
    }
    for (int i = end - 1; i >= Math.max(0, end - UNIQUE); i--) {
      if (Character.isLetterOrDigit(serial.charAt(i))) {
        neutral.setCharAt(i, '0');
      }
    }
    return neutral.toString();
  }
}
