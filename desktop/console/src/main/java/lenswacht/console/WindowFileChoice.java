package lenswacht.console;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import lenswacht.console.desk.FileChoice;

/// Asks for files in the platform's own window.
///
/// @param over the window that asks
record WindowFileChoice(Window over) implements FileChoice {
  @Override
  public Optional<Path> toOpen(String title, String... patterns) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
    return Optional.ofNullable(chooser.showOpenDialog(over)).map(File::toPath);
  }

  @Override
  public Optional<Path> toOpenFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
  }

  @Override
  public Optional<Path> toWrite(String title, String proposal) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(proposal);
    return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
  }

  @Override
  public boolean show(Path what) {
    try {
      if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
        return false;
      }
      Desktop.getDesktop().open(what.toFile());
      return true;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException none) {
      return false; // no program for it, no display for the program, or it is gone
    }
  }
}
