package lenswacht.console.desk;

import lenswacht.assessment.Finding;
import lenswacht.console.text.Language;

/// The words of findings: the same that the report prints.
public interface FindingTexts {
  /// What was found.
  String sentence(Finding finding, Language language);

  /// What would make it acceptable; empty where nothing would.
  String acceptableIf(Finding finding, Language language);

  /// The question that fills a field.
  String question(String field, Language language);
}
