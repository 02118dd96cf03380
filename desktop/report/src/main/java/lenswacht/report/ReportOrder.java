package lenswacht.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.report.content.Document;

/// How a report is to be printed.
///
/// @param language Dutch or English
/// @param printedAt the moment that the report bears, which is not the moment of the visit
/// @param programVersion name and version of the program that prints
/// @param draft whether the report has not been determined yet; every page says so then
/// @param marking what the head and foot of each page say on who may read it; a proposal until a
///     person with that authority confirms it
public record ReportOrder(
    Locale language, Instant printedAt, String programVersion, boolean draft, String marking) {
  /// The marking that is proposed where nobody chose another.
  public static final String PROPOSED_MARKING = "TLP:AMBER+STRICT";

  private static final int LONGEST_MARKING = 60;

  public ReportOrder {
    if (!language.getLanguage().equals("nl") && !language.getLanguage().equals("en")) {
      throw new IllegalArgumentException("a report is printed in Dutch or in English");
    }
    if (marking.isBlank() || marking.length() > LONGEST_MARKING) {
      throw new IllegalArgumentException("a marking has 1 to 60 characters");
    }
  }

  /// What every page bears.
  Document.Around around(Wording wording, String heading, String foot) {
    return new Document.Around(
        heading,
        marking,
        foot,
        List.of(wording.say("page"), wording.say("page.of")),
        draft ? Optional.of(wording.say("watermark")) : Optional.empty(),
        programVersion,
        wording.say("derived"));
  }

  /// A draft with the proposed marking.
  public static ReportOrder draft(Locale language, Instant printedAt, String programVersion) {
    return new ReportOrder(language, printedAt, programVersion, true, PROPOSED_MARKING);
  }
}
