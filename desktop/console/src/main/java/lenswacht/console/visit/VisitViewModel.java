package lenswacht.console.visit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.RefusedException;
import lenswacht.console.desk.Trouble;
import lenswacht.console.desk.Work;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.link.DeviceCard;
import lenswacht.link.Progress;
import lenswacht.observation.BoxState;
import lenswacht.observation.HandOver;
import lenswacht.observation.Mandate;

/// A visit from the cable to the case file: connect, compare, choose the mandate, start, follow,
/// stop.
public final class VisitViewModel {
  private final VisitLine line;
  private final CaseDesk desk;
  private final Work work;
  private final FileChoice files;
  private final Texts texts;
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final StringProperty mandateFile = new SimpleStringProperty(this, "mandateFile", "");
  private final StringProperty caseFile = new SimpleStringProperty(this, "caseFile", "");
  private final ReadOnlyObjectWrapper<Step> step =
      new ReadOnlyObjectWrapper<>(this, "step", Step.IDLE);
  private final ReadOnlyObjectWrapper<Optional<String>> digits = empty("digits");
  private final ReadOnlyObjectWrapper<Optional<DeviceCard>> card = empty("card");
  private final ReadOnlyObjectWrapper<Optional<Mandate>> mandate = empty("mandate");
  private final ReadOnlyObjectWrapper<Optional<OpenedMandate>> opened = empty("opened");
  private final ReadOnlyObjectWrapper<Optional<BoxState>> box = empty("box");
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress = empty("progress");
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = empty("trouble");
  private final BooleanBinding mayStart;
  private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);

  /// A device that answered.
  private record Found(DeviceCard card, Optional<BoxState> box) {}

  /// How far the visit is.
  public enum Step {
    /// No device.
    IDLE,
    /// Looking for the device.
    CONNECTING,
    /// Two people compare eight digits.
    COMPARING,
    /// The device is there.
    CONNECTED,
    /// The device scans.
    SCANNING,
    /// The device was told to stop and closes its books.
    STOPPING,
    /// The run ended and is in the case file.
    ENDED
  }

  /// No device yet.
  public VisitViewModel(VisitLine line, CaseDesk desk, Work work, FileChoice files, Texts texts) {
    this.line = line;
    this.desk = desk;
    this.work = work;
    this.files = files;
    this.texts = texts;
    this.mayStart =
        Bindings.createBooleanBinding(
            () ->
                (step.get() == Step.CONNECTED || step.get() == Step.ENDED)
                    && mandate.get().isPresent()
                    && !caseFile.get().isBlank(),
            step,
            mandate,
            caseFile);
    mandateFile.addListener((property, before, now) -> readMandate(now));
  }

  private <T> ReadOnlyObjectWrapper<Optional<T>> empty(String name) {
    return new ReadOnlyObjectWrapper<>(this, name, Optional.empty());
  }

  /// Where the device is: `tcp:HOST:PORT` or `serial:PORT`.
  public StringProperty addressProperty() {
    return address;
  }

  /// Path of the mandate file.
  public StringProperty mandateFileProperty() {
    return mandateFile;
  }

  /// Path of the case file that the visit goes into.
  public StringProperty caseFileProperty() {
    return caseFile;
  }

  /// How far the visit is.
  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// The digits to compare, while they are compared.
  public ReadOnlyObjectProperty<Optional<String>> digitsProperty() {
    return digits.getReadOnlyProperty();
  }

  /// The device that is connected.
  public ReadOnlyObjectProperty<Optional<DeviceCard>> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /// What the chosen mandate allows.
  public ReadOnlyObjectProperty<Optional<Mandate>> mandateProperty() {
    return mandate.getReadOnlyProperty();
  }

  /// The chosen mandate with who signed it.
  public ReadOnlyObjectProperty<Optional<OpenedMandate>> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// How the device is, as it said last; empty where none is connected or it is too old to say.
  public ReadOnlyObjectProperty<Optional<BoxState>> boxProperty() {
    return box.getReadOnlyProperty();
  }

  /// How far the scan run is.
  public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// What went wrong last.
  public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Whether everything is there that a scan run needs.
  public BooleanBinding mayStartBinding() {
    return mayStart;
  }

  /// Connects to the device at the address.
  public void connect() {
    if (step.get() != Step.IDLE && step.get() != Step.CONNECTED && step.get() != Step.ENDED) {
      return;
    }
    if (address.get().isBlank()) {
      trouble.set(
          Optional.of(
              new Trouble(Phrase.of("visit.no-address"), Phrase.of("visit.no-address.next"))));
      return;
    }
    String where = address.get().strip();
    begin(Step.CONNECTING);
    run(
        () -> new Found(line.connect(where, this::compare), line.box()),
        found -> {
          card.set(Optional.of(found.card()));
          box.set(found.box());
          step.set(Step.CONNECTED);
        },
        Step.IDLE);
  }

  /// Asks the device how it is, if one is connected.
  public void lookAtBox() {
    if (card.get().isPresent() && (step.get() == Step.CONNECTED || step.get() == Step.ENDED)) {
      work.run(
          line::box,
          box::set,
          failed -> {
            box.set(Optional.empty());
            trouble.set(Optional.of(told(failed)));
          });
    }
  }

  /// Gives the device a package of knowledge; `then` runs once it is there.
  public void sendKnowledge(Path file, Runnable then) {
    desk.jobs()
        .run(
            Phrase.of("knowledge.sending"),
            gauge -> {
              line.sendKnowledge(file);
              return file;
            },
            sent -> then.run(),
            desk::fail);
  }

  /// Tells the device that it belongs to another console from now on; `then` runs once it knows.
  public void handOver(HandOver statement, Runnable then) {
    desk.jobs()
        .run(
            Phrase.of("hand-over.telling"),
            gauge -> {
              line.handOver(statement);
              return statement;
            },
            told -> {
              card.set(Optional.empty());
              box.set(Optional.empty());
              step.set(Step.IDLE);
              then.run();
            },
            desk::fail);
  }

  private boolean compare(String shown) {
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    work.onScreen()
        .execute(
            () -> {
              answer = asked;
              digits.set(Optional.of(shown));
              step.set(Step.COMPARING);
            });
    return asked.join();
  }

  /// The officer says whether the digits are the same on the device.
  public void answer(boolean same) {
    digits.set(Optional.empty());
    step.set(Step.CONNECTING);
    answer.complete(same);
  }

  /// Asks for a mandate file.
  public void chooseMandate() {
    files
        .toOpen(texts.render(Phrase.of("visit.mandate.choose")), "*.mandate", "*.txt", "*.*")
        .ifPresent(path -> mandateFile.set(path.toString()));
  }

  /// Asks for the case file that the visit goes into.
  public void chooseCase() {
    String proposal =
        mandate.get().map(allowed -> fileName(allowed.id()) + ".lenswacht").orElse("");
    files
        .toWrite(texts.render(Phrase.of("visit.case.choose")), proposal)
        .ifPresent(path -> caseFile.set(path.toString()));
  }

  private static String fileName(String id) {
    return id.replaceAll("[^0-9A-Za-z._-]", "-");
  }

  private void readMandate(String file) {
    mandate.set(Optional.empty());
    opened.set(Optional.empty());
    path(file)
        .ifPresent(
            path ->
                run(
                    () -> line.mandate(path),
                    whole -> {
                      Mandate read = whole.mandate();
                      mandate.set(Optional.of(read));
                      opened.set(Optional.of(whole));
                      trouble.set(Optional.empty());
                      if (caseFile.get().isBlank()) {
                        caseFile.set(
                            path.toAbsolutePath()
                                .resolveSibling(fileName(read.id()) + ".lenswacht")
                                .toString());
                      }
                    },
                    step.get()));
  }

  private Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    } catch (InvalidPathException impossible) {
      trouble.set(
          Optional.of(new Trouble(Phrase.of("visit.no-path"), Phrase.of("visit.no-path.next"))));
      return Optional.empty();
    }
  }

  /// Has the device scan.
  public void start() {
    Optional<Path> allowed = path(mandateFile.get());
    Optional<Path> kept = path(caseFile.get());
    if (!mayStart.get() || allowed.isEmpty() || kept.isEmpty()) {
      return;
    }
    progress.set(Optional.empty());
    begin(Step.SCANNING);
    run(
        () -> {
          line.run(allowed.get(), kept.get(), this::hear);
          return kept.get();
        },
        done -> {
          step.set(Step.ENDED);
          desk.judge(done, () -> {});
        },
        Step.CONNECTED);
  }

  private void hear(Progress now) {
    work.onScreen().execute(() -> progress.set(Optional.of(now)));
  }

  /// Tells the device to stop, if it scans.
  public void stop() {
    if (step.get() != Step.SCANNING) {
      return;
    }
    step.set(Step.STOPPING);
    work.run(
        () -> {
          line.stop();
          return true;
        },
        done -> {},
        failed -> {
          step.set(Step.SCANNING);
          trouble.set(Optional.of(told(failed)));
        });
  }

  private void begin(Step next) {
    trouble.set(Optional.empty());
    step.set(next);
  }

  private <T> void run(Callable<T> job, Consumer<T> then, Step otherwise) {
    work.run(
        job,
        then,
        failed -> {
          digits.set(Optional.empty());
          step.set(otherwise);
          trouble.set(Optional.of(told(failed)));
        });
  }

  private static Trouble told(Exception failed) {
    return failed instanceof RefusedException refused
        ? refused.trouble()
        : new Trouble(
            Phrase.of("trouble.unexpected", "detail", failed.toString()),
            Phrase.of("trouble.unexpected.next"));
  }
}
