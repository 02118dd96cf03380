package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lenswacht.link.frame.Frame;
import lenswacht.observation.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages as released versions wrote them. A file is never changed; a version adds one.
class GoldenMessagesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void every_message_of_a_released_version_is_read_and_written_as_it_was(int version)
      throws Exception {
    Set<Class<?>> read = new HashSet<>();
    for (Frame frame : frames(version)) {
      LinkMessage message = LinkMessageCodec.parse(frame);
      assertThat(LinkMessageCodec.write(message)).isEqualTo(frame);
      assertThat(message.since()).isEqualTo(version);
      read.add(message.getClass());
    }
    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            LinkMessageCodecTest.messages().stream()
                .filter(message -> message.since() == version)
                .<Class<?>>map(Object::getClass)
                .toList());
  }

  private static List<Frame> frames(int version) throws IOException {
    String name = "/golden/messages-" + version + ".txt";
    try (InputStream in =
        Objects.requireNonNull(GoldenMessagesTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .map(parts -> new Frame(Integer.parseInt(parts[0], 16), Bytes.utf8(parts[1])))
          .toList();
    }
  }
}
