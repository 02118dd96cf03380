package lenswacht.console.mandate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.Heading;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.visit.OpenedMandate;
import lenswacht.console.visit.VisitViewModel;
import lenswacht.observation.Coverage;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Whereabouts;
import lenswacht.report.Preflight;

/// The mandate and what is looked at before leaving: opened or written, signed, held against the
/// device that is connected; and the notice to whoever runs the network.
public final class MandateScreen implements Screen {
  private final Surroundings around;
  private final Texts texts;
  private final VisitViewModel visit;
  private final Runnable toVisit;
  private final Heading heading;
  private final VBox content = new VBox(14);
  private final ScrollPane scroll;
  private final MandateForm form;
  private final VBox root;
  private boolean isWriting;
  private String own = "";

  /// @param visit knows the chosen mandate and the device
  /// @param toVisit goes to the visit
  public MandateScreen(Surroundings around, VisitViewModel visit, Runnable toVisit) {
    this.around = around;
    this.texts = around.texts();
    this.visit = visit;
    this.toVisit = toVisit;
    this.heading = new Heading(Place.MANDATE, texts);
    this.form = new MandateForm(around, this::sign);
    scroll = CasePage.column("mandate-content", content);
    scroll.accessibleTextProperty().bind(texts.of(Place.MANDATE.title()));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root = new VBox(12, heading.root(), scroll);
    root.setId("mandate");
    root.getStyleClass().add("screen-part");
    visit.openedProperty().addListener((property, before, now) -> show());
    visit.boxProperty().addListener((property, before, now) -> show());
    around.desk().openedProperty().addListener((property, before, now) -> show());
    show();
  }

  @Override
  public Place place() {
    return Place.MANDATE;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    visit.lookAtBox();
    if (own.isEmpty()) {
      around
          .desk()
          .jobs()
          .run(
              Phrase.of("mandate.looking"),
              gauge -> around.signing().mark(),
              mark -> {
                own = mark;
                show();
              },
              around.desk()::fail);
    }
  }

  private void show() {
    Optional<OpenedMandate> opened = visit.openedProperty().get();
    heading.say(
        opened
            .map(
                one ->
                    Phrase.of(
                        "mandate.first",
                        "id",
                        one.mandate().id(),
                        "from",
                        one.mandate().from(),
                        "until",
                        one.mandate().until()))
            .orElse(Phrase.of("mandate.first.none")));
    heading.actions(
        Panes.button("mandate-open", texts.of("mandate.open"), visit::chooseMandate),
        Panes.button("mandate-new", texts.of("mandate.new"), this::write),
        Panes.button("mandate-to-visit", texts.of("mandate.to-visit"), toVisit, "accent"));
    List<Node> parts = new ArrayList<>();
    opened.ifPresent(one -> parts.add(MandateCard.of(one, own, around)));
    if (isWriting || opened.isEmpty()) {
      parts.add(form.root());
    }
    parts.add(preflight(opened));
    parts.add(HereCard.of(visit.boxProperty().get().flatMap(box -> box.place()), before(), texts));
    opened.ifPresent(
        one -> parts.add(new NoticeCard(around, one.mandate(), visit.boxProperty().get()).root()));
    content.getChildren().setAll(parts);
  }

  private Node preflight(Optional<OpenedMandate> opened) {
    Preflight preflight =
        new Preflight(
            opened.map(OpenedMandate::mandate),
            opened.isPresent(),
            visit.boxProperty().get(),
            around.knowledge().get(),
            around.clock().instant());
    return PreflightCard.of(
        preflight,
        texts,
        Panes.button("preflight-again", texts.of("preflight.again"), visit::lookAtBox));
  }

  private List<Whereabouts> before() {
    return around
        .desk()
        .openedProperty()
        .get()
        .flatMap(opened -> opened.coverage().map(Coverage::standpoints))
        .orElse(List.of());
  }

  private void write() {
    isWriting = true;
    show();
    form.enter();
  }

  private void sign(Mandate mandate) {
    String proposal = mandate.site().replaceAll("[^0-9A-Za-z._-]+", "-") + ".mandate";
    around
        .files()
        .toWrite(texts.render(Phrase.of("mandate.keep")), proposal)
        .ifPresent(file -> sign(mandate, file));
  }

  private void sign(Mandate mandate, Path file) {
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("mandate.signing"),
            gauge -> written(around.signing().sign(mandate), file),
            kept -> {
              isWriting = false;
              form.done();
              visit.mandateFileProperty().set("");
              visit.mandateFileProperty().set(kept.toString());
              around.desk().say(Phrase.of("mandate.kept", "file", kept));
            },
            around.desk()::fail);
  }

  private static Path written(SignedMandate signed, Path file) throws IOException {
    KeptFile.write(file, out -> out.write(signed.text().getBytes(StandardCharsets.UTF_8)));
    return file;
  }
}
