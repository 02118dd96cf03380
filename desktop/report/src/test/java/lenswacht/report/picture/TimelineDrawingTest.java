package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import lenswacht.assessment.compare.Course;
import lenswacht.assessment.compare.Course.Event;
import lenswacht.assessment.compare.Course.Kind;
import lenswacht.assessment.compare.Course.Origin;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineDrawingTest {
  private static final Instant FIRST = Instant.parse("2025-05-12T08:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void two_visits_new_rules_and_answers_are_told_apart(String language) throws IOException {
    Drawing drawing = Legible.require("timeline-" + language, draw(language, course()));
    String told = String.join("\n", drawing.told());
    assertThat(told)
        .contains("2025-05-12", "2026-11-20", "lw-0042", "5.5.0", "5.7.3", "2026.2")
        .contains(
            language.equals("nl") ? "matig → hoog (door de regels" : "moderate → high (by rules");
    assertThat(drawing.told())
        .isSortedAccordingTo(java.util.Comparator.comparing(said -> said.substring(0, 10)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void nothing_one_event_and_very_many_can_be_drawn(String language) throws IOException {
    Legible.require("timeline-none-" + language, draw(language, Course.NONE));
    Legible.require(
        "timeline-one-" + language, draw(language, new Course(course().events().subList(0, 1))));
    Drawing many = Legible.require("timeline-many-" + language, draw(language, many()));
    assertThat(many.told()).hasSizeLessThanOrEqualTo(TimelineTale.MOST);
  }

  @Test
  void what_many_assets_did_on_one_day_is_told_once() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      events.add(
          new Event(
              FIRST, Kind.FIRMWARE, Set.of(Origin.SITE), "10.0.0." + i, "", "5.5.0", "5.7.3"));
    }
    Drawing drawing = draw("nl", new Course(events));
    assertThat(drawing.told()).hasSize(1);
    assertThat(drawing.told().getFirst()).contains("2000 apparaten");
  }

  @Test
  void an_asset_has_its_own_events_and_the_visits() {
    Course about = course().about("10.20.30.61");
    assertThat(about.events())
        .extracting(Event::kind)
        .contains(Kind.VISIT, Kind.FIRMWARE, Kind.EDITION)
        .doesNotContain(Kind.ANSWER);
  }

  @Test
  void what_several_things_changed_at_once_is_given_to_none_of_them() {
    Event both =
        new Event(
            FIRST,
            Kind.ESPIONAGE,
            Set.of(Origin.SITE, Origin.RULES),
            "",
            "",
            "LOW..LOW",
            "HIGH..HIGH");
    Drawing drawing = draw("nl", new Course(List.of(both)));
    assertThat(drawing.told().getFirst()).contains("door de locatie, door de regels");
    long hatched =
        drawing.shapes().stream()
            .filter(shape -> shape instanceof Shape.Box box && box.hatched())
            .count();
    assertThat(hatched).as("the event, and the legend").isEqualTo(2);
  }

  private static Course course() {
    Instant later = Instant.parse("2026-11-20T09:00:00Z");
    return new Course(
        List.of(
            event(
                later.plusSeconds(60),
                Kind.ESPIONAGE,
                "",
                "",
                "MODERATE..MODERATE",
                "HIGH..HIGH",
                Origin.RULES),
            event(later.plusSeconds(50), Kind.EDITION, "", "", "2026.1", "2026.2", Origin.RULES),
            event(FIRST, Kind.VISIT, "", "lw-0042", "", "17"),
            event(FIRST.plusSeconds(900), Kind.APPEARED, "10.20.30.61", "", "", "Hikvision 5.5.0"),
            event(FIRST.plusSeconds(990), Kind.EDITION, "", "", "", "2026.1"),
            event(FIRST.plusSeconds(990), Kind.ESPIONAGE, "", "", "", "MODERATE..MODERATE"),
            event(FIRST.plusSeconds(990), Kind.PRIVACY, "", "", "", "VERY_LOW..VERY_HIGH"),
            event(later, Kind.VISIT, "", "lw-0042", "", "19"),
            event(
                later.plusSeconds(30),
                Kind.FIRMWARE,
                "10.20.30.61",
                "",
                "5.5.0",
                "5.7.3",
                Origin.SITE),
            event(
                later.minus(90, ChronoUnit.DAYS),
                Kind.ANSWER,
                "",
                "site.class",
                "",
                "ministry",
                Origin.PEOPLE),
            event(
                later.minus(80, ChronoUnit.DAYS),
                Kind.REMEDY,
                "",
                "M07",
                "",
                "AGREED",
                Origin.PEOPLE)));
  }

  private static Course many() {
    Random random = new Random(11);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      boolean isLevel = kind == Kind.ESPIONAGE || kind == Kind.PRIVACY;
      String after =
          isLevel ? "LOW..HIGH" : kind == Kind.REMEDY ? "DONE" : "x".repeat(random.nextInt(90));
      events.add(
          event(
              FIRST.plus(random.nextInt(500), ChronoUnit.DAYS),
              kind,
              random.nextBoolean() ? "" : "2001:db8:ffff:ffff:ffff:ffff:ffff:" + i,
              "subject ".repeat(random.nextInt(8)),
              "",
              after,
              Origin.values()[random.nextInt(Origin.values().length)]));
    }
    return new Course(events);
  }

  private static Event event(
      Instant at,
      Kind kind,
      String asset,
      String subject,
      String before,
      String after,
      Origin... origins) {
    return new Event(at, kind, Set.of(origins), asset, subject, before, after);
  }

  private static Drawing draw(String language, Course course) {
    return new TimelineDrawing(course, PictureWords.in(Locale.of(language))).drawing();
  }
}
