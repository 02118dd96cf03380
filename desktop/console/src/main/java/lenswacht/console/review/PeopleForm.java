package lenswacht.console.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.Role;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// Who does what. Who cannot do it is told when it is kept.
final class PeopleForm {
  private final Texts texts;
  private final ReviewActs acts;
  private final Map<Role, TextField> fields = new EnumMap<>(Role.class);
  private final FlowPane root = new FlowPane(12, 8);

  PeopleForm(Texts texts, ReviewActs acts) {
    this.texts = texts;
    this.acts = acts;
    for (Role role : Role.values()) {
      TextField field = new TextField();
      Panes.name(field, "review-person-" + role.word(), texts.of(ReviewPhrases.role(role)));
      field.setPrefColumnCount(13);
      field.setOnAction(event -> keep(role));
      var label = Panes.label(texts.of(ReviewPhrases.role(role)), "muted");
      label.setLabelFor(field);
      HBox one =
          new HBox(
              6,
              label,
              field,
              Panes.button(
                  "review-assign-" + role.word(), texts.of("review.assign"), () -> keep(role)));
      one.getStyleClass().add("bar");
      fields.put(role, field);
      root.getChildren().add(one);
    }
  }

  Node root() {
    return root;
  }

  void show(Review review) {
    fields.forEach((role, field) -> field.setText(review.roles().getOrDefault(role, "")));
  }

  private void keep(Role role) {
    TextField field = fields.getOrDefault(role, new TextField());
    String name = field.getText().strip();
    acts.who()
        .ifPresent(
            by ->
                acts.once(
                    Phrase.of("review.assigned", "role", ReviewPhrases.role(role), "name", name),
                    work ->
                        work.add(List.of(new ReviewEvent.Assigned(role, name, by, acts.now())))));
  }
}
