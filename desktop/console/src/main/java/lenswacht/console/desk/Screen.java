package lenswacht.console.desk;

import javafx.scene.Parent;

/// One screen of the console. The frame shows it and knows nothing else of it.
public interface Screen {
  /// Where it is in the console.
  Place place();

  /// What is shown.
  Parent root();

  /// The frame shows it now: what may have become old is asked again.
  default void shown() {}

  /// Goes to the next thing on this screen that waits for a person.
  ///
  /// @return whether there is one
  default boolean next() {
    return false;
  }
}
