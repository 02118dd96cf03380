package lenswacht.console.overview;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import lenswacht.casefile.Glance;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The case summed up, and the report made of it.
public final class OverviewViewModel {
  private final CaseDesk desk;
  private final Texts texts;
  private final FileChoice files;
  private final Consumer<String> showAsset;
  private final ObjectBinding<Optional<Summary>> summary;
  private final BooleanBinding mayReport;

  /// Follows the case on `desk`.
  ///
  /// @param showAsset goes to the asset at an address
  public OverviewViewModel(
      CaseDesk desk, Texts texts, FileChoice files, Consumer<String> showAsset) {
    this.desk = desk;
    this.texts = texts;
    this.files = files;
    this.showAsset = showAsset;
    this.summary =
        Bindings.createObjectBinding(
            () -> desk.openedProperty().get().map(Summary::of), desk.openedProperty());
    this.mayReport =
        Bindings.createBooleanBinding(
            () ->
                desk.openedProperty().get().flatMap(OpenedCase::visit).isPresent()
                    && !desk.busyProperty().get(),
            desk.openedProperty(),
            desk.busyProperty());
  }

  /// The case in numbers; empty where none is open.
  public ObjectBinding<Optional<Summary>> summaryBinding() {
    return summary;
  }

  /// The case that is being opened, as it was judged last; empty where none is.
  public ReadOnlyObjectProperty<Optional<Glance>> glanceProperty() {
    return desk.glanceProperty();
  }

  /// Whether there is something to report on and no other work under way.
  public BooleanBinding mayReportBinding() {
    return mayReport;
  }

  /// Goes to the asset at `address`.
  public void show(String address) {
    showAsset.accept(address);
  }

  /// Asks where the report goes and writes it, in the language that is spoken.
  public void makeReport() {
    Optional<OpenedCase> opened = desk.openedProperty().get();
    if (opened.isEmpty() || !mayReport.get()) {
      return;
    }
    String proposal = opened.get().name() + "-" + texts.language().tag() + ".pdf";
    Optional<Path> chosen =
        files.toWrite(texts.render(Phrase.of("overview.report.choose")), proposal);
    chosen.ifPresent(pdf -> desk.writeReport(texts.language(), pdf));
  }
}
