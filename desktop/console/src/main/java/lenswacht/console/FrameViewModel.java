package lenswacht.console;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lenswacht.console.camera.CamerasViewModel;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Theme;
import lenswacht.console.overview.Summary;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.setting.SettingsStore;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.visit.VisitViewModel;

/// What frames every screen: which one is shown, settings, and the five answers of the status bar.
public final class FrameViewModel {
  private static final int STEP = 10;

  private final Texts texts;
  private final SettingsStore store;
  private final CaseDesk desk;
  private final CamerasViewModel cameras;
  private final VisitViewModel visit;
  private final ObjectProperty<Place> place =
      new SimpleObjectProperty<>(this, "place", Place.START);
  private final ReadOnlyObjectWrapper<ConsoleSettings> settings;
  private final ReadOnlyObjectWrapper<Phrase> network;
  private final Supplier<Phrase> networkState;

  /// @param settings that hold now
  /// @param store where changes are kept
  /// @param networkState says whether this computer is on a network
  FrameViewModel(
      Texts texts,
      ReadOnlyObjectWrapper<ConsoleSettings> settings,
      SettingsStore store,
      CaseDesk desk,
      CamerasViewModel cameras,
      VisitViewModel visit,
      Supplier<Phrase> networkState) {
    this.texts = texts;
    this.settings = settings;
    this.store = store;
    this.desk = desk;
    this.cameras = cameras;
    this.visit = visit;
    this.networkState = networkState;
    this.network = new ReadOnlyObjectWrapper<>(this, "network", networkState.get());
    desk.openedProperty()
        .addListener(
            (property, before, now) ->
                now.ifPresent(
                    opened ->
                        change(was -> was.opened(opened.path().toAbsolutePath().normalize()))));
  }

  /// The screen that is shown.
  public ObjectProperty<Place> placeProperty() {
    return place;
  }

  /// The settings that hold.
  public ReadOnlyObjectProperty<ConsoleSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /// Speaks `language` from now on.
  public void speak(Language language) {
    texts.languageProperty().set(language);
    change(was -> was.with(language));
  }

  /// Goes to the next theme: light, dark, high contrast.
  public void switchTheme() {
    wear(settings.get().theme().other());
  }

  /// Shows `theme` from now on.
  public void wear(Theme theme) {
    change(was -> was.with(theme));
  }

  /// Text of `percent` of the ordinary size.
  public void size(int percent) {
    change(was -> was.withTextSize(percent));
  }

  /// Remembers the name of who sits here.
  public void officer(String name) {
    change(was -> was.withOfficer(name));
  }

  /// Forgets which cases were opened.
  public void forgetRecent() {
    change(ConsoleSettings::withoutRecent);
  }

  /// Larger text.
  public void enlarge() {
    change(was -> was.withTextSize(was.textSize() + STEP));
  }

  /// Smaller text.
  public void reduce() {
    change(was -> was.withTextSize(was.textSize() - STEP));
  }

  /// Text of the ordinary size.
  public void ordinarySize() {
    change(was -> was.withTextSize(ConsoleSettings.FIRST.textSize()));
  }

  private void change(UnaryOperator<ConsoleSettings> to) {
    ConsoleSettings changed = to.apply(settings.get());
    if (changed.equals(settings.get())) {
      return;
    }
    settings.set(changed);
    try {
      store.write(changed);
    } catch (IOException unwritable) {
      System.err.println("The settings could not be kept: " + unwritable.getMessage());
    }
  }

  /// Name of the case on the desk.
  public ObjectBinding<Phrase> caseBinding() {
    return Bindings.createObjectBinding(
        () ->
            desk.openedProperty()
                .get()
                .map(opened -> Phrase.of("frame.case", "name", opened.name()))
                .orElse(Phrase.of("frame.no-case")),
        desk.openedProperty());
  }

  /// Where the officer is: site, then screen.
  public ObjectBinding<Phrase> breadcrumbBinding() {
    return Bindings.createObjectBinding(
        () ->
            desk.openedProperty()
                .get()
                .<Phrase>map(
                    opened ->
                        new Phrase.Joined(
                            List.of(
                                Phrase.verbatim(opened.assessment().site()), place.get().title()),
                            "  \u203a  "))
                .orElse(place.get().title()),
        desk.openedProperty(),
        place);
  }

  /// Is the device there?
  public ObjectBinding<Phrase> deviceBinding() {
    return Bindings.createObjectBinding(
        () ->
            visit
                .cardProperty()
                .get()
                .map(card -> Phrase.of("status.device", "id", card.id()))
                .orElse(Phrase.of("status.device.none")),
        visit.cardProperty());
  }

  /// What was not looked at?
  public ObjectBinding<Phrase> notLookedBinding() {
    return Bindings.createObjectBinding(
        () ->
            desk.openedProperty()
                .get()
                .filter(opened -> opened.coverage().isPresent())
                .map(opened -> Summary.of(opened).notLookedAtCount())
                .map(left -> Phrase.of("status.not-looked", "count", left))
                .orElse(Phrase.of("status.not-looked.unknown")),
        desk.openedProperty());
  }

  /// What waits for a person?
  public ObjectBinding<Phrase> toDoBinding() {
    return cameras.toDoBinding();
  }

  /// Is this computer on a network?
  public ReadOnlyObjectProperty<Phrase> networkProperty() {
    return network.getReadOnlyProperty();
  }

  /// Looks again whether this computer is on a network.
  public void lookAtNetwork() {
    network.set(networkState.get());
  }

  /// What is being done, was done, or went wrong.
  public ObjectBinding<Phrase> noticeBinding() {
    return Bindings.createObjectBinding(
        () -> {
          Optional<Trouble> trouble = desk.troubleProperty().get();
          return trouble
              .<Phrase>map(told -> new Phrase.Joined(List.of(told.what(), told.next()), " "))
              .orElse(desk.noticeProperty().get());
        },
        desk.troubleProperty(),
        desk.noticeProperty());
  }

  /// Goes to the next asset that waits for a person.
  public void goToNextToDo() {
    place.set(Place.CAMERAS);
    cameras.selectNextNeedingPerson();
  }

  /// Goes to the asset at `address`.
  public void goToAsset(String address) {
    place.set(Place.CAMERAS);
    cameras.select(address);
  }

  /// Tells the device to stop, whatever screen is shown.
  public void stopDevice() {
    visit.stop();
  }
}
