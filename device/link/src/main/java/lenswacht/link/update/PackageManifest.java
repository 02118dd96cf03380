package lenswacht.link.update;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lenswacht.observation.Bytes;

/// What a package holds, and for whom.
///
/// @param kind what it is
/// @param version of what it holds, such as `1.2.0-3`
/// @param architecture of the computers that it is for, such as `arm64`; `any` for knowledge
/// @param boards names with which the model of such a computer may begin; any where there is none
/// @param java feature version of the Java runtime that it needs at least
/// @param from the oldest version that it may follow
/// @param files in the order in which they stand in the package
public record PackageManifest(
    Kind kind,
    String version,
    String architecture,
    List<String> boards,
    int java,
    String from,
    List<File> files) {
  /// Most files of a package.
  public static final int MOST_FILES = 256;

  private static final int MOST_BOARDS = 16;
  private static final int LONGEST_BOARD = 80;

  /// What a package is.
  public enum Kind {
    /// The program of a device.
    PROGRAM,
    /// Knowledge that a device works with.
    KNOWLEDGE
  }

  public PackageManifest {
    boards = List.copyOf(boards);
    files = List.copyOf(files);
    if (!Release.isOne(version) || !Release.isOne(from)) {
      throw new IllegalArgumentException("a version is written such as 1.2.0-3");
    }
    if (!architecture.matches("[a-z0-9]{1,20}") || java < 0) {
      throw new IllegalArgumentException("an architecture has a name such as arm64");
    }
    if (boards.size() > MOST_BOARDS
        || boards.stream().anyMatch(one -> one.isBlank() || one.length() > LONGEST_BOARD)) {
      throw new IllegalArgumentException("a package names at most " + MOST_BOARDS + " boards");
    }
    Set<String> names = new HashSet<>();
    if (files.isEmpty()
        || files.size() > MOST_FILES
        || !files.stream().allMatch(file -> names.add(file.name()))) {
      throw new IllegalArgumentException(
          "a package has 1 to " + MOST_FILES + " files of different names");
    }
  }

  /// Octets of all files together.
  public long octets() {
    return files.stream().mapToLong(File::octets).sum();
  }

  /// One file.
  ///
  /// @param name letters, digits, dots, dashes and underscores, a letter or digit first
  /// @param octets how many
  /// @param sha256 of all of them
  public record File(String name, long octets, Bytes sha256) {
    /// Most octets of a file: 96 MiB.
    public static final long LONGEST = 96L << 20;

    public File {
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}")) {
        throw new IllegalArgumentException(
            "a file has a name of letters, digits, dots, dashes and underscores");
      }
      if (octets < 0 || octets > LONGEST || sha256.length() != 32) {
        throw new IllegalArgumentException(
            "a file has at most " + LONGEST + " octets and a hash of 32");
      }
    }
  }
}
