package lenswacht.console.desk;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the officer for a file.
public interface FileChoice {
  /// A file that exists, or empty where the officer changed their mind.
  ///
  /// @param title of the window
  /// @param patterns file names, for example `*.lenswacht`
  Optional<Path> toOpen(String title, String... patterns);

  /// A folder that exists, or empty where the officer changed their mind.
  ///
  /// @param title of the window
  Optional<Path> toOpenFolder(String title);

  /// A file to write, or empty where the officer changed their mind.
  ///
  /// @param title of the window
  /// @param proposal name of the file
  Optional<Path> toWrite(String title, String proposal);

  /// Shows a file or a folder with the program that the computer has for it.
  ///
  /// @return whether there is one; where there is none, nothing happens
  boolean show(Path what);
}
