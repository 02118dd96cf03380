package lenswacht.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Coverage;
import lenswacht.observation.Coverage.Further;
import lenswacht.observation.Coverage.Segment;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Omission;

/// Coverage as lines for people.
final class CoverageText {
  private static final int MOST_RANGES = 8;

  private CoverageText() {}

  /// The lines.
  static List<String> of(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    lines.add("what was looked at, over " + count(coverage.rounds(), "round") + ":");
    coverage.segments().forEach(segment -> lines.addAll(of(segment)));
    for (Coverage.Listening one : coverage.listening()) {
      lines.add(
          "  listened on "
              + (one.network().isEmpty() ? "no network" : one.network())
              + " for "
              + one.time().toSeconds()
              + " s ("
              + one.means()
              + ")"
              + (one.lost().isEmpty() ? "" : "; not heard: " + String.join("; ", one.lost())));
    }
    for (Coverage.Search one : coverage.searches()) {
      one.impossible()
          .ifPresent(
              why -> lines.add("  search " + one.probe() + " on " + one.network() + ": " + why));
    }
    for (JournalEvent.LeftAlone one : coverage.leftAlone()) {
      lines.add(
          "  left alone: "
              + one.address().getHostAddress()
              + ", which stopped answering after "
              + one.after());
    }
    lines.add("what a further round would still find:");
    coverage.further().forEach(one -> lines.add("  " + of(one)));
    if (coverage.further().isEmpty()) {
      lines.add("  nothing that is known now");
    }
    return lines;
  }

  private static List<String> of(Segment segment) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + segment.range()
            + " "
            + switch (segment.vantage()) {
              case WITHIN -> "(from within)";
              case BEYOND -> "(from outside it)";
              case NOT_DETERMINED -> "(from where is not known)";
            }
            + ": "
            + segment.answered().size()
            + " answered, "
            + segment.refused().size()
            + " refused, "
            + segment.silent().size()
            + " silent"
            + (segment.untold().isEmpty() ? "" : ", " + segment.untold().size() + " not told"));
    for (Map.Entry<Omission, AddressSet> one : segment.missing().entrySet()) {
      lines.add("    not looked at: " + ranges(one.getValue()) + " (" + one.getKey().key() + ")");
    }
    for (Coverage.Manner one : segment.sweeps()) {
      lines.add(
          "    swept by "
              + (one.means().isEmpty() ? "means not told" : one.means())
              + " on "
              + count(one.ports().size(), "port")
              + (one.portsOfAnswering().isEmpty()
                  ? ""
                  : ", on "
                      + one.portsOfAnswering().size()
                      + " more where something had answered"));
    }
    return lines;
  }

  private static String of(Further further) {
    return switch (further) {
      case Further.Unseen(Omission why, AddressSet where) ->
          "what is at " + ranges(where) + ", not looked at: " + why.key();
      case Further.Sleepers(AddressSet where) ->
          "what slept or kept silent, at " + count(where.size(), "address", "addresses");
      case Further.OtherPorts(List<Integer> ports, AddressSet where) ->
          "what opens nothing but one of "
              + ports.size()
              + " ports that "
              + count(where.size(), "silent address", "silent addresses")
              + " were not asked on";
      case Further.Unasked(Omission why, AddressSet where) ->
          "more on " + ranges(where) + ", not asked everything: " + why.key();
      case Further.LostAnswers(long questions, AddressSet where) ->
          count(questions, "answer") + " that an interruption took, on " + ranges(where);
      case Further.StandInside(AddressRange range) ->
          "what answers only on its own network, in " + range;
      case Further.Listen(String network, var time) ->
          "what speaks seldom on "
              + (network.isEmpty() ? "any network" : network)
              + ", listened to for "
              + time.toSeconds()
              + " s";
      case Further.SearchAgain(String network, List<String> probes) ->
          "what answers only to " + String.join(", ", probes) + " on " + network;
    };
  }

  private static String ranges(AddressSet where) {
    String some =
        where.ranges().stream()
            .limit(MOST_RANGES)
            .map(AddressRange::toString)
            .collect(Collectors.joining(", "));
    int more = where.ranges().size() - MOST_RANGES;
    return more > 0 ? some + " and " + count(more, "more range") : some;
  }

  private static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
