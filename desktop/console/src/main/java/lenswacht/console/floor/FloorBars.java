package lenswacht.console.floor;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import lenswacht.assessment.floor.Floor;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Form;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.picture.FloorLayers;

/// The bars above a plan: which floor, how large, and which layers.
final class FloorBars {
  private static final double WIDER = 1.3;

  private final Texts texts;
  private final FloorState state;
  private final Asked asked;

  FloorBars(Texts texts, FloorState state, Asked asked) {
    this.texts = texts;
    this.state = state;
    this.asked = asked;
  }

  /// What the bars ask of the screen.
  ///
  /// @param shown another floor is shown
  /// @param redraw the plan looks otherwise
  /// @param scale the scale is to be set
  /// @param remove a floor goes
  record Asked(Runnable shown, Runnable redraw, Runnable scale, Consumer<Floor> remove) {}

  Node floors() {
    ComboBox<Floor> floor =
        Form.choice(
            texts,
            "floor-choice",
            Phrase.of("floor.choice"),
            state.site().plan().floors(),
            one -> Phrase.verbatim(one.name()));
    floor.setValue(state.floor().orElse(null));
    floor.setOnAction(
        event ->
            Form.chosen(floor)
                .filter(one -> !Optional.of(one).equals(state.floor()))
                .ifPresent(
                    one -> {
                      state.show(one);
                      asked.shown().run();
                    }));
    FlowPane bar =
        new FlowPane(
            8,
            6,
            floor,
            Panes.button("floor-scale", texts.of("floor.set-scale"), asked.scale(), "small"),
            zoom("floor-wider", "floor.wider", WIDER),
            zoom("floor-narrower", "floor.narrower", 1 / WIDER),
            Panes.button(
                "floor-remove",
                texts.of("floor.remove"),
                () -> state.floor().ifPresent(asked.remove()),
                "small"));
    bar.setId("floor-bar");
    return bar;
  }

  private Node zoom(String id, String key, double factor) {
    return Panes.button(
        id,
        texts.of(key),
        () -> {
          state.width(state.width() * factor);
          asked.redraw().run();
        },
        "small");
  }

  Node layers() {
    FlowPane bar = new FlowPane(6, 6, Panes.label(texts.of("floor.layers"), "muted"));
    FloorLayers now = state.layers();
    bar.getChildren()
        .addAll(
            layer(
                "espionage",
                now.espionage(),
                (all, on) ->
                    new FloorLayers(on, all.privacy(), all.seen(), all.views(), all.numbers())),
            layer(
                "privacy",
                now.privacy(),
                (all, on) ->
                    new FloorLayers(all.espionage(), on, all.seen(), all.views(), all.numbers())),
            layer(
                "seen",
                now.seen(),
                (all, on) ->
                    new FloorLayers(
                        all.espionage(), all.privacy(), on, all.views(), all.numbers())),
            layer(
                "views",
                now.views(),
                (all, on) ->
                    new FloorLayers(all.espionage(), all.privacy(), all.seen(), on, all.numbers())),
            layer(
                "numbers",
                now.numbers(),
                (all, on) ->
                    new FloorLayers(all.espionage(), all.privacy(), all.seen(), all.views(), on)));
    return bar;
  }

  private ToggleButton layer(
      String name, boolean isOn, BiFunction<FloorLayers, Boolean, FloorLayers> with) {
    ToggleButton button = new ToggleButton();
    button.setId("floor-layer-" + name);
    button.textProperty().bind(texts.of("floor.layer." + name));
    button.accessibleTextProperty().bind(texts.of("floor.layer." + name));
    button.getStyleClass().add("small");
    button.setSelected(isOn);
    button.setOnAction(
        event -> {
          state.layers(with.apply(state.layers(), button.isSelected()));
          asked.redraw().run();
        });
    return button;
  }
}
