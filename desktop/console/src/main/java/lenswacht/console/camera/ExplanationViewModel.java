package lenswacht.console.camera;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.Explained;

/// Why the selected asset was identified as it was, once that has been looked up.
final class ExplanationViewModel {
  private final CamerasViewModel cameras;
  private final CaseDesk desk;
  private final ReadOnlyObjectWrapper<Optional<Explained>> explained =
      new ReadOnlyObjectWrapper<>(this, "explained", Optional.empty());

  /// Follows the selection of `cameras`.
  ExplanationViewModel(CamerasViewModel cameras, CaseDesk desk) {
    this.cameras = cameras;
    this.desk = desk;
    cameras.selectedProperty().addListener((property, before, now) -> look(now));
    look(cameras.selectedProperty().get());
  }

  /// The explanation; empty while it is looked up, and where nothing is selected.
  ReadOnlyObjectProperty<Optional<Explained>> explainedProperty() {
    return explained.getReadOnlyProperty();
  }

  private void look(Optional<AssetRow> selected) {
    explained.set(Optional.empty());
    selected
        .flatMap(AssetRow::known)
        .ifPresent(
            known ->
                desk.explain(
                    known.identification(),
                    found -> {
                      if (cameras.selectedProperty().get().equals(selected)) {
                        explained.set(Optional.of(found));
                      }
                    }));
  }
}
