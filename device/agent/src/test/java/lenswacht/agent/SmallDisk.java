package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system of its own with little room. Needs root.
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  /// @param folder where it is mounted
  /// @param room such as `128k`
  SmallDisk(Path folder, String room) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + room, "lenswacht-test", folder.toString());
  }

  void enlarge(String room) throws IOException, InterruptedException {
    run("mount", "-o", "remount,size=" + room, folder.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed and needs root: " + said);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("umount", folder.toString());
  }
}
