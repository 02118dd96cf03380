package lenswacht.console.room;

import java.util.Map;
import java.util.function.Supplier;
import lenswacht.assessment.Finding;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.text.Language;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PolicyPack;

/// The sentences of a policy pack.
///
/// @param edition whose pack the findings come from
public record PackFindingTexts(Supplier<Edition> edition) implements FindingTexts {
  @Override
  public String sentence(Finding finding, Language language) {
    return say(finding.text(), language, finding.parameters());
  }

  @Override
  public String acceptableIf(Finding finding, Language language) {
    return finding.acceptableIf().isBlank()
        ? ""
        : say(finding.acceptableIf(), language, finding.parameters());
  }

  @Override
  public String question(String field, Language language) {
    String key = "field." + field;
    return edition.get().pack().sentenceKeys().contains(key) ? say(key, language, Map.of()) : field;
  }

  /// A key that this pack does not have is shown as it is: the case may come from another edition.
  private String say(String key, Language language, Map<String, String> parameters) {
    PolicyPack pack = edition.get().pack();
    return pack.sentenceKeys().contains(key)
        ? pack.sentence(key, language.locale(), parameters)
        : key;
  }
}
