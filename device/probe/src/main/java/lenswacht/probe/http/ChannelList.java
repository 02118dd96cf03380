package lenswacht.probe.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Observation.Channel;
import lenswacht.probe.question.JsonText;
import lenswacht.probe.question.Parsed;

/// The channels that a page names to everybody: as an array of objects in its script, or as the
/// choices of a list of channels.
///
/// @param lines one for each channel, by number
public record ChannelList(List<Line> lines) {
  private static final int MOST = 256;
  private static final int MOST_LISTS = 4;
  private static final int LONGEST_PAGE = 65_536;
  private static final int LONGEST_LIST = 32_768;

  private static final Pattern ARRAY =
      Pattern.compile(
          "(?i)\"?\\b(?:channels|channelList|cameras|cameraList)\"?\\s{0,4}[:=]\\s{0,4}(\\[)");
  private static final Pattern CHOICES =
      Pattern.compile(
          "(?i)<select\\b[^>]{0,200}?\\b(?:name|id)\\s{0,2}=\\s{0,2}[\"']?"
              + "(?:ch|chn|chan|channel|cam|camera)_?(?:no|num|id|list|sel|select)?[\"'\\s>]");
  private static final Pattern CHOICE =
      Pattern.compile(
          "(?i)<option\\b[^>]{0,100}?\\bvalue\\s{0,2}=\\s{0,2}[\"']?(\\d{1,3})[\"']?[^>]{0,100}>"
              + "([^<]{1,128})");

  private static final Set<String> NUMBER = Set.of("channel", "ch", "chn", "number", "no", "id");
  private static final Set<String> NAME = Set.of("name", "channelname", "title", "alias");
  private static final Set<String> ADDRESS = Set.of("ip", "ipaddress", "address", "ipaddr", "host");
  private static final Set<String> HARDWARE = Set.of("mac", "macaddress", "macaddr");
  private static final Set<String> SERIAL =
      Set.of("serial", "serialno", "serialnumber", "serialnum", "sn");
  private static final Set<String> MODEL = Set.of("model", "devicetype", "cameramodel");
  private static final Set<String> USE =
      Set.of("status", "state", "online", "connected", "used", "configured");
  private static final Set<String> IN_USE =
      Set.of("online", "offline", "connected", "disconnected", "on", "used", "configured", "true");
  private static final Set<String> FREE = Set.of("free", "empty", "unused", "none", "idle");

  public ChannelList {
    lines = List.copyOf(lines);
  }

  /// One channel as the page names it.
  ///
  /// @param number as the page counts
  /// @param name as people named it; empty where not told
  /// @param source what delivers its pictures
  /// @param use whether anything is assigned to it
  public record Line(int number, String name, Channel.Source source, Channel.Use use) {}

  /// Reads a page. A page that names no channel has none.
  public static ChannelList parse(String page) {
    String text = page.length() > LONGEST_PAGE ? page.substring(0, LONGEST_PAGE) : page;
    TreeMap<Integer, Line> found = new TreeMap<>();
    Matcher array = ARRAY.matcher(text);
    for (int i = 0; i < MOST_LISTS && array.find(); i++) {
      objects(text, array.start(1)).forEach(line -> keep(found, line));
    }
    Matcher choices = CHOICES.matcher(text);
    for (int i = 0; i < MOST_LISTS && choices.find(); i++) {
      choices(text, choices.end()).forEach(line -> keep(found, line));
    }
    return new ChannelList(List.copyOf(found.values()));
  }

  private static void keep(TreeMap<Integer, Line> found, Line line) {
    if (found.size() < MOST) {
      found.putIfAbsent(line.number(), line);
    }
  }

  private static List<Line> choices(String text, int from) {
    int end = text.indexOf("</select", from);
    int to = Math.min(end < 0 ? text.length() : end, from + LONGEST_LIST);
    Matcher choice = CHOICE.matcher(text.substring(from, to));
    List<Line> lines = new ArrayList<>();
    while (lines.size() < MOST && choice.find()) {
      lines.add(
          new Line(
              Integer.parseInt(choice.group(1)),
              choice.group(2).strip(),
              Channel.Source.UNTOLD,
              Channel.Use.NOT_DETERMINED));
    }
    return lines;
  }

  private static List<Line> objects(String text, int open) {
    Optional<String> list = list(text, open);
    if (list.isEmpty()
        || !(JsonText.parse(list.get()) instanceof Parsed.Good<JsonText>(JsonText json))
        || json.degraded()) {
      return List.of();
    }
    Map<Integer, Map<String, String>> objects = new TreeMap<>();
    json.fields().forEach((path, value) -> field(objects, path, value));
    List<Line> lines = new ArrayList<>();
    objects.values().forEach(fields -> line(fields).ifPresent(lines::add));
    return lines;
  }

  private static void field(Map<Integer, Map<String, String>> objects, String path, String value) {
    String[] parts = path.split("\\.", 3);
    if (parts.length == 2 && parts[0].matches("\\d{1,4}")) {
      objects
          .computeIfAbsent(Integer.parseInt(parts[0]), first -> new LinkedHashMap<>())
          .putIfAbsent(parts[1].toLowerCase(Locale.ROOT).replace("_", ""), value.strip());
    }
  }

  /// The array that opens there, up to the bracket that closes it.
  private static Optional<String> list(String text, int open) {
    int deep = 0;
    boolean quoted = false;
    int end = Math.min(text.length(), open + LONGEST_LIST);
    for (int at = open; at < end; at++) {
      char symbol = text.charAt(at);
      if (quoted && symbol == '\\') {
        at++;
      } else if (symbol == '"') {
        quoted = !quoted;
      } else if (!quoted && (symbol == '[' || symbol == '{')) {
        deep++;
      } else if (!quoted && (symbol == ']' || symbol == '}') && --deep == 0) {
        return Optional.of(text.substring(open, at + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Line> line(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> NUMBER.contains(field.getKey()) && field.getValue().matches("\\d{1,3}"))
        .map(Map.Entry::getValue)
        .findFirst()
        .map(
            number ->
                new Line(
                    Integer.parseInt(number),
                    first(fields, NAME).orElse(""),
                    new Channel.Source(
                        first(fields, ADDRESS).orElse(""),
                        first(fields, HARDWARE).orElse(""),
                        first(fields, SERIAL).orElse(""),
                        first(fields, MODEL).orElse("")),
                    use(first(fields, USE).orElse(""))));
  }

  private static Optional<String> first(Map<String, String> fields, Set<String> names) {
    return fields.entrySet().stream()
        .filter(field -> names.contains(field.getKey()) && !field.getValue().isEmpty())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Channel.Use use(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (IN_USE.contains(lower)) {
      return Channel.Use.IN_USE;
    }
    return FREE.contains(lower) ? Channel.Use.FREE : Channel.Use.NOT_DETERMINED;
  }
}
