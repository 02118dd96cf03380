package lenswacht.console.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.casefile.Answered;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Question;
import lenswacht.knowledge.Questionnaire;

/// A question on the site as a whole, with what was answered last.
///
/// @param question what is asked
/// @param words of the question
/// @param answered the last word on it; empty where nobody said anything
/// @param applies whether another answer shows that it does not apply
/// @param pack has the words of the choices
record Asked(
    Question question,
    Phrase words,
    Optional<Answered> answered,
    boolean applies,
    PolicyPack pack) {
  /// Every question in the order in which it is asked.
  static List<Asked> of(Edition edition, List<Answered> answers) {
    List<Asked> asked = new ArrayList<>();
    for (Question question : edition.questionnaire().questions()) {
      Optional<Answered> given =
          answers.stream()
              .filter(answer -> answer.address().isEmpty())
              .filter(answer -> answer.field().equals(question.field().name()))
              .findFirst();
      asked.add(
          new Asked(
              question,
              words(question, edition),
              given,
              applies(question, answers),
              edition.pack()));
    }
    return asked;
  }

  private static Phrase words(Question question, Edition edition) {
    String key = "field." + question.field().name();
    return new Phrase.Both(
        edition.pack().sentence(key, Language.NL.locale(), Map.of()),
        edition.pack().sentence(key, Language.EN.locale(), Map.of()));
  }

  private static boolean applies(Question question, List<Answered> answers) {
    return question
        .onlyIf()
        .flatMap(
            only ->
                answers.stream()
                    .filter(answer -> answer.address().isEmpty())
                    .filter(answer -> answer.field().equals(only.field()))
                    .filter(answer -> answer.state() == Answered.State.ANSWERED)
                    .map(answer -> answer.value().equals(only.value()))
                    .findFirst())
        .orElse(true);
  }

  /// The field that an answer fills.
  Field field() {
    return question.field();
  }

  /// Whether it waits for somebody.
  boolean isOpen() {
    return answered.isEmpty() && applies;
  }

  /// What it is about.
  Phrase topic() {
    return new Phrase.Both(
        Questionnaire.topic(question.topic(), Language.NL.locale()),
        Questionnaire.topic(question.topic(), Language.EN.locale()));
  }

  /// Why it is asked.
  Phrase why() {
    return new Phrase.Both(question.why(Language.NL.locale()), question.why(Language.EN.locale()));
  }

  /// What was answered, as people read it.
  Phrase answer() {
    if (answered.isEmpty()) {
      return Phrase.of(applies ? "questions.unanswered" : "questions.not-applicable");
    }
    return switch (answered.get().state()) {
      case ANSWERED -> value(answered.get().value());
      case UNKNOWN -> Phrase.of("questions.unknown");
      case NOT_APPLICABLE -> Phrase.of("questions.not-applicable");
    };
  }

  /// A value of a choice, as people read it.
  Phrase choice(String value) {
    String key = "choice." + field().name() + "." + value;
    return pack.sentenceKeys().contains(key)
        ? new Phrase.Both(
            pack.sentence(key, Language.NL.locale(), Map.of()),
            pack.sentence(key, Language.EN.locale(), Map.of()))
        : Phrase.verbatim(value);
  }

  private Phrase value(String value) {
    if (field().type() == Field.Type.YES_NO) {
      return Phrase.of(value.equals("yes") ? "questions.yes" : "questions.no");
    }
    return field().type() == Field.Type.CHOICE ? choice(value) : Phrase.verbatim(value);
  }
}
