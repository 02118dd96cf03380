package lenswacht.console.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// Three doors; below them recent cases and the practice building.
public final class StartView implements Screen {
  private static final String BUILDING =
      "M6 44V8h20v36 M26 44V20h16v24 M2 44h44 M11 14h4 M18 14h4 M11 21h4 M18 21h4 M11 28h4 M18 28h4"
          + " M31 27h6 M31 34h6 M13 44v-8h6v8";
  private static final String LIST =
      "M10 4h22l8 8v32H10z M32 4v8h8 M16 20h2 M22 20h12 M16 27h2 M22 27h12 M16 34h2 M22 34h12";
  private static final String DRIVE =
      "M4 14h14l4 5h22v23H4z M30 4v10 M25 9l5 6 5-6 M14 31h20 M14 36h12";

  private final StartViewModel model;
  private final Texts texts;
  private final HBox recent = new HBox(10);
  private final Label trouble = new Label();
  private final VBox root = new VBox(22);

  /// Shows `model`.
  public StartView(StartViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    root.setId("start");
    root.getStyleClass().addAll("screen-part", "start");
    HBox doors =
        new HBox(
            18,
            door("start-door-site", "start.site", BUILDING, model::goOnSite),
            door("start-door-list", "start.list", LIST, model::goToList),
            door("start-door-file", "start.file", DRIVE, model::openFile));
    doors.getStyleClass().add("doors");
    trouble.setId("start-trouble");
    trouble.setWrapText(true);
    trouble.getStyleClass().add("trouble");
    model.trouble().addListener((property, before, now) -> tell(now));
    tell(model.trouble().getValue());
    recent.getStyleClass().add("bar");
    model.settings().addListener((property, before, now) -> showRecent());
    showRecent();
    root.getChildren()
        .addAll(
            Panes.paragraph(texts.of("start.title"), "title-large"),
            trouble,
            doors,
            recent,
            practice());
  }

  @Override
  public Place place() {
    return Place.START;
  }

  @Override
  public Parent root() {
    return root;
  }

  private Button door(String id, String key, String drawing, Runnable action) {
    SVGPath shape = new SVGPath();
    shape.setContent(drawing);
    shape.getStyleClass().add("drawing");
    StackPane picture = new StackPane(shape);
    picture.getStyleClass().add("picture");
    Label title = Panes.paragraph(texts.of(key), "door-title");
    Label below = Panes.paragraph(texts.of(key + ".below"), "muted");
    Region filler = new Region();
    VBox.setVgrow(filler, Priority.ALWAYS);
    VBox content = new VBox(12, picture, title, below, filler);
    Button door = new Button();
    door.setId(id);
    door.setGraphic(content);
    door.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    door.getStyleClass().add("door");
    door.setOnAction(event -> action.run());
    door.accessibleTextProperty()
        .bind(
            texts.of(new Phrase.Joined(List.of(Phrase.of(key), Phrase.of(key + ".below")), ". ")));
    door.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    door.setPrefWidth(280);
    content.prefWidthProperty().bind(door.widthProperty().subtract(44));
    content.maxWidthProperty().bind(door.widthProperty().subtract(44));
    HBox.setHgrow(door, Priority.ALWAYS);
    return door;
  }

  private void tell(Optional<Trouble> told) {
    trouble.textProperty().unbind();
    trouble.setVisible(told.isPresent());
    trouble.setManaged(told.isPresent());
    told.ifPresent(
        now ->
            trouble
                .textProperty()
                .bind(texts.of(new Phrase.Joined(List.of(now.what(), now.next()), " "))));
  }

  private void showRecent() {
    recent.getChildren().setAll(Panes.label(texts.of("start.recent"), "strong"));
    List<Path> paths = model.recent();
    if (paths.isEmpty()) {
      recent.getChildren().add(Panes.label(texts.of("start.recent.none"), "muted"));
    }
    for (int i = 0; i < Math.min(4, paths.size()); i++) {
      recent.getChildren().add(recentLink(i, paths.get(i)));
    }
  }

  private Node recentLink(int number, Path path) {
    Path file = path.getFileName();
    Hyperlink link = new Hyperlink(file == null ? path.toString() : file.toString());
    Panes.name(link, "start-recent-" + (number + 1), texts.of("start.recent.open", "file", path));
    link.setOnAction(event -> model.open(path));
    return link;
  }

  private Node practice() {
    Label hint = Panes.paragraph(texts.of(model.hintProperty()), "muted");
    hint.setId("start-practice-hint");
    HBox practice =
        new HBox(
            10,
            Panes.label(texts.of("start.practice"), "strong"),
            Panes.button("start-practice", texts.of("start.practice.open"), model::practise),
            hint);
    practice.getStyleClass().add("bar");
    return practice;
  }
}
