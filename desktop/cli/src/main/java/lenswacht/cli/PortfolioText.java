package lenswacht.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenswacht.assessment.Level;
import lenswacht.casefile.Portfolio;
import lenswacht.casefile.SiteState;
import lenswacht.casefile.SiteState.Keeping;

/// What many sites come to, in words. Levels are counted, axis by axis.
record PortfolioText(Locale language) {
  /// One line for each axis, one for the rest and one for retention.
  List<String> sum(Portfolio portfolio, LocalDate today) {
    List<String> lines = new ArrayList<>();
    lines.add(say("spionage", "espionage") + ": " + count(portfolio.espionage()));
    lines.add("privacy: " + count(portfolio.privacy()));
    String rest =
        say("%d locaties; open maatregelen %d", "%d sites; open remedies %d")
            .formatted(portfolio.sites().size(), portfolio.openRemedies());
    rest +=
        portfolio
            .longestAgo()
            .map(site -> "; " + oldest(site, today))
            .orElse("; " + say("nog geen bezoek", "no visit yet"));
    if (portfolio.neverVisited() > 0) {
      rest += "; " + say("nooit bezocht: ", "never visited: ") + portfolio.neverVisited();
    }
    if (portfolio.unread() > 0) {
      rest += "; " + say("niet te lezen: ", "cannot be read: ") + portfolio.unread();
    }
    lines.add(rest);
    lines.add(
        say(
                "bewaren: %d nog niet verstreken, %d verstreken, %d waarvan niemand het heeft gezegd",
                "retention: %d still to come, %d past, %d of which nobody said")
            .formatted(
                portfolio.keeping(Keeping.KEPT, today),
                portfolio.keeping(Keeping.PAST, today),
                portfolio.keeping(Keeping.NOBODY_SAID, today)));
    return lines;
  }

  private String oldest(SiteState site, LocalDate today) {
    long days =
        site.lastVisit()
            .map(at -> ChronoUnit.DAYS.between(at.atZone(ZoneOffset.UTC).toLocalDate(), today))
            .orElse(0L);
    return say("oudste bezoek %d dagen geleden: %s", "oldest visit %d days ago: %s")
        .formatted(days, site.site());
  }

  private String count(Portfolio.Count count) {
    List<String> parts = new ArrayList<>();
    List<Level> levels = new ArrayList<>(List.of(Level.values()));
    for (Level level : levels.reversed()) {
      int number = count.levels().getOrDefault(level, 0);
      if (number > 0) {
        parts.add(word(level) + " " + number);
      }
    }
    parts.add(say("niet vastgesteld", "not determined") + " " + count.open());
    return String.join(", ", parts);
  }

  private String word(Level level) {
    Map<Level, String> dutch =
        Map.of(
            Level.VERY_LOW, "zeer laag",
            Level.LOW, "laag",
            Level.MODERATE, "matig",
            Level.HIGH, "hoog",
            Level.VERY_HIGH, "zeer hoog");
    String english = level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return say(dutch.getOrDefault(level, english), english);
  }

  private String say(String nl, String en) {
    return language.getLanguage().equals("nl") ? nl : en;
  }
}
