package lenswacht.console.drawing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.PngPaint;
import lenswacht.report.drawing.Shape;
import lenswacht.report.drawing.SvgText;

/// A picture on a screen: painted in the theme, the same in words below it, and kept as SVG or PNG.
/// It follows the language and the size of the text.
public final class DrawingView {
  private static final double TALLEST = 420;

  private final String id;
  private final Surroundings around;
  private final Function<Texts, Drawing> draw;
  private final Consumer<String> pressed;
  private final VBox root = new VBox(6);
  private final ScrollPane paper = new ScrollPane();
  private final VBox words = new VBox(4);
  private final Set<String> decoding = new HashSet<>();
  private final Map<String, Image> pictures = new HashMap<>();
  private BiConsumer<Pane, Double> painted = (pane, scale) -> {};
  private Drawing drawing;

  /// @param id of the picture within the console
  /// @param draw makes the picture in the language that is spoken
  /// @param pressed is told the key of a spot
  public DrawingView(
      String id, Surroundings around, Function<Texts, Drawing> draw, Consumer<String> pressed) {
    this.id = id;
    this.around = around;
    this.draw = draw;
    this.pressed = pressed;
    this.drawing = draw.apply(around.texts());
    root.setId(id);
    root.getStyleClass().add("drawing-view");
    paper.getStyleClass().add("plain-scroll");
    paper.setFocusTraversable(true);
    paper.setId(id + "-paper");
    paper.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    words.setId(id + "-words");
    words.setVisible(false);
    words.managedProperty().bind(words.visibleProperty());
    root.getChildren().addAll(paper, tools(), words);
    around.texts().languageProperty().addListener((property, before, now) -> redraw());
    around.zoom().addListener((property, before, now) -> redraw());
    redraw();
  }

  /// What is shown.
  public Region root() {
    return root;
  }

  /// Hands every fresh painting, and how many times as large as its units it is, to `then`, which
  /// may listen to it and paint on it.
  public void onPainting(BiConsumer<Pane, Double> then) {
    painted = then;
    redraw();
  }

  /// Paints it anew.
  public void redraw() {
    drawing = draw.apply(around.texts());
    decode();
    Pane canvas = Canvas.paint(drawing, around.zoom().getValue(), pictures, pressed);
    painted.accept(canvas, around.zoom().getValue());
    paper.setContent(canvas);
    paper.setPrefViewportHeight(canvas.getPrefHeight() + 2);
    paper.setPrefViewportWidth(canvas.getPrefWidth() + 2);
    paper.setMinViewportHeight(Math.min(canvas.getPrefHeight() + 2, TALLEST));
    paper.setAccessibleText(drawing.title() + ". " + String.join(" ", drawing.told()));
    words
        .getChildren()
        .setAll(
            drawing.told().stream()
                .map(
                    said -> {
                      Label line = new Label(said);
                      line.setWrapText(true);
                      line.setMinHeight(Region.USE_PREF_SIZE);
                      return line;
                    })
                .toList());
  }

  /// Decodes the pictures within behind the screen, and paints anew once they are there.
  private void decode() {
    Map<String, PlanPicture> shown = new HashMap<>();
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Shape.Picture picture) {
        shown.put(picture.picture().sha256(), picture.picture());
      }
    }
    pictures.keySet().retainAll(shown.keySet());
    decoding.retainAll(shown.keySet());
    shown.forEach(
        (hash, picture) -> {
          if (!pictures.containsKey(hash) && decoding.add(hash)) {
            around
                .desk()
                .jobs()
                .run(
                    Phrase.of("drawing.decoding"),
                    gauge -> new Image(new ByteArrayInputStream(picture.png().toArray())),
                    image -> {
                      pictures.put(hash, image);
                      redraw();
                    },
                    around.desk()::fail);
          }
        });
  }

  private HBox tools() {
    ToggleButton told = new ToggleButton();
    told.setId(id + "-told");
    told.textProperty().bind(around.texts().of("drawing.words"));
    told.accessibleTextProperty().bind(around.texts().of("drawing.words"));
    told.getStyleClass().add("small");
    words.visibleProperty().bind(told.selectedProperty());
    Button svg =
        Panes.button(id + "-svg", around.texts().of("drawing.svg"), () -> keep("svg"), "small");
    Button png =
        Panes.button(id + "-png", around.texts().of("drawing.png"), () -> keep("png"), "small");
    return new HBox(6, told, svg, png);
  }

  private void keep(String ending) {
    Drawing kept = drawing;
    around
        .files()
        .toWrite(around.texts().render(Phrase.of("drawing.keep")), id + "." + ending)
        .ifPresent(file -> keep(kept, file));
  }

  private void keep(Drawing kept, Path file) {
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("drawing.keeping"),
            gauge -> {
              write(kept, file);
              return file.toAbsolutePath();
            },
            written -> around.desk().say(Phrase.of("drawing.kept", "file", written)),
            around.desk()::fail);
  }

  private static void write(Drawing kept, Path file) throws IOException {
    boolean isPng = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    KeptFile.write(
        file,
        out -> {
          if (isPng) {
            PngPaint.write(kept, out);
          } else {
            out.write(SvgText.of(kept).getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
