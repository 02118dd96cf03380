package lenswacht.console.questions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lenswacht.casefile.Answered;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.console.desk.CaseChange;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Draft;
import lenswacht.console.page.Form;
import lenswacht.console.page.WhoBar;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The chosen question: why it is asked, and the ways to answer it. Answers are kept at once.
final class AnswerForm {
  private final Surroundings around;
  private final Texts texts;
  private final WhoBar who;
  private final Runnable next;
  private final VBox root = new VBox(8);
  private Optional<Draft> draft = Optional.empty();

  /// @param next goes to the next question once one is answered
  AnswerForm(Surroundings around, Runnable next) {
    this.around = around;
    this.texts = around.texts();
    this.who = new WhoBar("questions", around);
    this.next = next;
    root.setId("questions-form");
  }

  Node root() {
    return root;
  }

  void show(Optional<Asked> chosen) {
    root.getChildren().clear();
    draft = Optional.empty();
    if (chosen.isEmpty()) {
      root.getChildren().add(Panes.paragraph(texts.of("questions.choose"), "muted"));
      return;
    }
    Asked asked = chosen.get();
    root.getChildren()
        .addAll(
            Panes.paragraph(texts.of(asked.words()), "sentence"),
            Panes.paragraph(texts.of("questions.why", "why", asked.why())),
            Panes.paragraph(
                texts.of("questions.rules", "rules", String.join(", ", asked.question().rules())),
                "muted"));
    asked
        .answered()
        .map(
            given ->
                Phrase.of(
                    "questions.given",
                    "answer",
                    asked.answer(),
                    "by",
                    given.by().isEmpty() ? Phrase.of("not-determined") : given.by(),
                    "at",
                    given.at(),
                    "note",
                    given.note()))
        .ifPresent(given -> root.getChildren().add(Panes.paragraph(texts.of(given), "muted")));
    root.getChildren().addAll(answers(asked), who.root());
  }

  private Node answers(Asked asked) {
    HBox bar = new HBox(8);
    bar.getStyleClass().add("bar");
    switch (asked.field().type()) {
      case YES_NO -> {
        bar.getChildren().add(value(asked, "yes", "questions.yes"));
        bar.getChildren().add(value(asked, "no", "questions.no"));
      }
      case CHOICE -> choice(asked, bar);
      case NUMBER -> words(asked, bar, "questions.number");
      case DATE -> words(asked, bar, "questions.day");
    }
    bar.getChildren()
        .add(
            Panes.button(
                "questions-unknown",
                texts.of("questions.unknown"),
                () -> say(asked, Answered.State.UNKNOWN, "")));
    bar.getChildren()
        .add(
            Panes.button(
                "questions-not-applicable",
                texts.of("questions.not-applicable"),
                () -> say(asked, Answered.State.NOT_APPLICABLE, "")));
    return bar;
  }

  private Node value(Asked asked, String value, String key) {
    return Panes.button(
        "questions-" + value,
        texts.of(key),
        () -> say(asked, Answered.State.ANSWERED, value),
        "accent");
  }

  private void choice(Asked asked, HBox bar) {
    ComboBox<String> box =
        Form.choice(
            texts,
            "questions-choice",
            asked.words(),
            List.copyOf(asked.field().choices()),
            asked::choice);
    asked
        .answered()
        .map(Answered::value)
        .filter(value -> !value.isEmpty())
        .ifPresent(box::setValue);
    draft = Optional.of(new Draft(around, "questions-" + asked.field().name()));
    draft.get().choice(box, choice -> choice);
    bar.getChildren()
        .addAll(box, keep(asked, () -> Form.chosen(box).orElse("")), draft.get().note());
  }

  private void words(Asked asked, HBox bar, String key) {
    TextField field = new TextField(asked.answered().map(Answered::value).orElse(""));
    Panes.name(field, "questions-value", texts.of(key));
    field.promptTextProperty().bind(texts.of(key));
    draft = Optional.of(new Draft(around, "questions-" + asked.field().name()));
    draft.get().words(field);
    field.setOnAction(event -> say(asked, Answered.State.ANSWERED, field.getText().strip()));
    bar.getChildren().addAll(field, keep(asked, () -> field.getText().strip()), draft.get().note());
  }

  private Node keep(Asked asked, Supplier<String> value) {
    return Panes.button(
        "questions-keep",
        texts.of("questions.keep"),
        () -> say(asked, Answered.State.ANSWERED, value.get()),
        "accent");
  }

  private void say(Asked asked, Answered.State state, String value) {
    String field = asked.field().name();
    if (state == Answered.State.ANSWERED && !asked.field().accepts(value)) {
      String shape = "trouble.answer." + asked.field().type().name().toLowerCase(Locale.ROOT);
      around
          .desk()
          .fail(
              new Trouble(
                  Phrase.of("trouble.answer", "value", value), Phrase.of(shape.replace('_', '-'))));
      return;
    }
    Optional<String> by = who.who();
    if (by.isEmpty()) {
      return;
    }
    Answered said =
        new Answered("", field, state, value, by.get(), who.note(), around.clock().instant());
    Optional<Answered> before = asked.answered();
    draft.ifPresent(Draft::done);
    next.run();
    around
        .desk()
        .change(
            new CaseChange(
                Phrase.of("questions.change", "question", asked.words()),
                file -> file.decisions().answer(List.of(said)),
                file -> back(file, field, before)));
  }

  private void back(CaseFile file, String field, Optional<Answered> before)
      throws CaseFileException {
    if (before.isEmpty()) {
      file.answer(field, "");
      return;
    }
    Answered was = before.get();
    file.decisions()
        .answer(
            List.of(
                new Answered(
                    "",
                    field,
                    was.state(),
                    was.value(),
                    was.by(),
                    was.note(),
                    around.clock().instant())));
  }
}
