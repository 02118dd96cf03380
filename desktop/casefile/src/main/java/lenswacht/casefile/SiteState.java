package lenswacht.casefile;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Visit;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.AddressSet;
import lenswacht.observation.ScanScope;

/// How a site stands, as its case file tells without judging it: for a list of many sites.
///
/// @param file the case file
/// @param trouble why it could not be read; empty where it could
/// @param site its name; that of the file where it could not be read
/// @param espionage as last judged; empty where it was never judged or nothing was rated
/// @param privacy the same for privacy
/// @param edition id of the edition it was judged with; empty where it never was
/// @param judgedOn for which day; empty where it never was
/// @param isBehind whether something was seen after it was last judged
/// @param assets number of assets that were rated
/// @param lastVisit when the last scan run began
/// @param coverage what was looked at; empty where nobody visited
/// @param openRemedies number of remedies that were proposed or agreed and not done yet
/// @param retention until when the case is kept; empty where nobody said
public record SiteState(
    Path file,
    Optional<Trouble> trouble,
    String site,
    Optional<Interval> espionage,
    Optional<Interval> privacy,
    Optional<String> edition,
    Optional<LocalDate> judgedOn,
    boolean isBehind,
    int assets,
    Optional<Instant> lastVisit,
    Optional<Looked> coverage,
    int openRemedies,
    Optional<Retention> retention) {
  private static final String ENDING = ".lenswacht";

  /// Why a case file could not be read.
  ///
  /// @param detail for a person, in English
  public record Trouble(Reason reason, String detail) {}

  /// How much was looked at.
  ///
  /// @param addresses that were looked at in all runs together
  /// @param allowed that the mandates allow
  public record Looked(long addresses, long allowed) {}

  /// The state of the case in a file. A file that cannot be read is told of as well.
  public static SiteState read(Path file) {
    try (CaseFile opened = CaseFile.open(file)) {
      return of(file, opened);
    } catch (CaseFileException failed) {
      return new SiteState(
          file,
          Optional.of(new Trouble(failed.reason(), String.valueOf(failed.getMessage()))),
          name(file),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          0,
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty());
    }
  }

  private static SiteState of(Path file, CaseFile opened) throws CaseFileException {
    List<Visit> visits = opened.visits();
    Optional<Instant> last = visits.stream().map(Visit::started).max(Instant::compareTo);
    List<KeptAssessment> kept = opened.assessments();
    Optional<KeptRatings> ratings =
        kept.isEmpty() ? Optional.empty() : Optional.of(KeptRatings.of(kept.getLast()));
    List<String> journals = visits.stream().map(Visit::journalHash).toList();
    return new SiteState(
        file,
        Optional.empty(),
        opened.site(),
        ratings.flatMap(KeptRatings::espionage),
        ratings.flatMap(KeptRatings::privacy),
        ratings.map(it -> it.kept().edition()),
        ratings.map(it -> it.kept().onDay()),
        ratings.map(it -> !it.journals().equals(journals)).orElse(false),
        ratings.map(it -> it.assets().size()).orElse(0),
        last,
        looked(visits),
        open(opened.decisions().remedies()),
        opened.custodyLog().retention());
  }

  /// Whether it is kept, as its custody log says; nothing is known of a file that cannot be read.
  public Keeping keeping(LocalDate today) {
    if (trouble.isPresent()) {
      return Keeping.NOT_DETERMINED;
    }
    return retention
        .map(kept -> today.isBefore(kept.until()) ? Keeping.KEPT : Keeping.PAST)
        .orElse(Keeping.NOBODY_SAID);
  }

  /// Whether a case is kept.
  public enum Keeping {
    /// Its date is still to come.
    KEPT,
    /// Its date is past: it may be erased.
    PAST,
    /// Nobody said until when.
    NOBODY_SAID,
    /// The file cannot be read.
    NOT_DETERMINED
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private static Optional<Looked> looked(List<Visit> visits) {
    if (visits.isEmpty()) {
      return Optional.empty();
    }
    AddressSet allowed =
        ScanScope.allOf(visits.stream().map(visit -> visit.mandate().scope()).distinct().toList())
            .hostSet();
    AddressSet looked = AddressSet.EMPTY;
    for (Visit visit : visits) {
      Set<java.net.InetAddress> missed = new HashSet<>();
      visit.notLookedAt().forEach(one -> missed.add(one.address()));
      looked = looked.plus(new AddressSet(visit.swept()).minus(AddressSet.ofAddresses(missed)));
    }
    return Optional.of(new Looked(looked.and(allowed).size(), allowed.size()));
  }

  /// The last word on each remedy decides.
  private static int open(List<RemedyWord> words) {
    Map<List<String>, RemedyWord> last = new LinkedHashMap<>();
    words.forEach(word -> last.put(List.of(word.remedy(), word.address()), word));
    return (int)
        last.values().stream()
            .filter(
                word ->
                    switch (word.state()) {
                      case PROPOSED, AGREED -> true;
                      case REFUSED, DONE, PROVEN -> false;
                    })
            .count();
  }
}
