package lenswacht.report.picture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.assessment.compare.Course;
import lenswacht.assessment.compare.Course.Event;
import lenswacht.assessment.compare.Course.Origin;
import lenswacht.report.drawing.Mark;
import lenswacht.report.picture.TimelineDrawing.Lane;

/// A course in words: what happened on one day for one reason is told once.
final class TimelineTale {
  /// Most events that a picture has room for; the latest are told.
  static final int MOST = 40;

  private static final int MOST_NAMED = 3;
  private static final int LONGEST = 160;

  private final PictureWords words;

  TimelineTale(PictureWords words) {
    this.words = words;
  }

  /// The shape of what changed.
  enum Form {
    /// The site.
    ROUND,
    /// The rules, or what is known.
    SQUARE,
    /// What people said.
    ROOFED,
    /// Several of them at once: which one it was is not determined.
    HATCHED,
    /// Nothing changed by it.
    BARE
  }

  /// What is told of one or several events.
  ///
  /// @param number 1, 2, 3 in order of time
  /// @param at when
  /// @param words what, without its day
  /// @param sentence the same with its day
  /// @param mark of a level
  record Told(
      int number,
      Instant at,
      Lane lane,
      Form form,
      String words,
      String sentence,
      Optional<Mark> mark) {}

  /// The course, the earliest first.
  List<Told> tell(Course course) {
    Map<String, List<Event>> together = new LinkedHashMap<>();
    for (Event event : course.events()) {
      String key =
          String.join(
              "\u0000",
              day(event.at()),
              event.kind().name(),
              event.origins().toString(),
              event.kind() == Course.Kind.VISIT ? event.at().toString() : "",
              event.asset().isEmpty() && isLevel(event) ? event.at().toString() : "");
      together.computeIfAbsent(key, ignored -> new ArrayList<>()).add(event);
    }
    List<List<Event>> all = List.copyOf(together.values());
    int skipped = Math.max(0, all.size() - MOST);
    List<Told> told = new ArrayList<>();
    for (List<Event> events : all.subList(skipped, all.size())) {
      told.add(tell(told.size() + 1, events));
    }
    return told;
  }

  private static boolean isLevel(Event event) {
    return event.kind() == Course.Kind.ESPIONAGE || event.kind() == Course.Kind.PRIVACY;
  }

  private static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private Told tell(int number, List<Event> events) {
    Event first = events.getFirst();
    String what = events.size() == 1 ? one(first) : several(events);
    String why = why(first);
    String said = brief(why.isEmpty() ? what : what + " (" + why + ")");
    return new Told(
        number,
        first.at(),
        lane(first.kind()),
        form(first),
        said,
        day(first.at()) + ": " + said + ".",
        events.size() == 1 && isLevel(first)
            ? Optional.of(Mark.of(interval(first.after())))
            : Optional.empty());
  }

  private static String brief(String said) {
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "\u2026";
  }

  private String one(Event event) {
    String about = event.asset().isEmpty() ? "" : event.asset() + ": ";
    String before = shown(event, event.before());
    String after = shown(event, event.after());
    String key = "timeline." + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String change =
        event.before().isEmpty()
            ? after
            : words.say("timeline.from-to", "before", before, "after", after);
    return about + words.say(key, "subject", event.subject(), "change", change);
  }

  private String several(List<Event> events) {
    Event first = events.getFirst();
    String key = "timeline.many." + first.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String named =
        events.stream()
            .map(event -> event.asset().isEmpty() ? event.subject() : event.asset())
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    String list = named.isEmpty() ? "" : ": " + named;
    boolean isMore = events.size() > MOST_NAMED && !named.isEmpty();
    return words.say(key, "count", events.size()) + list + (isMore ? ", \u2026" : "");
  }

  /// A value before or after, for a person.
  private String shown(Event event, String value) {
    if (value.isEmpty()) {
      return words.say("level.not-determined");
    }
    if (event.kind() == Course.Kind.REMEDY) {
      return words.say("timeline.remedy-state." + value.toLowerCase(Locale.ROOT));
    }
    if (!isLevel(event)) {
      return value;
    }
    return interval(value)
        .map(
            level ->
                !Mark.isDetermined(level)
                    ? words.say("level.not-determined")
                    : level.isExact()
                        ? words.level(level.worst())
                        : words.say(
                            "timeline.between",
                            "best",
                            words.level(level.best()),
                            "worst",
                            words.level(level.worst())))
        .orElse(words.say("level.not-determined"));
  }

  private static Optional<Interval> interval(String text) {
    String[] ends = text.split("\\.\\.", -1);
    List<Level> levels =
        Arrays.stream(ends)
            .flatMap(end -> Arrays.stream(Level.values()).filter(it -> it.name().equals(end)))
            .toList();
    return ends.length == 2 && levels.size() == 2 && levels.get(0).compareTo(levels.get(1)) <= 0
        ? Optional.of(new Interval(levels.get(0), levels.get(1)))
        : Optional.empty();
  }

  private String why(Event event) {
    return switch (event.kind()) {
      case ESPIONAGE, PRIVACY ->
          event.origins().stream()
              .map(origin -> words.word("timeline.origin", origin))
              .collect(Collectors.joining(", "));
      case SOURCE, VISIT, APPEARED, MAKER, FIRMWARE, ANSWER, REMEDY, EDITION -> "";
    };
  }

  private static Lane lane(Course.Kind kind) {
    return switch (kind) {
      case VISIT -> Lane.VISITS;
      case APPEARED, MAKER, FIRMWARE -> Lane.EQUIPMENT;
      case ESPIONAGE -> Lane.ESPIONAGE;
      case PRIVACY -> Lane.PRIVACY;
      case ANSWER, REMEDY -> Lane.DECISIONS;
      case SOURCE, EDITION -> Lane.RULES;
    };
  }

  private static Form form(Event event) {
    Set<Origin> origins = event.origins();
    if (origins.size() > 1) {
      return Form.HATCHED;
    }
    return origins.stream()
        .findFirst()
        .map(
            origin ->
                switch (origin) {
                  case SITE -> Form.ROUND;
                  case RULES, TIME -> Form.SQUARE;
                  case PEOPLE -> Form.ROOFED;
                })
        .orElse(Form.BARE);
  }
}
