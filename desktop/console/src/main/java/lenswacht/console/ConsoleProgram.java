package lenswacht.console;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.console.camera.CamerasView;
import lenswacht.console.camera.CamerasViewModel;
import lenswacht.console.compare.CompareScreen;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.Drafts;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.Jobs;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Work;
import lenswacht.console.edition.KnowledgeScreen;
import lenswacht.console.evidence.EvidenceScreen;
import lenswacht.console.floor.CirclesCard;
import lenswacht.console.floor.FloorScreen;
import lenswacht.console.floor.ReconcileScreen;
import lenswacht.console.help.HelpPane;
import lenswacht.console.help.Manual;
import lenswacht.console.judgement.JudgementScreen;
import lenswacht.console.mandate.MandateScreen;
import lenswacht.console.overview.OverviewView;
import lenswacht.console.overview.OverviewViewModel;
import lenswacht.console.palette.Palette;
import lenswacht.console.portfolio.PortfolioScreen;
import lenswacht.console.product.ProductsModel;
import lenswacht.console.product.ProductsScreen;
import lenswacht.console.questions.QuestionsScreen;
import lenswacht.console.register.RegisterScreen;
import lenswacht.console.remedy.RemediesScreen;
import lenswacht.console.report.ReportScreen;
import lenswacht.console.review.ReviewScreen;
import lenswacht.console.separation.SeparationScreen;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.setting.HiddenColumns;
import lenswacht.console.setting.SettingsStore;
import lenswacht.console.setting.SiteListFile;
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
  private final ProductsModel products;
  private final StartViewModel start;
  private final FrameViewModel frame;
  private final FrameView view;
  private final CamerasView camerasView;

  /// @param rooms what the other rooms do for the console
  /// @param settings that hold to begin with
  /// @param store where changed settings are kept
  /// @param keptIn the same, for a person
  ConsoleProgram(
      Rooms rooms,
      ConsoleSettings settings,
      SettingsStore store,
      FileChoice files,
      Work work,
      String keptIn) {
    this.texts = Texts.load(settings.language(), ZoneId.systemDefault());
    this.desk = new CaseDesk(rooms.shelf(), work, new Jobs(work, rooms.clock()));
    ReadOnlyObjectWrapper<ConsoleSettings> held = new ReadOnlyObjectWrapper<>(settings);
    StringProperty officer = new SimpleStringProperty(settings.officer());
    Surroundings around =
        new Surroundings(
            texts,
            desk,
            files,
            rooms.knowledge(),
            rooms.identifier(),
            officer,
            held.map(now -> now.textSize() / 100.0),
            rooms.clock(),
            rooms.signing(),
            new Drafts(rooms.drafts(), desk, work.behind()));
    this.cameras = new CamerasViewModel(desk, texts, rooms.findingTexts());
    this.visit = new VisitViewModel(rooms.line(), desk, work, files, texts);
    this.products = new ProductsModel(around);
    this.frame = new FrameViewModel(texts, held, store, desk, cameras, visit, NetworkState::phrase);
    officer.addListener((property, before, now) -> frame.officer(now));
    this.start = new StartViewModel(desk, texts, files, held, this::goThrough);
    this.camerasView =
        new CamerasView(
            cameras, around, rooms.findingTexts(), HiddenColumns.beside(Path.of(keptIn)));
    this.view = new FrameView(frame, texts, desk, screens(around, rooms.imported(), keptIn));
    Manual manual = new Manual();
    HelpPane help = new HelpPane(around, manual, view::uncovered);
    PaletteContents contents =
        new PaletteContents(frame, desk, visit, manual, help, start::openFile);
    view.over(new Palette(texts, contents::all, view::uncovered), help);
  }

  /// Every screen.
  private List<Screen> screens(Surroundings around, Path imported, String keptIn) {
    List<Screen> screens = new ArrayList<>();
    screens.add(new StartView(start, texts));
    screens.add(
        new PortfolioScreen(
            around,
            SiteListFile.beside(Path.of(keptIn)),
            () -> frame.placeProperty().set(Place.OVERVIEW)));
    screens.add(
        new OverviewView(
            new OverviewViewModel(desk, texts, around.files(), frame::goToAsset),
            around,
            new CirclesCard(around, () -> frame.placeProperty().set(Place.RECONCILE))));
    screens.add(new MandateScreen(around, visit, () -> frame.placeProperty().set(Place.VISIT)));
    screens.add(new VisitView(visit, texts));
    screens.add(camerasView);
    screens.add(new SeparationScreen(around));
    screens.add(new FloorScreen(around));
    screens.add(new ReconcileScreen(around));
    screens.add(new JudgementScreen(around, () -> frame.placeProperty().set(Place.REVIEW)));
    screens.add(new RemediesScreen(around));
    screens.add(new ReviewScreen(around, AssessorKeys.ofThisComputer()));
    screens.add(new QuestionsScreen(around));
    screens.add(new ReportScreen(around, visit.boxProperty()::get));
    screens.add(new RegisterScreen(around));
    screens.add(new CompareScreen(around));
    screens.add(new EvidenceScreen(around, visit));
    screens.add(new KnowledgeScreen(around, visit, imported));
    screens.add(new ProductsScreen(products, around));
    screens.add(new SettingsScreen(frame, around, keptIn));
    return screens;
  }

  private void goThrough(Door door) {
    frame
        .placeProperty()
        .set(
            switch (door) {
              case SITE -> Place.VISIT;
              case LIST -> Place.PRODUCTS;
              case FILE -> Place.OVERVIEW;
            });
  }

  /// Begins as `options` say.
  void begin(ConsoleOptions options) {
    options.link().ifPresent(visit.addressProperty()::set);
    options.mandate().map(Path::toString).ifPresent(visit.mandateFileProperty()::set);
    options.screen().ifPresent(frame.placeProperty()::set);
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

  ProductsModel products() {
    return products;
  }

  VisitViewModel visit() {
    return visit;
  }
}
