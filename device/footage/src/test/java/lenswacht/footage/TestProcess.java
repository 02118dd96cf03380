package lenswacht.footage;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A child process with the class path of the tests.
final class TestProcess {
  private TestProcess() {}

  static FootageProcess within(Duration deadline) {
    return new FootageProcess(Path.of(System.getProperty("java.home")), classPath(), deadline);
  }

  static List<String> classPath() {
    String own = System.getProperty("java.class.path");
    String path = System.getProperty("surefire.test.class.path", own);
    return List.of(path.split(File.pathSeparator));
  }
}
