package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Lettering;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PictureTest {
  private static final Path SHOTS = Path.of("target", "shots");

  @BeforeAll
  static void start_the_toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    onScreen(
        () -> {
          Lettering.load();
          return true;
        });
    Files.createDirectories(SHOTS);
  }

  private static <T> T onScreen(Callable<T> job) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, job);
  }

  private static WritableImage draw(Place screen, Theme theme, Language language) {
    return onScreen(
        () -> {
          Application.setUserAgentStylesheet(theme.styleSheet());
          FakeRooms rooms = new FakeRooms();
          ConsoleProgram program = rooms.program(ConsoleSettings.FIRST.with(theme).with(language));
          Scene scene = program.scene(1280, 800);
          if (screen != Place.START) {
            program.desk().put(InventedCase.opened());
          }
          program.frame().placeProperty().set(screen);
          program.cameras().select("10.20.30.61");
          if (screen == Place.VISIT) {
            program.visit().addressProperty().set("tcp:127.0.0.1:4712");
            program.visit().connect();
            program.visit().mandateFileProperty().set("turfmarkt.mandate");
            program.visit().start();
          }
          if (screen == Place.PRODUCTS) {
            program
                .products()
                .listProperty()
                .set("merk;model\nHikvision;DS-2CD2143G2-I\nQuuxcam;Q-1");
            program.products().check();
          }
          Picture.write(
              scene,
              SHOTS.resolve(screen.word() + "-" + theme.word() + "-" + language.tag() + ".png"));
          return Picture.of(scene);
        });
  }

  private static int colours(WritableImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return colours.size();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void every_screen_is_drawn_in_light_dutch_and_in_dark_english(Place screen) {
    WritableImage light = draw(screen, Theme.LIGHT, Language.NL);
    WritableImage dark = draw(screen, Theme.DARK, Language.EN);
    assertThat(colours(light)).isGreaterThan(20);
    assertThat(colours(dark)).isGreaterThan(20);
    assertThat(light.getPixelReader().getColor(700, 790).getBrightness()).isGreaterThan(0.8);
    assertThat(dark.getPixelReader().getColor(700, 790).getBrightness()).isLessThan(0.3);
  }

  @Test
  void a_picture_may_be_larger_than_the_headless_display() {
    WritableImage image =
        onScreen(
            () -> {
              ConsoleProgram program = new FakeRooms().program(ConsoleSettings.FIRST);
              return Picture.of(program.scene(1920, 1080));
            });
    assertThat(Optional.of(image).map(WritableImage::getWidth)).contains(1920.0);
  }
}
