package lenswacht.console;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lenswacht.console.desk.Jobs;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The bottom of the window: five answers that always hold, and the work under way.
final class StatusBar {
  private final FrameViewModel model;
  private final Texts texts;
  private final Jobs jobs;
  private final Timeline clock;

  StatusBar(FrameViewModel model, Texts texts, Jobs jobs) {
    this.model = model;
    this.texts = texts;
    this.jobs = jobs;
    this.clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), event -> jobs.look()));
    clock.setCycleCount(Timeline.INDEFINITE);
    jobs.runningProperty()
        .addListener(
            (property, before, now) -> {
              if (now.isPresent() && before.isEmpty()) {
                clock.play();
              } else if (now.isEmpty()) {
                clock.stop();
              }
            });
  }

  Node root() {
    Button toDo =
        Panes.button(
            "status-to-do", texts.of(model.toDoBinding()), model::goToNextToDo, "status-button");
    Button network =
        Panes.button(
            "status-network",
            texts.of(model.networkProperty()),
            model::lookAtNetwork,
            "status-button");
    HBox bar =
        new HBox(
            18,
            status("status-device", texts.of(model.deviceBinding())),
            status("status-clock", texts.of("status.clock.unknown")),
            status("status-not-looked", texts.of(model.notLookedBinding())),
            toDo,
            Panes.filler(),
            work(),
            network);
    bar.getStyleClass().addAll("bar", "status-bar");
    return bar;
  }

  private Node work() {
    Label told =
        Panes.label(
            texts.of(
                jobs.runningProperty(),
                (words, running) -> words.render(running.map(StatusBar::told).orElse(Phrase.NONE))),
            "strong");
    told.setId("status-job");
    Button stop =
        Panes.button("status-job-stop", texts.of("status.job.stop"), jobs::stop, "small", "stop");
    HBox work = new HBox(8, told, stop);
    work.getStyleClass().add("bar");
    work.visibleProperty().bind(jobs.runningProperty().map(Optional::isPresent));
    work.managedProperty().bind(work.visibleProperty());
    return work;
  }

  /// What is under way: what, how far, and how long it will take, from one time to another.
  static Phrase told(Jobs.Running running) {
    Phrase far =
        running.of() > 0
            ? Phrase.of("status.job.steps", "done", running.done(), "of", running.of())
            : Phrase.of("status.job.since", "seconds", running.elapsed().toSeconds());
    Phrase left =
        running
            .left()
            .map(
                span ->
                    Phrase.of(
                        "status.job.left",
                        "least",
                        span.least().toSeconds(),
                        "most",
                        Math.max(1, span.most().plus(Duration.ofMillis(999)).toSeconds())))
            .orElse(Phrase.NONE);
    Phrase others =
        running.others() > 0
            ? Phrase.of("status.job.others", "count", running.others())
            : Phrase.NONE;
    return new Phrase.Joined(
        List.of(running.what(), far, left, others).stream()
            .filter(part -> !part.equals(Phrase.NONE))
            .toList(),
        " \u00b7 ");
  }

  private static Label status(String id, ObservableValue<String> words) {
    Label label = Panes.label(words);
    label.setId(id);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
