package lenswacht.console.desk;

import lenswacht.console.text.Language;
import lenswacht.report.Audience;
import lenswacht.report.Marking;
import lenswacht.report.NoticeContact;
import lenswacht.report.ReportKind;
import lenswacht.report.export.Format;

/// What is to be written of a case.
///
/// @param kind which paper
/// @param language in which language
/// @param audience for whom
/// @param format as what kind of file
/// @param marking what every page says on who may read it
/// @param contact what a notice tells of the device and of whom to call
public record ReportWish(
    ReportKind kind,
    Language language,
    Audience audience,
    Format format,
    Marking marking,
    NoticeContact contact) {
  /// The report on the site, as PDF, for those who work on it.
  public static ReportWish site(Language language) {
    return new ReportWish(
        ReportKind.SITE,
        language,
        Audience.CONFIDENTIAL,
        Format.PDF,
        Marking.PROPOSED,
        NoticeContact.UNKNOWN);
  }
}
