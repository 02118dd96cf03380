package lenswacht.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is asked of people, once.
///
/// @param field the field of the policy pack that the answer fills
/// @param topic what it is about: `place`, `network`, `faces` ...
/// @param onlyIf the answer to another question without which this one does not apply
/// @param whyNl why it is asked, in Dutch
/// @param whyEn why it is asked, in English
/// @param rules ids of the rules that look at the answer
public record Question(
    Field field,
    String topic,
    Optional<OnlyIf> onlyIf,
    String whyNl,
    String whyEn,
    List<String> rules) {
  public Question {
    rules = List.copyOf(rules);
  }

  /// An answer to another question.
  ///
  /// @param field of the other question
  /// @param value what it has to be
  public record OnlyIf(String field, String value) {
    @Override
    public String toString() {
      return field + "=" + value;
    }
  }

  /// Why it is asked, in Dutch if `locale` is Dutch, else in English.
  public String why(Locale locale) {
    return locale.getLanguage().equals("nl") ? whyNl : whyEn;
  }
}
