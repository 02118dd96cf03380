package lenswacht.console.page;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.text.Texts;

/// What every screen of a case has: its place, a page that knows the states of a case, the words.
/// A screen says what it asks and draws the answer.
///
/// @param <T> what the case answers
public abstract class CaseScreen<T> implements Screen {
  private final Place place;
  private final Surroundings around;
  private final CasePage<T> page;

  private CaseScreen(
      Place place, Surroundings around, Function<CaseScreen<T>, CasePage<T>> making) {
    this.place = place;
    this.around = around;
    this.page = making.apply(this);
  }

  /// A screen that asks the case file.
  ///
  /// @param <T> what the case file answers
  public abstract static class Asking<T> extends CaseScreen<T> {
    /// Asks the case on the desk.
    protected Asking(Place place, Surroundings around) {
      super(
          place,
          around,
          screen ->
              CasePage.asking(
                  place,
                  around,
                  (file, gauge) -> ((Asking<T>) screen).ask(file, gauge),
                  screen::content));
    }

    /// What is asked of the case file, behind the screen.
    protected abstract T ask(CaseFile file, Gauge gauge) throws Exception;
  }

  /// A screen that shows what is known of the case already.
  public abstract static class Opened extends CaseScreen<OpenedCase> {
    /// Shows the case on the desk.
    protected Opened(Place place, Surroundings around) {
      super(place, around, screen -> CasePage.of(place, around, screen::content));
    }
  }

  /// Draws the answer.
  protected abstract Node content(T answer);

  @Override
  public final Place place() {
    return place;
  }

  @Override
  public final Parent root() {
    return page.root();
  }

  @Override
  public void shown() {
    page.shown();
  }

  /// What every screen is given.
  protected final Surroundings around() {
    return around;
  }

  /// The words.
  protected final Texts texts() {
    return around.texts();
  }

  /// The page.
  protected final CasePage<T> page() {
    return page;
  }
}
