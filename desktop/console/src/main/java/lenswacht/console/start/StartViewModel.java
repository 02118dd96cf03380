package lenswacht.console.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.Trouble;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The three doors, recent cases and the practice building.
public final class StartViewModel {
  /// Where `./lenswacht demo` leaves the case of the practice building.
  private static final Path PRACTICE_CASE = Path.of("lenswacht-demo", "practice.lenswacht");

  private final CaseDesk desk;
  private final Texts texts;
  private final FileChoice files;
  private final ObservableValue<ConsoleSettings> settings;
  private final Consumer<Door> goThrough;
  private final ReadOnlyObjectWrapper<Phrase> hint =
      new ReadOnlyObjectWrapper<>(this, "hint", Phrase.NONE);

  /// Where a door leads.
  public enum Door {
    /// To the visit.
    SITE,
    /// To the product list.
    LIST,
    /// To the case that was opened.
    FILE
  }

  /// @param goThrough shows what is behind a door
  public StartViewModel(
      CaseDesk desk,
      Texts texts,
      FileChoice files,
      ObservableValue<ConsoleSettings> settings,
      Consumer<Door> goThrough) {
    this.desk = desk;
    this.texts = texts;
    this.files = files;
    this.settings = settings;
    this.goThrough = goThrough;
  }

  /// Recent cases that are still there, the latest first.
  public List<Path> recent() {
    return settings.getValue().recent().stream().filter(Files::isRegularFile).toList();
  }

  /// The settings, to know when recent cases change.
  public ObservableValue<ConsoleSettings> settings() {
    return settings;
  }

  /// What went wrong last.
  public ObservableValue<Optional<Trouble>> trouble() {
    return desk.troubleProperty();
  }

  /// On site with the device.
  public void goOnSite() {
    goThrough.accept(Door.SITE);
  }

  /// With a product list.
  public void goToList() {
    goThrough.accept(Door.LIST);
  }

  /// Opens the case of the practice building; where there is none yet, says how to get one.
  public void practise() {
    boolean there = Files.isRegularFile(PRACTICE_CASE);
    hint.set(there ? Phrase.NONE : Phrase.of("start.practice.how"));
    if (there) {
      open(PRACTICE_CASE);
    }
  }

  /// How to get a practice case; empty unless asked for in vain.
  public ReadOnlyObjectProperty<Phrase> hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /// Asks for a case file and opens it.
  public void openFile() {
    files.toOpen(texts.render(Phrase.of("start.file.choose")), "*.lenswacht").ifPresent(this::open);
  }

  /// Opens a case.
  public void open(Path path) {
    desk.open(path, () -> goThrough.accept(Door.FILE));
  }
}
