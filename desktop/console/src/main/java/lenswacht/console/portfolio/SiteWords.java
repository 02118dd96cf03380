package lenswacht.console.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.casefile.Retention;
import lenswacht.casefile.SiteState;
import lenswacht.console.look.LevelWords;
import lenswacht.console.text.Phrase;

/// A site in words, cell by cell.
///
/// @param today from which ages are counted
record SiteWords(LocalDate today) {
  Phrase name(SiteState site) {
    return Phrase.verbatim(site.site());
  }

  Phrase level(Optional<Interval> level) {
    return level
        .<Phrase>map(
            known ->
                LevelWords.otherEnd(known).equals(Phrase.NONE)
                    ? LevelWords.headline(known)
                    : new Phrase.Joined(
                        List.of(LevelWords.headline(known), LevelWords.otherEnd(known)), "\n"))
        .orElse(Phrase.of("not-determined"));
  }

  Phrase coverage(SiteState site) {
    return site.coverage()
        .map(
            looked ->
                Phrase.of(
                    "portfolio.looked", "looked", looked.addresses(), "all", looked.allowed()))
        .orElse(Phrase.of("not-determined"));
  }

  Phrase visited(SiteState site) {
    return site.lastVisit()
        .map(at -> Phrase.of("portfolio.visited", "date", day(at), "days", days(at)))
        .orElse(Phrase.of(site.trouble().isPresent() ? "not-determined" : "portfolio.no-visit"));
  }

  Phrase remedies(SiteState site) {
    return site.trouble().isPresent()
        ? Phrase.of("not-determined")
        : Phrase.verbatim(Integer.toString(site.openRemedies()));
  }

  Phrase edition(SiteState site) {
    return site.edition().map(Phrase::verbatim).orElse(Phrase.of("not-determined"));
  }

  /// Until when it is kept.
  Phrase kept(SiteState site) {
    LocalDate until = site.retention().map(Retention::until).orElse(LocalDate.MAX);
    return switch (site.keeping(today)) {
      case KEPT -> Phrase.from(until);
      case PAST -> Phrase.of("portfolio.kept.past", "date", until);
      case NOBODY_SAID -> Phrase.of("portfolio.kept.nobody-said");
      case NOT_DETERMINED -> Phrase.of("not-determined");
    };
  }

  /// Whether it can be relied upon.
  Phrase state(SiteState site) {
    return site.trouble()
        .map(
            trouble ->
                Phrase.of(
                    "portfolio.trouble."
                        + trouble.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .orElse(
            Phrase.of(
                site.edition().isEmpty()
                    ? "portfolio.state.not-judged"
                    : site.isBehind() ? "portfolio.state.behind" : "portfolio.state.judged"));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneId.systemDefault()).toLocalDate();
  }

  long days(Instant at) {
    return ChronoUnit.DAYS.between(day(at), today);
  }
}
