package lenswacht.console.desk;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lenswacht.knowledge.Edition;

/// The edition of knowledge that the console judges with.
public final class Knowledge implements Supplier<Edition> {
  private final ReadOnlyObjectWrapper<Edition> edition;

  /// Begins with `first`.
  public Knowledge(Edition first) {
    this.edition = new ReadOnlyObjectWrapper<>(this, "edition", first);
  }

  @Override
  public Edition get() {
    return edition.get();
  }

  /// The edition, to know when another takes its place.
  public ReadOnlyObjectProperty<Edition> editionProperty() {
    return edition.getReadOnlyProperty();
  }

  /// Judges with `fresh` from now on.
  public void take(Edition fresh) {
    edition.set(fresh);
  }
}
