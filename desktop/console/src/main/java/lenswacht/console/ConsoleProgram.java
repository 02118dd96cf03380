package lenswacht.console;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import lenswacht.console.camera.CamerasView;
import lenswacht.console.camera.CamerasViewModel;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.Work;
import lenswacht.console.overview.OverviewView;
import lenswacht.console.overview.OverviewViewModel;
import lenswacht.console.product.ProductsView;
import lenswacht.console.product.ProductsViewModel;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.setting.SettingsStore;
import lenswacht.console.start.StartView;
import lenswacht.console.start.StartViewModel;
import lenswacht.console.start.StartViewModel.Door;
import lenswacht.console.text.Texts;
import lenswacht.console.visit.VisitView;
import lenswacht.console.visit.VisitViewModel;

/// All screens of the console and what they share, put together.
final class ConsoleProgram {
  private final Texts texts;
  private final CaseDesk desk;
  private final CamerasViewModel cameras;
  private final VisitViewModel visit;
  private final ProductsViewModel products;
  private final StartViewModel start;
  private final FrameViewModel frame;
  private final FrameView view;
  private final CamerasView camerasView;
  private final OverviewView overview;

  /// @param rooms what the other rooms do for the console
  /// @param settings that hold to begin with
  /// @param store where changed settings are kept
  ConsoleProgram(
      Rooms rooms, ConsoleSettings settings, SettingsStore store, FileChoice files, Work work) {
    this.texts = Texts.load(settings.language(), ZoneId.systemDefault());
    this.desk = new CaseDesk(rooms.shelf(), work);
    ReadOnlyObjectWrapper<ConsoleSettings> held = new ReadOnlyObjectWrapper<>(settings);
    this.cameras = new CamerasViewModel(desk, texts);
    this.visit = new VisitViewModel(rooms.line(), desk, work, files, texts);
    this.products = new ProductsViewModel(rooms.products(), work, files, texts);
    this.frame = new FrameViewModel(texts, held, store, desk, cameras, visit, NetworkState::phrase);
    this.start = new StartViewModel(desk, texts, files, held, this::goThrough);
    this.overview =
        new OverviewView(new OverviewViewModel(desk, texts, files, frame::goToAsset), texts);
    this.camerasView = new CamerasView(cameras, desk, texts, rooms.findingTexts());
    this.view = new FrameView(frame, texts, desk, screens());
  }

  private Map<Screen, Parent> screens() {
    Map<Screen, Parent> screens = new EnumMap<>(Screen.class);
    screens.put(Screen.START, new StartView(start, texts).root());
    screens.put(Screen.OVERVIEW, overview.root());
    screens.put(Screen.VISIT, new VisitView(visit, texts).root());
    screens.put(Screen.CAMERAS, camerasView.root());
    screens.put(Screen.PRODUCTS, new ProductsView(products, texts).root());
    return screens;
  }

  private void goThrough(Door door) {
    switch (door) {
      case SITE -> frame.screenProperty().set(Screen.VISIT);
      case LIST -> frame.screenProperty().set(Screen.PRODUCTS);
      case FILE -> frame.screenProperty().set(Screen.OVERVIEW);
    }
  }

  /// Begins as `options` say.
  void begin(ConsoleOptions options) {
    options.link().ifPresent(visit.addressProperty()::set);
    options.mandate().map(Path::toString).ifPresent(visit.mandateFileProperty()::set);
    options.screen().ifPresent(frame.screenProperty()::set);
    options.select().ifPresent(cameras::select);
  }

  /// The window's content at a size, with its style and its keys.
  Scene scene(int width, int height) {
    Scene scene = new Scene(view.root(), width, height);
    scene
        .getStylesheets()
        .add(String.valueOf(ConsoleProgram.class.getResource("/lenswacht/console/console.css")));
    scene.setUserData(this); // the window keeps alive what its listeners hold weakly
    view.giveKeys(scene, camerasView::focusFilter, start::openFile);
    return scene;
  }

  Texts texts() {
    return texts;
  }

  CaseDesk desk() {
    return desk;
  }

  FrameViewModel frame() {
    return frame;
  }

  CamerasViewModel cameras() {
    return cameras;
  }

  ProductsViewModel products() {
    return products;
  }

  VisitViewModel visit() {
    return visit;
  }
}
