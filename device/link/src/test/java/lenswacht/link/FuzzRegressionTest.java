package lenswacht.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lenswacht.link.serial.LineFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every input that `./lenswacht bench fuzz` kept because it led somewhere new, or wrong.
class FuzzRegressionTest {
  @TestFactory
  List<DynamicTest> inputs_that_led_somewhere_are_taken_or_refused() throws IOException {
    return Stream.concat(
            inputs("link", LinkFuzz::fuzzerTestOneInput).stream(),
            inputs("line", LineFuzz::fuzzerTestOneInput).stream())
        .toList();
  }

  private static List<DynamicTest> inputs(String folder, Consumer<byte[]> fuzz) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", folder))) {
      return files
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      folder + "/" + file.getFileName(),
                      () -> fuzz.accept(Files.readAllBytes(file))))
          .toList();
    }
  }
}
