package lenswacht.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.report.content.Document;

/// How a report is to be printed.
///
/// @param kind which paper
/// @param language Dutch or English
/// @param audience for whom
/// @param printedAt the moment that the report bears, which is not the moment of the visit
/// @param programVersion name and version of the program that prints
/// @param draft whether the report has not been determined yet; every page says so then
/// @param marking what the head and foot of each page say on who may read it
/// @param contact by what the owner of the network knows the device, and whom to call
public record ReportOrder(
    ReportKind kind,
    Locale language,
    Audience audience,
    Instant printedAt,
    String programVersion,
    boolean draft,
    Marking marking,
    NoticeContact contact) {
  public ReportOrder {
    if (!language.getLanguage().equals("nl") && !language.getLanguage().equals("en")) {
      throw new IllegalArgumentException("a report is printed in Dutch or in English");
    }
  }

  /// A draft of the whole report with the proposed marking.
  public static ReportOrder draft(Locale language, Instant printedAt, String programVersion) {
    return new ReportOrder(
        ReportKind.TECHNICAL,
        language,
        Audience.CONFIDENTIAL,
        printedAt,
        programVersion,
        true,
        Marking.PROPOSED,
        NoticeContact.UNKNOWN);
  }

  /// The same for another paper.
  public ReportOrder of(ReportKind other) {
    return with(other, audience, draft, marking, contact);
  }

  /// The same for other readers.
  public ReportOrder forAudience(Audience other) {
    return with(kind, other, draft, marking, contact);
  }

  /// The same with another marking.
  public ReportOrder marked(Marking other) {
    return with(kind, audience, draft, other, contact);
  }

  /// The same with what a notice tells of the device and of whom to call.
  public ReportOrder announcing(NoticeContact other) {
    return with(kind, audience, draft, marking, other);
  }

  /// The same, determined.
  public ReportOrder determined() {
    return with(kind, audience, false, marking, contact);
  }

  private ReportOrder with(
      ReportKind kind, Audience audience, boolean draft, Marking marking, NoticeContact contact) {
    return new ReportOrder(
        kind, language, audience, printedAt, programVersion, draft, marking, contact);
  }

  /// Whether every page says that it is a draft.
  public boolean isDraft() {
    return draft && kind.isJudging();
  }

  /// What the head and foot of each page say on who may read it.
  public String edge() {
    return marking.edge(new Wording(language));
  }

  /// What every page bears.
  Document.Around around(Wording wording, String heading, String foot) {
    return new Document.Around(
        heading,
        marking.edge(wording),
        foot,
        List.of(wording.say("page"), wording.say("page.of")),
        isDraft() ? Optional.of(wording.say("watermark")) : Optional.empty(),
        programVersion,
        wording.say("derived"));
  }
}
