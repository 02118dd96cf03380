package lenswacht.console.desk;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lenswacht.casefile.Glance;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.fingerprint.Identification;
import lenswacht.report.export.Foreseen;
import lenswacht.report.export.Written;

/// The case that every screen shows. One lies on the desk at a time. What a person changes is in
/// the case file at once and can be taken back until another case is opened.
public final class CaseDesk {
  private static final int MOST_CHANGES = 200;

  private final CaseShelf shelf;
  private final Work work;
  private final Jobs jobs;
  private final Deque<CaseChange> done = new ArrayDeque<>();
  private final Deque<CaseChange> undone = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Optional<OpenedCase>> opened =
      new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Glance>> glance =
      new ReadOnlyObjectWrapper<>(this, "glance", Optional.empty());
  private final ReadOnlyLongWrapper puts = new ReadOnlyLongWrapper(this, "puts", 0);
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble =
      new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
  private final ReadOnlyObjectWrapper<Phrase> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Phrase.NONE);
  private final ReadOnlyObjectWrapper<Optional<Phrase>> undoable =
      new ReadOnlyObjectWrapper<>(this, "undoable", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Phrase>> redoable =
      new ReadOnlyObjectWrapper<>(this, "redoable", Optional.empty());
  private final BooleanBinding busy;

  /// An empty desk.
  public CaseDesk(CaseShelf shelf, Work work, Jobs jobs) {
    this.shelf = shelf;
    this.work = work;
    this.jobs = jobs;
    this.busy =
        Bindings.createBooleanBinding(
            () -> jobs.runningProperty().get().isPresent(), jobs.runningProperty());
  }

  /// The case on the desk.
  public ReadOnlyObjectProperty<Optional<OpenedCase>> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// The case that is being opened, as it was judged last; empty once it lies on the desk.
  public ReadOnlyObjectProperty<Optional<Glance>> glanceProperty() {
    return glance.getReadOnlyProperty();
  }

  /// What went wrong last; empty once something went well again.
  public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// What was done last.
  public ReadOnlyObjectProperty<Phrase> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// Whether work is under way.
  public BooleanBinding busyProperty() {
    return busy;
  }

  /// The work behind the screen.
  public Jobs jobs() {
    return jobs;
  }

  /// What [#undo] would take back.
  public ReadOnlyObjectProperty<Optional<Phrase>> undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /// What [#redo] would do again.
  public ReadOnlyObjectProperty<Optional<Phrase>> redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /// Puts a case on the desk.
  public void put(OpenedCase fresh) {
    boolean isSame = opened.get().map(OpenedCase::path).filter(fresh.path()::equals).isPresent();
    if (!isSame) {
      done.clear();
      undone.clear();
      tellUndo();
    }
    trouble.set(Optional.empty());
    notice.set(Phrase.NONE);
    glance.set(Optional.empty());
    opened.set(Optional.of(fresh));
    puts.set(puts.get() + 1);
  }

  /// How many times a case was put on the desk: tells that one was, also where it is judged as
  /// before and something else in it has changed.
  public ReadOnlyLongProperty putsProperty() {
    return puts.getReadOnlyProperty();
  }

  /// Opens `path` behind the screen.
  ///
  /// @param seen runs once something of the case is to be seen: as it was judged last, or, where
  ///     nothing was kept of that, the case itself
  public void open(Path path, Runnable seen) {
    begin();
    opened.set(Optional.empty());
    jobs.run(
        opening(path),
        gauge -> shelf.glance(path),
        kept -> {
          kept.ifPresent(
              last -> {
                glance.set(kept);
                seen.run();
              });
          jobs.run(
              opening(path),
              gauge -> shelf.open(path, gauge),
              fresh -> {
                put(fresh);
                if (kept.isEmpty()) {
                  seen.run();
                }
              },
              this::leave);
        },
        this::leave);
  }

  private static Phrase opening(Path path) {
    return Phrase.of("desk.opening", "file", path.getFileName());
  }

  /// Nothing lies on the desk, because something went wrong.
  private void leave(Exception failed) {
    glance.set(Optional.empty());
    fail(failed);
  }

  /// Judges `path`, which has changed, and keeps how; `then` runs once it lies on the desk.
  public void judge(Path path, Runnable then) {
    begin();
    jobs.run(
        opening(path),
        gauge -> shelf.judge(path, gauge),
        fresh -> {
          put(fresh);
          then.run();
        },
        this::fail);
  }

  /// Judges the case on the desk once more.
  public void refresh() {
    opened.get().ifPresent(current -> judge(current.path(), () -> {}));
  }

  /// Asks something of the case on the desk, behind the screen.
  public <T> void ask(
      Phrase what, CaseQuestion<T> question, Consumer<T> then, Consumer<Trouble> otherwise) {
    opened
        .get()
        .map(OpenedCase::path)
        .ifPresent(
            path ->
                jobs.run(
                    what,
                    gauge -> shelf.ask(path, question, gauge),
                    then,
                    failed -> otherwise.accept(told(failed))));
  }

  /// Makes a change in the case on the desk and judges it once more.
  public void change(CaseChange change) {
    write(
        change,
        Phrase.of("desk.kept", "what", change.what()),
        () -> {
          undone.clear();
          remember(done, change);
        });
  }

  /// Takes the last change back.
  public void undo() {
    if (!done.isEmpty()) {
      CaseChange last = done.peekLast();
      write(
          last.reversed(),
          Phrase.of("desk.undone", "what", last.what()),
          () -> {
            done.pollLast();
            remember(undone, last);
          });
    }
  }

  /// Makes the change again that was taken back last.
  public void redo() {
    if (!undone.isEmpty()) {
      CaseChange last = undone.peekLast();
      write(
          last,
          Phrase.of("desk.kept", "what", last.what()),
          () -> {
            undone.pollLast();
            remember(done, last);
          });
    }
  }

  private static void remember(Deque<CaseChange> changes, CaseChange change) {
    changes.addLast(change);
    if (changes.size() > MOST_CHANGES) {
      changes.removeFirst();
    }
  }

  private void write(CaseChange change, Phrase said, Runnable then) {
    begin();
    ask(
        change.what(),
        (file, gauge) -> {
          change.act().on(file);
          return file.file();
        },
        written -> {
          then.run();
          tellUndo();
          judge(written, () -> notice.set(said));
        },
        this::fail);
  }

  private void tellUndo() {
    undoable.set(Optional.ofNullable(done.peekLast()).map(CaseChange::what));
    redoable.set(Optional.ofNullable(undone.peekLast()).map(CaseChange::what));
  }

  /// Finds out behind the screen why an asset of the case on the desk was identified as it was.
  public void explain(Identification identification, Consumer<Explained> then) {
    opened
        .get()
        .ifPresent(
            current -> work.run(() -> shelf.explain(current, identification), then, this::fail));
  }

  /// Writes the report on the site of the case on the desk to `pdf`.
  public void writeReport(Language language, Path pdf) {
    writeReport(
        ReportWish.site(language),
        pdf,
        written -> say(Phrase.of("desk.report-written", "file", pdf.toAbsolutePath())));
  }

  /// Writes a report of the case on the desk to `file`; `then` hears what was read back.
  public void writeReport(ReportWish wish, Path file, Consumer<Written> then) {
    OpenedCase current = opened.get().orElse(null);
    if (current == null) {
      return;
    }
    begin();
    jobs.run(
        Phrase.of("desk.reporting"),
        gauge -> shelf.writeReport(current, wish, file),
        then,
        this::fail);
  }

  /// Finds out behind the screen what a report of the case on the desk would be.
  public void foresee(ReportWish wish, Consumer<Foreseen> then) {
    opened
        .get()
        .ifPresent(current -> work.run(() -> shelf.foresee(current, wish), then, this::fail));
  }

  /// Says what was done.
  public void say(Phrase what) {
    trouble.set(Optional.empty());
    notice.set(what);
  }

  private void begin() {
    trouble.set(Optional.empty());
    notice.set(Phrase.NONE);
  }

  /// Says what went wrong.
  public void fail(Exception failed) {
    fail(told(failed));
  }

  /// Says what went wrong.
  public void fail(Trouble told) {
    notice.set(Phrase.NONE);
    trouble.set(Optional.of(told));
  }

  /// What went wrong, for a person.
  public static Trouble told(Exception failed) {
    return switch (failed) {
      case RefusedException refused -> refused.trouble();
      case StoppedException stopped ->
          new Trouble(Phrase.of("trouble.stopped"), Phrase.of("trouble.stopped.next"));
      default ->
          new Trouble(
              Phrase.of("trouble.unexpected", "detail", failed.toString()),
              Phrase.of("trouble.unexpected.next"));
    };
  }
}
