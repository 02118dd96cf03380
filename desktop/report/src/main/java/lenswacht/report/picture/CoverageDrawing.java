package lenswacht.report.picture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lenswacht.observation.CoverageCourse;
import lenswacht.observation.CoverageCourse.Band;
import lenswacht.observation.CoverageCourse.Round;
import lenswacht.observation.CoverageCourse.Span;
import lenswacht.observation.Omission;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;
import lenswacht.report.picture.Sketch.Block;
import lenswacht.report.picture.Sketch.Type;

/// When each range was looked at, as a picture: a strip for each range, the scan runs beside each
/// other. Dark above where hosts were asked, light below where was listened, hatched where nobody
/// looked; below each strip why some of it was not reached, and at the end every gap with its
/// reason.
public final class CoverageDrawing {
  private static final double WIDTH = 660;
  private static final double LEFT = 150;
  private static final double BAR = 20;
  private static final double BREAK = 10;
  private static final double LEAST = 2;
  private static final int MOST_ROUNDS = 5;
  private static final int MOST_BANDS = 16;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final List<Round> rounds;
  private final PictureWords words;
  private final Sketch sketch = new Sketch();
  private final List<String> told = new ArrayList<>();

  /// @param course of which the last runs are drawn
  public CoverageDrawing(CoverageCourse course, PictureWords words) {
    List<Round> all = course.rounds();
    this.rounds = all.subList(Math.max(0, all.size() - MOST_ROUNDS), all.size());
    this.words = words;
  }

  /// The picture; the keys of its spots are `told-` and the number of a sentence that it tells.
  public Drawing drawing() {
    told.clear();
    String title = words.say("coverage.title");
    if (rounds.isEmpty() || rounds.getLast().bands().isEmpty()) {
      told.add(words.say("coverage.none"));
      double end = sketch.write(8, 6, List.of(Block.of(told.getFirst(), Type.PLAIN, WIDTH - 16)));
      return new Drawing(title, WIDTH, end + 8, sketch.shapes(), told);
    }
    for (int at = 0; at < rounds.size(); at++) {
      heading(rounds.get(at), x(at));
    }
    double y = 40;
    List<Band> bands = rounds.getLast().bands();
    for (int row = 0; row < Math.min(bands.size(), MOST_BANDS); row++) {
      y = band(row, y) + 6;
    }
    if (bands.size() > MOST_BANDS) {
      String more = words.counted("coverage.more", bands.size() - MOST_BANDS);
      y = sketch.write(8, y, List.of(Block.of(more, Type.SMALL, WIDTH - 16)));
    }
    y = gaps(y + 2);
    y = legend(y + 4);
    return new Drawing(title, WIDTH, y + 6, sketch.shapes(), told);
  }

  private double wide() {
    return (WIDTH - LEFT - 8 - BREAK * (rounds.size() - 1)) / rounds.size();
  }

  private double x(int round) {
    return LEFT + round * (wide() + BREAK);
  }

  private static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private void heading(Round round, double x) {
    Span time = round.time();
    String clock = CLOCK.format(time.from()) + "\u2013" + CLOCK.format(time.to()) + " UTC";
    sketch.write(
        x,
        4,
        List.of(
            Block.of(day(time.from()), Type.SMALL, wide(), 1),
            Block.of(clock, Type.SMALL, wide(), 1)));
  }

  /// The strip of one range in all runs; gives where it ends.
  private double band(int row, double top) {
    String range = rounds.getLast().bands().get(row).range().toString();
    Block name = Block.of(range, Type.PLAIN, LEFT - 16);
    sketch.write(8, top + 2, List.of(name));
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < rounds.size(); at++) {
      Round round = rounds.get(at);
      if (row < round.bands().size()) {
        Band band = round.bands().get(row);
        bar(round, band, x(at), top);
        parts.add(sentence(round, band));
      }
    }
    told.add(range + ": " + String.join(" ", parts));
    sketch.add(
        new Shape.Spot(
            LEFT, top, WIDTH - LEFT - 8, BAR, "told-" + (told.size() - 1), told.getLast()));
    double y = Math.max(top + BAR + 2, top + 2 + name.height());
    List<Omission> missed =
        rounds.stream()
            .filter(round -> row < round.bands().size())
            .flatMap(round -> round.bands().get(row).missed().stream())
            .distinct()
            .sorted()
            .toList();
    if (!missed.isEmpty()) {
      String said = words.say("coverage.missed", "reasons", reasons(missed));
      y =
          Math.max(
              y,
              sketch.write(
                  LEFT, top + BAR + 1, List.of(Block.of(said, Type.SMALL, WIDTH - LEFT - 8))));
    }
    return y;
  }

  private String reasons(List<Omission> missed) {
    return missed.stream()
        .map(reason -> words.say("omission." + reason.key()))
        .collect(Collectors.joining("; "));
  }

  private void bar(Round round, Band band, double x, double top) {
    sketch.add(new Shape.Box(x, top, wide(), BAR, Ink.GROUND, Ink.MUTED, true));
    for (Span span : band.listened()) {
      double from = along(round, span.from());
      double width = Math.max(LEAST, along(round, span.to()) - from);
      sketch.add(
          new Shape.Box(
              x + Math.min(from, wide() - width),
              top + BAR / 2,
              width,
              BAR / 2,
              Ink.CALM_SOFT,
              Ink.MUTED,
              false));
    }
    for (Span span : band.asked()) {
      double from = along(round, span.from());
      double width = Math.max(LEAST, along(round, span.to()) - from);
      sketch.add(
          new Shape.Box(
              x + Math.min(from, wide() - width), top, width, BAR / 2, Ink.CALM, Ink.NONE, false));
    }
    for (Span pause : round.pauses()) {
      for (Instant edge : List.of(pause.from(), pause.to())) {
        double at = x + along(round, edge);
        sketch.add(
            new Shape.Path(
                List.of(at, top - 2, at, top + BAR + 2), Ink.GRAVE, 1.5, true, Ink.NONE));
      }
    }
    if (!round.isEnded()) {
      double end = x + wide();
      sketch.add(
          new Shape.Path(
              List.of(
                  end - 3,
                  top - 2,
                  end + 3,
                  top + BAR / 3,
                  end - 3,
                  top + BAR * 2 / 3,
                  end + 3,
                  top + BAR + 2),
              Ink.GRAVE,
              2,
              false,
              Ink.NONE));
    }
  }

  /// How far along a bar a moment lies.
  private double along(Round round, Instant at) {
    long all = round.time().to().toEpochMilli() - round.time().from().toEpochMilli();
    long part = at.toEpochMilli() - round.time().from().toEpochMilli();
    return all <= 0 ? 0 : wide() * Math.max(0, Math.min(1, (double) part / all));
  }

  private String sentence(Round round, Band band) {
    String day = day(round.time().from());
    List<String> parts = new ArrayList<>();
    parts.add(
        band.listened().isEmpty()
            ? words.say("coverage.not-listened")
            : words.say("coverage.listened", "times", times(band.listened())));
    parts.add(
        band.asked().isEmpty()
            ? words.say("coverage.not-asked")
            : words.say("coverage.asked", "times", times(band.asked())));
    if (!band.missed().isEmpty()) {
      parts.add(words.say("coverage.missed", "reasons", reasons(List.copyOf(band.missed()))));
    }
    return day + ": " + String.join("; ", parts) + ".";
  }

  private static String times(List<Span> spans) {
    Instant from = spans.getFirst().from();
    Instant to = spans.getLast().to();
    return SECONDS.format(from) + "\u2013" + SECONDS.format(to) + " UTC";
  }

  /// Every gap with its reason; gives where they end.
  private double gaps(double top) {
    List<String> gaps = new ArrayList<>();
    for (Round round : rounds) {
      for (Span pause : round.pauses()) {
        gaps.add(
            words.say(
                "coverage.gap",
                "day",
                day(pause.from()),
                "from",
                SECONDS.format(pause.from()),
                "to",
                SECONDS.format(pause.to()) + " UTC"));
      }
      if (!round.isEnded()) {
        gaps.add(
            words.say(
                "coverage.broken-off",
                "day",
                day(round.time().to()),
                "time",
                SECONDS.format(round.time().to()) + " UTC"));
      }
    }
    double y = top;
    for (String gap : gaps) {
      y = sketch.write(8, y, List.of(Block.of(gap, Type.PLAIN, WIDTH - 16))) + 2;
    }
    told.addAll(gaps);
    return y;
  }

  private double legend(double top) {
    sketch.add(new Shape.Box(8, top + 3, 30, BAR / 2, Ink.CALM, Ink.NONE, false));
    double x = legend(44, top, "coverage.legend.asked");
    sketch.add(new Shape.Box(x, top + 3, 30, BAR / 2, Ink.CALM_SOFT, Ink.MUTED, false));
    x = legend(x + 36, top, "coverage.legend.listened");
    sketch.add(new Shape.Box(x, top + 2, 30, 12, Ink.GROUND, Ink.MUTED, true));
    legend(x + 36, top, "coverage.legend.nobody");
    return top + 18;
  }

  private double legend(double x, double top, String key) {
    Block block = Block.of(words.say(key), Type.SMALL, 300);
    sketch.write(x, top, List.of(block));
    return x + block.width() + 22;
  }
}
