package lenswacht.report;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Coverage;
import lenswacht.observation.Coverage.Further;
import lenswacht.observation.Coverage.Segment;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Omission;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;

/// Coverage in words, the same for report, console and terminal: what was looked at and what was
/// not, where the device stood, and what a further round would still find.
public final class CoverageTale {
  private static final int MOST_RANGES = 24;
  private static final int MOST_PORTS = 64;
  private static final int HUGE_BITS = 40;
  /// More addresses than are counted one by one.
  static final long HUGE = 1L << HUGE_BITS;

  private final Wording wording;

  /// Tells in `language`.
  public CoverageTale(Locale language) {
    this(new Wording(language));
  }

  CoverageTale(Wording wording) {
    this.wording = wording;
  }

  /// One part of the tale.
  ///
  /// @param title what it is about
  /// @param lines what there is to say, in order
  public record Chapter(String title, List<Line> lines) {
    public Chapter {
      lines = List.copyOf(lines);
    }
  }

  /// One statement.
  ///
  /// @param name what is stated
  /// @param text the statement
  public record Line(String name, String text) {}

  /// The whole tale, what matters most first.
  public List<Chapter> tell(Coverage coverage) {
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(sum(coverage));
    chapters.add(further(coverage));
    coverage.segments().forEach(segment -> chapters.add(segment(segment)));
    coverage.standpoints().forEach(where -> chapters.add(standpoint(where)));
    if (coverage.standpoints().isEmpty()) {
      chapters.add(
          chapter("stand.title.none", line("stand.standing", wording.say("not-determined"))));
    }
    chapters.add(listening(coverage));
    chapters.add(searches(coverage));
    if (!coverage.leftAlone().isEmpty() || !coverage.answersLost().isEmpty()) {
      chapters.add(broken(coverage));
    }
    return chapters;
  }

  /// The tale as plain text.
  public String text(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    for (Chapter chapter : tell(coverage)) {
      text.append(text.isEmpty() ? "" : "\n").append(chapter.title()).append('\n');
      for (Line line : chapter.lines()) {
        text.append("  ").append(line.name()).append(": ").append(line.text()).append('\n');
      }
    }
    return text.toString();
  }

  private Chapter sum(Coverage coverage) {
    List<Segment> counted =
        coverage.segments().stream().filter(segment -> !isHuge(segment.range())).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(line("sum.rounds", wording.number(coverage.rounds())));
    lines.add(line("sum.addresses", sum(counted, Segment::addresses)));
    lines.add(line("sum.looked", sum(counted, Segment::looked)));
    lines.add(line("sum.answered", sum(counted, segment -> segment.answered().size())));
    lines.add(line("sum.missed", sum(counted, Segment::missed)));
    coverage.segments().stream()
        .filter(segment -> isHuge(segment.range()))
        .forEach(segment -> lines.add(line("sum.huge", segment.range().toString())));
    return new Chapter(wording.say("sum.title"), lines);
  }

  private String sum(List<Segment> segments, ToLongFunction<Segment> count) {
    return number(segments.stream().mapToLong(count).sum());
  }

  /// Whether nobody counts its addresses: an IPv6 network has more than there are cameras.
  private static boolean isHuge(AddressRange range) {
    return range.size().bitLength() > HUGE_BITS;
  }

  private Chapter segment(Segment segment) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("segment.vantage", wording.say("vantage", segment.vantage())));
    lines.add(
        line(
            "segment.addresses",
            isHuge(segment.range()) ? wording.say("count.huge") : number(segment.addresses())));
    for (Coverage.Manner manner : segment.sweeps()) {
      lines.add(line("segment.swept", manner(manner)));
    }
    if (segment.sweeps().isEmpty()) {
      lines.add(line("segment.swept", wording.say("segment.swept.none")));
    }
    lines.add(line("segment.answered", counted(segment.answered())));
    lines.add(line("segment.refused", counted(segment.refused())));
    lines.add(line("segment.silent", counted(segment.silent())));
    if (!segment.untold().isEmpty()) {
      lines.add(line("segment.untold", counted(segment.untold())));
    }
    segment
        .missing()
        .forEach(
            (reason, where) ->
                lines.add(
                    line(
                        "segment.missing",
                        wording.say(
                            "segment.missing.why",
                            wording.say("omission", reason),
                            counted(where)))));
    if (segment.missing().isEmpty()) {
      lines.add(line("segment.missing", wording.say("segment.missing.none")));
    }
    lines.add(line("segment.questions", questions(segment.questions())));
    return new Chapter(wording.say("segment.title", segment.range()), lines);
  }

  private String manner(Coverage.Manner manner) {
    String told =
        wording.say(
            "segment.swept.manner",
            number(manner.where().size()),
            manner.means().isEmpty()
                ? wording.say("not-determined")
                : wording.sayOr("sweep-status." + manner.means().replace('_', '-'), manner.means()),
            ports(manner.ports()));
    return manner.portsOfAnswering().isEmpty()
        ? told
        : told + " " + wording.say("segment.swept.rest", ports(manner.portsOfAnswering()));
  }

  private String questions(Coverage.Questions questions) {
    String told =
        wording.say(
            "segment.questions.ended",
            number(questions.answered()),
            number(questions.silent()),
            number(questions.refused()),
            number(questions.garbled()));
    String held =
        questions.held().entrySet().stream()
            .map(rule -> number(rule.getValue()) + " × " + why(rule.getKey()))
            .collect(Collectors.joining("; "));
    return held.isEmpty() ? told : told + " " + wording.say("segment.questions.held", held);
  }

  private String why(String key) {
    return wording.sayOr("not-looked." + key, key);
  }

  private Chapter standpoint(Whereabouts where) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("stand.standing", wording.say("standing", where.standing())));
    lines.add(
        line(
            "stand.addresses",
            known(where.addresses().stream().map(InetAddress::getHostAddress).toList())));
    lines.add(
        line(
            "stand.gateways",
            known(where.gateways().stream().map(InetAddress::getHostAddress).toList())));
    lines.add(line("stand.vlans", known(where.vlans().stream().map(String::valueOf).toList())));
    lines.add(line("stand.switch", known(where.switchPorts().stream().map(this::port).toList())));
    lines.add(line("stand.suffixes", known(where.suffixes())));
    return new Chapter(wording.say("stand.title", where.network()), lines);
  }

  private String port(Whereabouts.SwitchPort port) {
    String name = port.name().isEmpty() ? port.hardware() : port.name();
    String told =
        wording.say(
            "stand.switch.port",
            name.isEmpty() ? wording.say("not-determined") : name,
            port.port().isEmpty() ? wording.say("not-determined") : port.port());
    String vlan = port.vlan() == 0 ? "" : ", VLAN " + port.vlan();
    return told + vlan + " (" + port.protocol().toUpperCase(Locale.ROOT) + ")";
  }

  private Chapter listening(Coverage coverage) {
    List<Line> lines = new ArrayList<>();
    for (Coverage.Listening one : coverage.listening()) {
      String told =
          wording.say(
              "heard.told",
              wording.say("heard.seconds", number(seconds(one.time()))),
              wording.sayOr("listening-status." + one.means(), one.means()),
              number(one.frames()));
      List<String> lost = new ArrayList<>();
      if (one.dropped() > 0) {
        lost.add(wording.say("heard.dropped", number(one.dropped())));
      }
      one.lost().forEach(sentence -> lost.add(lost(sentence)));
      lines.add(
          new Line(
              network(one.network()),
              lost.isEmpty()
                  ? told
                  : told + " " + wording.say("heard.lost", String.join("; ", lost))));
    }
    if (lines.isEmpty()) {
      lines.add(line("heard.none", wording.say("heard.none.meaning")));
    }
    return new Chapter(wording.say("heard.title"), lines);
  }

  /// A sentence of the device, in the language that is spoken where it is known.
  private String lost(String sentence) {
    String number = sentence.replaceAll("\\D+", " ").strip();
    String slug =
        sentence.toLowerCase(Locale.ROOT).replaceAll("\\d+", "n").replaceAll("[^a-z]+", "-");
    return wording.sayOr("lost-status." + slug, sentence).replace("{n}", number);
  }

  private static long seconds(Duration time) {
    return Math.round(time.toMillis() / 1000.0);
  }

  private String network(String name) {
    return name.isEmpty() ? wording.say("heard.no-network") : name;
  }

  private Chapter searches(Coverage coverage) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (Coverage.Search one : coverage.searches()) {
      String name = network(one.network()) + ", " + one.probe();
      String outcome =
          one.impossible()
              .map(reason -> wording.say("search.impossible", why(reason)))
              .orElseGet(() -> wording.say("search.put", number(one.answers())));
      told.computeIfAbsent(outcome + strangers(one), first -> new ArrayList<>()).add(name);
    }
    List<Line> lines = new ArrayList<>();
    told.forEach((what, names) -> lines.add(new Line(String.join("; ", names), what)));
    if (lines.isEmpty()) {
      lines.add(line("search.none", wording.say("search.none.meaning")));
    }
    return new Chapter(wording.say("search.title"), lines);
  }

  private String strangers(Coverage.Search one) {
    return one.strangers() == 0
        ? ""
        : " " + wording.say("search.strangers", number(one.strangers()));
  }

  private Chapter broken(Coverage coverage) {
    List<Line> lines = new ArrayList<>();
    for (JournalEvent.LeftAlone one : coverage.leftAlone()) {
      lines.add(
          new Line(
              one.address().getHostAddress(),
              wording.say(
                  "broken.left-alone",
                  one.after().isEmpty() ? wording.say("not-determined") : one.after(),
                  one.unanswered().stream()
                      .limit(MOST_RANGES)
                      .map(Service::toString)
                      .collect(Collectors.joining(", ")))));
    }
    coverage.answersLost().stream()
        .limit(MOST_RANGES)
        .forEach(
            one ->
                lines.add(
                    new Line(one.service().toString(), wording.say("broken.lost", one.probe()))));
    return new Chapter(wording.say("broken.title"), lines);
  }

  private Chapter further(Coverage coverage) {
    List<Line> lines = coverage.further().stream().map(this::further).toList();
    return new Chapter(
        wording.say("further.title"),
        lines.isEmpty()
            ? List.of(line("further.none", wording.say("further.none.meaning")))
            : lines);
  }

  private Line further(Further further) {
    return switch (further) {
      case Further.Unseen(Omission reason, AddressSet where) ->
          line(
              "further.unseen",
              wording.say("further.unseen.what", wording.say("omission", reason), counted(where)));
      case Further.Sleepers(AddressSet where) ->
          line("further.sleepers", wording.say("further.sleepers.what", counted(where)));
      case Further.OtherPorts(List<Integer> ports, AddressSet where) ->
          line("further.ports", wording.say("further.ports.what", ports(ports), counted(where)));
      case Further.Unasked(Omission reason, AddressSet where) ->
          line(
              "further.unasked",
              wording.say("further.unasked.what", wording.say("omission", reason), counted(where)));
      case Further.LostAnswers(long questions, AddressSet where) ->
          line(
              "further.answers",
              wording.say("further.answers.what", number(questions), counted(where)));
      case Further.StandInside(AddressRange range) ->
          line("further.stand", wording.say("further.stand.what", range));
      case Further.Listen(String network, Duration time) ->
          line(
              "further.listen",
              wording.say("further.listen.what", network(network), number(seconds(time))));
      case Further.SearchAgain(String network, List<String> probes) ->
          line(
              "further.search",
              wording.say("further.search.what", network(network), String.join(", ", probes)));
    };
  }

  private Chapter chapter(String title, Line... lines) {
    return new Chapter(wording.say(title), List.of(lines));
  }

  private Line line(String name, String text) {
    return new Line(wording.say(name), text);
  }

  private String number(long number) {
    return wording.number(number);
  }

  private String known(List<String> values) {
    return values.isEmpty() ? wording.say("not-determined") : String.join(", ", values);
  }

  private static String ports(List<Integer> ports) {
    String named =
        ports.stream().limit(MOST_PORTS).map(String::valueOf).collect(Collectors.joining(", "));
    return ports.size() > MOST_PORTS ? named + " …" : named;
  }

  /// How many, and which.
  private String counted(AddressSet addresses) {
    if (addresses.isEmpty()) {
      return number(0);
    }
    List<String> stretches = stretches(addresses);
    String named = String.join(", ", stretches.stream().limit(MOST_RANGES).toList());
    int left = stretches.size() - MOST_RANGES;
    return (addresses.size() >= HUGE ? wording.say("count.huge") : number(addresses.size()))
        + " ("
        + (left > 0 ? wording.say("list.more", named, number(left)) : named)
        + ")";
  }

  /// Blocks that follow each other as one, from the first address to the last.
  private static List<String> stretches(AddressSet addresses) {
    List<String> stretches = new ArrayList<>();
    List<AddressRange> open = new ArrayList<>();
    for (AddressRange range : addresses.ranges()) {
      if (!open.isEmpty() && !follows(open.getLast(), range)) {
        stretches.add(written(open));
        open.clear();
      }
      open.add(range);
    }
    if (!open.isEmpty()) {
      stretches.add(written(open));
    }
    return stretches;
  }

  private static boolean follows(AddressRange one, AddressRange next) {
    return one.base().getAddress().length == next.base().getAddress().length
        && new BigInteger(1, one.base().getAddress())
            .add(one.size())
            .equals(new BigInteger(1, next.base().getAddress()));
  }

  private static String written(List<AddressRange> blocks) {
    AddressRange last = blocks.getLast();
    String first = blocks.getFirst().base().getHostAddress();
    if (blocks.size() == 1 && !last.size().equals(BigInteger.ONE)) {
      return last.toString();
    }
    return blocks.size() == 1 ? first : first + "–" + end(last).getHostAddress();
  }

  /// The highest address of a block.
  private static InetAddress end(AddressRange range) {
    byte[] octets = range.base().getAddress();
    for (int bit = range.prefixLength(); bit < octets.length * Byte.SIZE; bit++) {
      octets[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
    }
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address of " + octets.length + " octets", impossible);
    }
  }
}
