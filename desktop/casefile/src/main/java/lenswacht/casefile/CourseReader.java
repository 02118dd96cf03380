package lenswacht.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lenswacht.assessment.Interval;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.Visit;
import lenswacht.assessment.compare.Course;
import lenswacht.assessment.compare.Course.Event;
import lenswacht.assessment.compare.Course.Kind;
import lenswacht.assessment.compare.Course.Origin;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.ProductIdentity;

/// Reads from a case file what happened to its site: visits and what each found, what people
/// answered and decided, and how the ratings went, each with whether the site changed or the rules.
public final class CourseReader {
  private static final int MOST_VISITS = 8;

  private final CaseFile file;
  private final Identifier identifier;
  private final List<Event> events = new ArrayList<>();

  /// @param identifier says what each visit saw
  public CourseReader(CaseFile file, Identifier identifier) {
    this.file = file;
    this.identifier = identifier;
  }

  /// The course of the site. Of the equipment only the last visits are told.
  public Course read() throws CaseFileException {
    List<Visit> visits = file.visits();
    for (Visit visit : visits) {
      events.add(
          event(
              visit.started(),
              Kind.VISIT,
              Set.of(),
              "",
              visit.device(),
              "",
              Long.toString(visit.answering())));
    }
    equipment(visits);
    for (Answered answer : file.decisions().answers()) {
      if (answer.state() == Answered.State.ANSWERED) {
        events.add(
            event(
                answer.at(),
                Kind.ANSWER,
                Set.of(Origin.PEOPLE),
                answer.address(),
                answer.field(),
                "",
                answer.value()));
      }
    }
    for (RemedyWord word : file.decisions().remedies()) {
      events.add(
          event(
              word.at(),
              Kind.REMEDY,
              Set.of(Origin.PEOPLE),
              word.address(),
              word.remedy(),
              "",
              word.state().name()));
    }
    ratings();
    return new Course(events);
  }

  private static Event event(
      Instant at,
      Kind kind,
      Set<Origin> origins,
      String asset,
      String subject,
      String before,
      String after) {
    return new Event(at, kind, origins, asset, subject, before, after);
  }

  /// What each visit found that the one before did not.
  private void equipment(List<Visit> visits) throws CaseFileException {
    Map<String, ProductIdentity> before = new TreeMap<>();
    boolean isFirst = true;
    for (Visit visit : visits.subList(Math.max(0, visits.size() - MOST_VISITS), visits.size())) {
      Map<String, ProductIdentity> now = new TreeMap<>();
      try (CaseFile then = CaseFile.open(file.file(), visit.ended().orElse(visit.started()))) {
        for (SeenAsset asset : then.assets(identifier)) {
          now.put(asset.address(), asset.identification().identity());
        }
      }
      Instant at = visit.ended().orElse(visit.started());
      for (Map.Entry<String, ProductIdentity> seen : now.entrySet()) {
        ProductIdentity was = before.get(seen.getKey());
        String asset = seen.getKey();
        if (was == null) {
          Set<Origin> origins = isFirst ? Set.of() : Set.of(Origin.SITE);
          events.add(event(at, Kind.APPEARED, origins, asset, "", "", name(seen.getValue())));
        } else {
          changed(at, Kind.MAKER, asset, was.maker(), seen.getValue().maker());
          changed(at, Kind.FIRMWARE, asset, was.firmware(), seen.getValue().firmware());
        }
      }
      before = now;
      isFirst = false;
    }
  }

  private void changed(
      Instant at, Kind kind, String asset, Optional<String> before, Optional<String> after) {
    if (!before.equals(after)) {
      events.add(
          event(at, kind, Set.of(Origin.SITE), asset, "", before.orElse(""), after.orElse("")));
    }
  }

  private static String name(ProductIdentity identity) {
    return String.join(
        " ",
        List.of(identity.maker(), identity.model(), identity.firmware()).stream()
            .flatMap(Optional::stream)
            .toList());
  }

  /// How the levels went from one kept assessment to the next, and what lies between.
  private void ratings() throws CaseFileException {
    Optional<KeptRatings> before = Optional.empty();
    for (KeptAssessment kept : file.assessments()) {
      KeptRatings now = KeptRatings.of(kept);
      Optional<KeptRatings> was = before;
      Set<Origin> origins = was.map(earlier -> origins(earlier, now)).orElse(Set.of());
      if (was.isEmpty() || origins.contains(Origin.RULES)) {
        events.add(
            event(
                kept.keptAt(),
                Kind.EDITION,
                origins.contains(Origin.RULES) ? Set.of(Origin.RULES) : Set.of(),
                "",
                "",
                was.map(it -> it.kept().edition()).orElse(""),
                kept.edition()));
      }
      level("", Kind.ESPIONAGE, was.map(KeptRatings::espionage), now.espionage(), kept, origins);
      level("", Kind.PRIVACY, was.map(KeptRatings::privacy), now.privacy(), kept, origins);
      for (Map.Entry<String, KeptRatings.Rated> asset : now.assets().entrySet()) {
        String name = asset.getKey();
        Optional<KeptRatings.Rated> earlier = was.map(it -> it.assets().get(name));
        level(
            name,
            Kind.ESPIONAGE,
            earlier.map(KeptRatings.Rated::espionage),
            asset.getValue().espionage(),
            kept,
            origins);
        level(
            name,
            Kind.PRIVACY,
            earlier.map(KeptRatings.Rated::privacy),
            asset.getValue().privacy(),
            kept,
            origins);
      }
      before = Optional.of(now);
    }
  }

  private void level(
      String asset,
      Kind kind,
      Optional<Optional<Interval>> before,
      Optional<Interval> after,
      KeptAssessment kept,
      Set<Origin> origins) {
    if (before.isEmpty() || !before.get().equals(after)) {
      String was = before.map(CourseReader::text).orElse("");
      events.add(event(kept.keptAt(), kind, origins, asset, "", was, text(after)));
    }
  }

  private static String text(Optional<Interval> level) {
    return level.map(it -> it.best() + ".." + it.worst()).orElse("");
  }

  /// What differs between what two assessments were made from.
  private static Set<Origin> origins(KeptRatings before, KeptRatings after) {
    Set<Origin> origins = EnumSet.noneOf(Origin.class);
    if (!before.journals().equals(after.journals())) {
      origins.add(Origin.SITE);
    }
    if (!before.knowledge().equals(after.knowledge())) {
      origins.add(Origin.RULES);
    }
    if (!before.answers().equals(after.answers())) {
      origins.add(Origin.PEOPLE);
    }
    if (origins.isEmpty() && !before.kept().onDay().equals(after.kept().onDay())) {
      origins.add(Origin.TIME);
    }
    return origins;
  }
}
