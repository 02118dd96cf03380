package lenswacht.report;

import java.util.Locale;
import java.util.Optional;

/// The papers that a case can become.
public enum ReportKind {
  /// One page for who decides.
  PAGE,
  /// The report on a site.
  SITE,
  /// Everything, with the evidence register and the octets that decided.
  TECHNICAL,
  /// What a tender needs to know of the products that were found.
  ANNEX,
  /// What the owner of the network is told before a visit.
  NOTICE,
  /// What only people at the site know, to be filled in.
  QUESTIONS;

  /// Whether it says what was judged. What does not is never a draft: there is nothing in it to
  /// determine.
  public boolean isJudging() {
    return switch (this) {
      case PAGE, SITE, TECHNICAL, ANNEX -> true;
      case NOTICE, QUESTIONS -> false;
    };
  }

  /// As commands write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind with this word.
  public static Optional<ReportKind> of(String word) {
    for (ReportKind kind : values()) {
      if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
