package lenswacht.casefile.outside;

import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Service;

/// What was gathered of a document so far, within limits.
final class Gathered {
  private static final int MOST_FACTS = 100_000;
  private static final int MOST_FAULTS = 100;
  private static final int LONGEST_BANNER = 16_384;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final Pattern SERVER = Pattern.compile("(?im)^server: ?([^\\r\\n]{1,256})");
  private static final Pattern REALM = Pattern.compile("(?i)realm=\"([^\"]{1,256})\"");
  private static final int FEWEST_DIGITS = 4;

  private final List<OutsideFact> facts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  OutsideDocument document(String origin) {
    return new OutsideDocument(origin, facts, faults);
  }

  boolean isEmpty() {
    return facts.isEmpty();
  }

  void fault(String place, String reason) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(place + ": " + reason);
    }
  }

  void add(OutsideFact fact) {
    if (facts.size() < MOST_FACTS) {
      facts.add(fact);
    } else {
      fault(fact.place(), "there are more facts than can be kept");
    }
  }

  /// An address as text, or nothing.
  static Optional<InetAddress> address(String text) {
    try {
      return ADDRESS.matcher(text).matches()
          ? Optional.of(InetAddress.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  static Optional<Service> service(InetAddress address, int port, String transport) {
    if (port < 1 || port > HIGHEST_PORT) {
      return Optional.empty();
    }
    return switch (transport.toLowerCase(Locale.ROOT)) {
      case "", "tcp" -> Optional.of(Service.tcp(address, port));
      case "udp", "quic" -> Optional.of(Service.udp(address, port));
      default -> Optional.empty();
    };
  }

  /// A moment; times without a zone are of UTC, as the search engines write them.
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutZone) {
      try {
        return Optional.of(
            LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
  }

  /// The header by which an answer names its server.
  static String server(String banner) {
    return first(SERVER, banner);
  }

  static String realm(String banner) {
    return first(REALM, banner);
  }

  private static String first(Pattern pattern, String banner) {
    Matcher matcher = pattern.matcher(head(banner));
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String head(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_BANNER));
  }

  /// The texts in `banner` that may be serial numbers: long, and with some digits.
  static List<String> words(String banner) {
    return WORD.matcher(head(banner))
        .results()
        .map(found -> found.group())
        .filter(word -> word.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS)
        .distinct()
        .toList();
  }
}
