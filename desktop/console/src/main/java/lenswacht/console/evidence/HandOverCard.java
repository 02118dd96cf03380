package lenswacht.console.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import lenswacht.casefile.HandedFile;
import lenswacht.console.desk.Job;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.RefusedException;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Draft;
import lenswacht.console.page.Form;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.visit.VisitViewModel;
import lenswacht.observation.BoxState;
import lenswacht.observation.FactJson;
import lenswacht.observation.HandOver;
import lenswacht.observation.MalformedFactException;

/// Handing a device, or this case as a file, over to another organisation's console, in four steps:
/// the receiver asks, the giver signs, the receiver signs, the giver completes. Both names, why,
/// where, and the time of both clocks stand in what both sign.
final class HandOverCard {
  private static final int LONGEST = 65_536;

  private final Surroundings around;
  private final Texts texts;
  private final VisitViewModel visit;
  private final Runnable then;
  private final Draft draft;
  private final TextField name;
  private final TextField why;
  private final TextField where;
  private final ComboBox<HandOver.Thing> thing;
  private final Node root;

  /// @param visit knows the device that is connected
  /// @param devices that this console is paired with
  /// @param then shows the chain again
  HandOverCard(
      Surroundings around,
      VisitViewModel visit,
      List<HandOver.Thing.Device> devices,
      Runnable then) {
    this.around = around;
    this.texts = around.texts();
    this.visit = visit;
    this.then = then;
    this.draft = new Draft(around, "hand-over");
    Form form = new Form(texts);
    name = form.words("hand-over-name", "hand-over.name");
    why = form.words("hand-over-why", "hand-over.why");
    where = form.words("hand-over-where", "hand-over.where");
    draft.words(name).words(why).words(where);
    thing =
        form.choice(
            "hand-over-thing",
            Phrase.of("hand-over.thing"),
            List.copyOf(devices),
            HandOverCard::words);
    devices.stream().findFirst().ifPresent(thing::setValue);
    FlowPane steps =
        new FlowPane(
            8,
            8,
            Panes.button("hand-over-request", texts.of("hand-over.request"), this::request),
            Panes.button("hand-over-give", texts.of("hand-over.give"), () -> give(false)),
            Panes.button("hand-over-give-case", texts.of("hand-over.give-case"), () -> give(true)),
            Panes.button("hand-over-accept", texts.of("hand-over.accept"), this::accept),
            Panes.button("hand-over-complete", texts.of("hand-over.complete"), this::complete));
    root =
        Panes.card(
            Panes.label(texts.of("hand-over.title"), "layer-title"),
            Panes.paragraph(texts.of("hand-over.steps"), "muted"),
            draft.note(),
            form.root(),
            steps);
    root.setId("evidence-hand-over");
  }

  Node root() {
    return root;
  }

  static Phrase words(HandOver.Thing thing) {
    return Phrase.verbatim(
        switch (thing) {
          case HandOver.Thing.Device device -> device.id();
          case HandOver.Thing.Journal file -> file.name();
        });
  }

  private Optional<String> named() {
    if (name.getText().isBlank()) {
      around
          .desk()
          .fail(new Trouble(Phrase.of("trouble.nobody"), Phrase.of("hand-over.nobody.next")));
      return Optional.empty();
    }
    return Optional.of(name.getText().strip());
  }

  private void request() {
    named()
        .ifPresent(
            who ->
                write(
                    "request",
                    "hand-over.kept",
                    gauge -> FactJson.writePretty(around.signing().party(who)) + "\n"));
  }

  private void give(boolean isCase) {
    Optional<String> who = named();
    if (who.isEmpty()) {
      return;
    }
    Optional<HandOver.Thing> chosen = Form.chosen(thing);
    if (!isCase && chosen.isEmpty()) {
      around
          .desk()
          .fail(
              new Trouble(
                  Phrase.of("trouble.hand-over.nothing"),
                  Phrase.of("trouble.hand-over.nothing.next")));
      return;
    }
    Optional<Path> request = open("hand-over.choose-request");
    Optional<Path> file = around.desk().openedProperty().get().map(opened -> opened.path());
    Optional<Instant> clock = visit.boxProperty().get().map(BoxState::clock);
    request.ifPresent(
        from ->
            write(
                "given",
                "hand-over.kept",
                gauge ->
                    around
                        .signing()
                        .give(
                            terms(
                                isCase ? HandedFile.of(file.orElseThrow()) : chosen.orElseThrow(),
                                who.get(),
                                from,
                                isCase ? Optional.empty() : clock))
                        .text()));
  }

  private HandOver.Terms terms(
      HandOver.Thing what, String who, Path request, Optional<Instant> clock)
      throws IOException, RefusedException {
    try {
      return new HandOver.Terms(
          what,
          around.signing().party(who),
          FactJson.read(text(request), HandOver.Party.class),
          around.clock().instant(),
          why.getText().strip(),
          where.getText().strip(),
          clock);
    } catch (MalformedFactException | IllegalArgumentException none) {
      throw new RefusedException(
          new Trouble(
              Phrase.of("trouble.hand-over.request"), Phrase.of("trouble.hand-over.request.next")),
          String.valueOf(none.getMessage()),
          none);
    }
  }

  private void accept() {
    open("hand-over.choose-given")
        .ifPresent(
            from ->
                write(
                    "accepted",
                    "hand-over.accepted",
                    gauge -> around.signing().accept(new HandOver(text(from))).text(),
                    this::keep));
  }

  private void complete() {
    open("hand-over.choose-accepted")
        .ifPresent(
            from ->
                around
                    .desk()
                    .jobs()
                    .run(
                        Phrase.of("hand-over.completing"),
                        gauge -> new HandOver(text(from)),
                        statement -> complete(statement),
                        around.desk()::fail));
  }

  private void complete(HandOver statement) {
    try {
      boolean isDevice = statement.completed().thing() instanceof HandOver.Thing.Device;
      if (isDevice) {
        visit.handOver(statement, () -> keep(statement.text()));
      } else {
        keep(statement.text());
      }
    } catch (MalformedFactException unlawful) {
      around
          .desk()
          .fail(new Trouble(Phrase.of("trouble.hand-over"), Phrase.of("trouble.hand-over.next")));
    }
  }

  /// Keeps what both signed in the case on the desk.
  private void keep(String statement) {
    draft.done();
    around
        .desk()
        .ask(
            Phrase.of("hand-over.keeping"),
            (file, gauge) -> {
              file.keep(new HandOver(statement));
              return true;
            },
            kept -> {
              then.run();
              around.desk().say(Phrase.of("hand-over.in-case"));
            },
            around.desk()::fail);
  }

  private Optional<Path> open(String key) {
    return around.files().toOpen(texts.render(Phrase.of(key)), "*.handover", "*.*");
  }

  private void write(String what, String said, Job<String> making) {
    write(what, said, making, text -> {});
  }

  private void write(String what, String said, Job<String> making, Consumer<String> after) {
    around
        .files()
        .toWrite(texts.render(Phrase.of("hand-over.keep")), what + ".handover")
        .ifPresent(
            file ->
                around
                    .desk()
                    .jobs()
                    .run(
                        Phrase.of("hand-over.signing"),
                        gauge -> {
                          String text = making.run(gauge);
                          KeptFile.write(
                              file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
                          return text;
                        },
                        text -> {
                          around.desk().say(Phrase.of(said, "file", file));
                          after.accept(text);
                        },
                        around.desk()::fail));
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(LONGEST + 1);
      if (octets.length > LONGEST) {
        throw new IOException(file + " is too large");
      }
      return new String(octets, StandardCharsets.UTF_8);
    }
  }
}
