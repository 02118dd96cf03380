package lenswacht.casefile.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times of logs: seconds since 1970, ISO 8601, BIND's, those of syslog, and those of
/// Windows. Logs that name no zone are of the zone that is given, those that name no year of the
/// last one in which they were not in the future. Of days and months in figures the day comes
/// first, unless the time has AM or PM.
final class LogTimes {
  private static final Pattern SECONDS = Pattern.compile("\\[?(\\d{9,11})(?:\\.(\\d{1,9}))?\\b.*");
  private static final Pattern ISO =
      Pattern.compile(
          "\"?(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,]\\d{1,9})?"
              + "\\s?(Z|[+-]\\d\\d:?\\d\\d)?.*");
  private static final Pattern BIND =
      Pattern.compile("(\\d\\d)-([A-Za-z]{3})-(\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d).*");
  private static final Pattern SYSLOG =
      Pattern.compile("([A-Za-z]{3}) {1,2}(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d).*");
  private static final Pattern WINDOWS =
      Pattern.compile(
          "\"?(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4}),? (\\d{1,2}):(\\d\\d):(\\d\\d)"
              + "(?:\\.\\d+)? ?([AaPp][Mm])?.*");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int BIND_LENGTH = 20;
  private static final int HALF_DAY = 12;
  private static final int DAY_SECONDS = 86_400;

  private final ZoneId zone;
  private final Instant notAfter;
  private String lastText = "";
  private Optional<Instant> lastTime = Optional.empty();

  LogTimes(ZoneId zone, Instant notAfter) {
    this.zone = zone;
    this.notAfter = notAfter;
  }

  /// The moment that `text` begins with, to the second; empty where it names none.
  Optional<Instant> read(String text) {
    if (isBind(text) && text.regionMatches(0, lastText, 0, BIND_LENGTH)) {
      return lastTime;
    }
    try {
      lastTime = parse(text);
    } catch (DateTimeException | NumberFormatException noTime) {
      lastTime = Optional.empty();
    }
    lastText = text;
    return lastTime;
  }

  private static boolean isBind(String text) {
    return text.length() >= BIND_LENGTH && text.charAt(2) == '-' && text.charAt(6) == '-';
  }

  private Optional<Instant> parse(String text) {
    Matcher seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      LocalDateTime local = local(iso, 1, number(iso, 2), 3, number(iso, 4), 5, 6);
      return Optional.of(
          iso.group(7) == null ? at(local) : local.toInstant(ZoneOffset.of(offset(iso.group(7)))));
    }
    Matcher bind = BIND.matcher(text);
    if (bind.matches()) {
      return Optional.of(at(local(bind, 3, month(bind.group(2)), 1, number(bind, 4), 5, 6)));
    }
    Matcher syslog = SYSLOG.matcher(text);
    if (syslog.matches()) {
      return Optional.of(syslog(syslog));
    }
    Matcher windows = WINDOWS.matcher(text);
    return windows.matches() ? Optional.of(windows(windows)) : Optional.empty();
  }

  private static String offset(String text) {
    return text.length() == 5 ? text.substring(0, 3) + ":" + text.substring(3) : text;
  }

  private Instant syslog(Matcher parts) {
    int year = notAfter.atZone(zone).getYear();
    for (int back = 0; back < 2; back++) {
      Instant moment =
          at(
              LocalDateTime.of(
                  year - back,
                  month(parts.group(1)),
                  number(parts, 2),
                  number(parts, 3),
                  number(parts, 4),
                  number(parts, 5)));
      if (!moment.isAfter(notAfter.plusSeconds(DAY_SECONDS))) {
        return moment;
      }
    }
    throw new DateTimeException("a time of no year");
  }

  private Instant windows(Matcher parts) {
    String half = parts.group(7);
    int hour = number(parts, 4);
    if (half != null) {
      hour = hour % HALF_DAY + (half.toLowerCase(Locale.ROOT).equals("pm") ? HALF_DAY : 0);
    }
    if (parts.group(1).length() == 4) {
      return at(local(parts, 1, number(parts, 2), 3, hour, 5, 6));
    }
    boolean monthFirst = half != null || number(parts, 2) > HALF_DAY;
    return monthFirst
        ? at(local(parts, 3, number(parts, 1), 2, hour, 5, 6))
        : at(local(parts, 3, number(parts, 2), 1, hour, 5, 6));
  }

  private static LocalDateTime local(
      Matcher parts, int year, int month, int day, int hour, int minute, int second) {
    return LocalDateTime.of(
        number(parts, year),
        month,
        number(parts, day),
        hour,
        number(parts, minute),
        Math.min(59, number(parts, second)));
  }

  private Instant at(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
  }
}
