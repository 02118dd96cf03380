package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.Question;
import lenswacht.knowledge.Questionnaire;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;

/// The questions that only people at the site can answer, to print or to mail: each with why it is
/// asked, what was answered so far, and room to write.
final class QuestionPaper {
  private static final String LINE = "…………………………………………";
  private static final String SHORT_LINE = "…………………";

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;

  QuestionPaper(ReportContents contents, ReportOrder order, Wording wording) {
    this.contents = contents;
    this.order = order;
    this.wording = wording;
  }

  Document document() {
    Map<String, List<Question>> topics = new LinkedHashMap<>();
    for (Question question : contents.edition().questionnaire().questions()) {
      topics.computeIfAbsent(question.topic(), first -> new ArrayList<>()).add(question);
    }
    List<Chapter> chapters = new ArrayList<>();
    topics.forEach((topic, questions) -> chapters.add(chapter(topic, questions)));
    return new Document(
        order.language(),
        wording.say("questions.title") + " – " + contents.assessment().site(),
        wording.say("questions.kind"),
        order.around(
            wording,
            wording.say("questions.title") + " · " + contents.assessment().site(),
            wording.say("foot", contents.edition().id(), wording.say("foot.none"))),
        opening(),
        chapters,
        false);
  }

  private Content opening() {
    return Content.several(
        Content.heading(1, wording.say("questions.title")),
        Content.paragraph(Content.Role.SITE, Content.text(contents.assessment().site())),
        wording.paragraph("questions.about"),
        wording.paragraph("questions.unknown"),
        Tables.pairs(
            List.of(
                Tables.row(wording.say("questions.by"), LINE),
                Tables.row(wording.say("questions.role"), LINE),
                Tables.row(wording.say("questions.day"), LINE))));
  }

  private Chapter chapter(String topic, List<Question> questions) {
    return new Chapter(
        "topic-" + topic,
        capital(Questionnaire.topic(topic, order.language())),
        Tables.table(
            "questions",
            List.of(
                wording.say("questions.question"),
                wording.say("questions.why"),
                wording.say("questions.answer")),
            questions.stream().map(this::row).toList()));
  }

  private String capital(String title) {
    return title.substring(0, 1).toUpperCase(order.language()) + title.substring(1);
  }

  private List<Content> row(Question question) {
    Optional<String> given = contents.said().answers().ofSite(question.field().name());
    List<Content> answer = new ArrayList<>();
    given.ifPresent(
        value ->
            answer.add(
                Content.text(
                    wording.say(
                        "questions.so-far", wording.answer(question.field().name(), value)))));
    answer.add(Content.text(choices(question.field())));
    return List.of(
        Content.several(
            Content.text(wording.sentence("field." + question.field().name(), Map.of())),
            Content.lineBreak(),
            Content.words(question.field().name(), Content.Voice.SMALL)),
        Content.text(question.why(order.language())),
        Tables.lines(answer));
  }

  private String choices(Field field) {
    return switch (field.type()) {
      case YES_NO -> wording.say("questions.yes-no");
      case CHOICE ->
          Stream.concat(
                  field.choices().stream().map(choice -> wording.answer(field.name(), choice)),
                  Stream.of(wording.say("questions.unsure")))
              .map(choice -> "[\u00a0\u00a0]\u00a0" + choice)
              .collect(Collectors.joining("  "));
      case NUMBER, DATE -> SHORT_LINE;
    };
  }
}
