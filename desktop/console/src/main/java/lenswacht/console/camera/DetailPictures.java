package lenswacht.console.camera;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Visit;
import lenswacht.assessment.compare.Course;
import lenswacht.casefile.CourseReader;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.TellingView;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.knowledge.Age;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Maker;
import lenswacht.report.picture.OwnershipDrawing;
import lenswacht.report.picture.PictureWords;
import lenswacht.report.picture.Provenance;
import lenswacht.report.picture.TimelineDrawing;
import org.jspecify.annotations.Nullable;

/// The pictures of one asset: who is behind its label, and what happened to it.
final class DetailPictures {
  private final Surroundings around;
  private @Nullable OpenedCase read;
  private Course course = Course.NONE;

  DetailPictures(Surroundings around) {
    this.around = around;
  }

  /// Who is behind its label.
  Node behind(AssetRow row) {
    Edition edition = around.knowledge().get();
    Optional<OpenedCase> opened = around.desk().openedProperty().get();
    Optional<LocalDate> seen =
        opened
            .flatMap(OpenedCase::visit)
            .map(Visit::started)
            .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
    Provenance provenance =
        row.known()
            .map(known -> Provenance.of(known.identification(), seen))
            .orElse(Provenance.listed(row.identity().brand(), Optional.empty(), seen));
    return scrolling(
        "detail-behind",
        new TellingView(
                "detail-ownership",
                around,
                words ->
                    new OwnershipDrawing(
                            provenance,
                            edition.makers(),
                            opened.map(OpenedCase::day).orElse(edition.date()),
                            PictureWords.in(words.language().locale()))
                        .drawing())
            .root());
  }

  /// What happened to it, read behind the screen once for each case.
  Node course(AssetRow row) {
    VBox body = new VBox(6);
    OpenedCase opened = around.desk().openedProperty().get().orElse(null);
    if (opened == null || opened == read) {
      tell(body, row);
    } else {
      body.getChildren().add(Panes.paragraph(around.texts().of("detail.reading-course"), "muted"));
      around
          .desk()
          .ask(
              Phrase.of("detail.reading-course"),
              (file, gauge) -> new CourseReader(file, around.identifier()).read(),
              told -> {
                read = opened;
                course = told;
                tell(body, row);
              },
              trouble ->
                  body.getChildren().setAll(Panes.paragraph(around.texts().of(trouble.what()))));
    }
    return scrolling("detail-course", body);
  }

  private void tell(VBox body, AssetRow row) {
    Course about = course.about(row.address()).with(sources(row));
    body.getChildren()
        .setAll(
            new TellingView(
                    "detail-timeline",
                    around,
                    words ->
                        new TimelineDrawing(about, PictureWords.in(words.language().locale()))
                            .drawing())
                .root());
  }

  /// When what is known of its maker was written.
  private List<Course.Event> sources(AssetRow row) {
    List<Course.Event> sources = new ArrayList<>();
    row.identity()
        .maker()
        .ifPresent(
            maker -> {
              for (Maker link : around.knowledge().get().makers().chain(maker)) {
                Age.lastDay(link.date())
                    .ifPresent(
                        day ->
                            sources.add(
                                source(day.atStartOfDay(ZoneOffset.UTC).toInstant(), link)));
              }
            });
    return sources;
  }

  private static Course.Event source(Instant at, Maker link) {
    return new Course.Event(at, Course.Kind.SOURCE, Set.of(), "", link.name(), "", link.source());
  }

  private static Node scrolling(String id, javafx.scene.layout.Region content) {
    var pane = Panes.scrolling(content);
    pane.setId(id);
    return pane;
  }
}
