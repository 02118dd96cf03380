package lenswacht.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Documentation comments hold together. A line of one that is too wide is broken by the formatter
/// into a documentation comment and an ordinary one, and readers of the documentation lose a piece.
class CommentsTest {
  private static final Pattern BROKEN = Pattern.compile("(?m)^\\s*///.*\\R\\s*//(?!/)");

  @Test
  void every_documentation_comment_holds_together() throws IOException {
    List<Path> broken = new ArrayList<>();
    for (Path source : House.sources()) {
      if (BROKEN.matcher(Files.readString(source)).find()) {
        broken.add(source);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void a_broken_documentation_comment_is_rejected() {
    assertThat(BROKEN.matcher("  /// What it is and\n  // what\n  /// it does.\n").find()).isTrue();
  }
}
