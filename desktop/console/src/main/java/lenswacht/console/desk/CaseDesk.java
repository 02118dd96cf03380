package lenswacht.console.desk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.fingerprint.Identification;

/// The case that every screen shows. One lies on the desk at a time.
public final class CaseDesk {
  private final CaseShelf shelf;
  private final Work work;
  private final ReadOnlyObjectWrapper<Optional<OpenedCase>> opened =
      new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble =
      new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
  private final ReadOnlyObjectWrapper<Phrase> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Phrase.NONE);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);

  /// An empty desk.
  public CaseDesk(CaseShelf shelf, Work work) {
    this.shelf = shelf;
    this.work = work;
  }

  /// The case on the desk.
  public ReadOnlyObjectProperty<Optional<OpenedCase>> openedProperty() {
    return opened.getReadOnlyProperty();
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
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Puts a case on the desk.
  public void put(OpenedCase fresh) {
    busy.set(false);
    trouble.set(Optional.empty());
    notice.set(Phrase.NONE);
    opened.set(Optional.of(fresh));
  }

  /// Opens `path` behind the screen; `then` runs once it lies on the desk.
  public void open(Path path, Consumer<OpenedCase> then) {
    begin(Phrase.of("desk.opening", "file", path.getFileName()));
    work.run(
        () -> shelf.open(path),
        fresh -> {
          put(fresh);
          then.accept(fresh);
        },
        this::fail);
  }

  /// Finds out behind the screen why an asset of the case on the desk was identified as it was.
  public void explain(Identification identification, Consumer<Explained> then) {
    opened
        .get()
        .ifPresent(
            current -> work.run(() -> shelf.explain(current, identification), then, this::fail));
  }

  /// Writes the report of the case on the desk to `pdf`.
  public void writeReport(Language language, Path pdf) {
    OpenedCase current = opened.get().orElse(null);
    if (current == null) {
      return;
    }
    begin(Phrase.of("desk.reporting"));
    work.run(
        () -> {
          shelf.writeReport(current, language, pdf);
          return pdf;
        },
        done -> {
          busy.set(false);
          notice.set(Phrase.of("desk.report-written", "file", done.toAbsolutePath()));
        },
        this::fail);
  }

  private void begin(Phrase what) {
    trouble.set(Optional.empty());
    notice.set(what);
    busy.set(true);
  }

  private void fail(Exception failed) {
    busy.set(false);
    notice.set(Phrase.NONE);
    Trouble told =
        failed instanceof CaseRefusedException refused
            ? refused.trouble()
            : new Trouble(
                Phrase.of("trouble.unexpected", "detail", failed.toString()),
                Phrase.of("trouble.unexpected.next"));
    trouble.set(Optional.of(told));
  }
}
