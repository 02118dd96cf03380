package lenswacht.assessment.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What happened to a site and what was decided about it, in the order of time.
///
/// @param events the earliest first
public record Course(List<Event> events) {
  /// Nothing is known.
  public static final Course NONE = new Course(List.of());

  public Course {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing(Event::at).thenComparing(Event::kind));
    events = List.copyOf(sorted);
  }

  /// Something that happened.
  ///
  /// @param at when
  /// @param kind what
  /// @param origins whether the site changed, the rules or what people said; empty where nothing
  ///     changed
  /// @param asset which, empty for the site as a whole
  /// @param subject what it is about: a device, a field, a remedy, an edition
  /// @param before as it was; may be empty
  /// @param after as it is; may be empty
  public record Event(
      Instant at,
      Kind kind,
      Set<Origin> origins,
      String asset,
      String subject,
      String before,
      String after) {
    public Event {
      EnumSet<Origin> sorted = EnumSet.noneOf(Origin.class);
      sorted.addAll(origins);
      origins = Collections.unmodifiableSet(sorted);
    }
  }

  /// What happened.
  public enum Kind {
    /// A source of what is known was written, or an edition made.
    SOURCE,
    /// A scan run.
    VISIT,
    /// An asset was seen that was not before.
    APPEARED,
    /// Another maker than before.
    MAKER,
    /// Another firmware than before.
    FIRMWARE,
    /// Somebody answered a question.
    ANSWER,
    /// Somebody decided about a remedy.
    REMEDY,
    /// Judged with another edition than before.
    EDITION,
    /// A level of espionage.
    ESPIONAGE,
    /// A level of privacy.
    PRIVACY
  }

  /// What changed.
  public enum Origin {
    /// What was seen on site.
    SITE,
    /// The rules, or what is known of makers and vulnerabilities.
    RULES,
    /// What people said.
    PEOPLE,
    /// The day for which ages are counted, and nothing else.
    TIME
  }

  /// What concerns one asset: what happened to it, and the visits.
  public Course about(String asset) {
    return new Course(
        events.stream()
            .filter(
                event ->
                    event.asset().equals(asset)
                        || event.asset().isEmpty()
                            && (event.kind() == Kind.VISIT || event.kind() == Kind.EDITION))
            .toList());
  }

  /// The same with something more.
  public Course with(List<Event> more) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(more);
    return new Course(all);
  }
}
