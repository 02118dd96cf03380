package lenswacht.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Small rooms: the limits on classes, methods, constructors, packages and names.
class SizeTest {
  @Test
  void every_source_keeps_to_the_limits() throws IOException {
    List<String> complaints = new ArrayList<>();
    List<Path> sources = House.sources();
    assertThat(sources).hasSizeGreaterThan(100);
    for (Path source : sources) {
      complaints.addAll(SourceSize.complaints(source.toString(), Files.readString(source)));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_class_that_is_too_long_is_rejected() {
    String body = "  int field%d;\n".repeat(SourceSize.LONGEST_CLASS + 1);
    assertThat(complaints("class Long {\n" + body.replace("%d", "") + "}\n"))
        .anyMatch(text -> text.contains("lines"));
  }

  @Test
  void a_method_that_is_too_long_is_rejected() {
    String body = "    count++;\n".repeat(SourceSize.LONGEST_METHOD + 1);
    assertThat(complaints("class Long {\n  int count;\n  void run() {\n" + body + "  }\n}\n"))
        .anyMatch(text -> text.contains("run"));
  }

  @Test
  void a_constructor_with_too_many_parameters_is_rejected() {
    assertThat(
            complaints(
                "class Wide { Wide(int a, int b, int c, int d, int e, int f, int g, int h, int i)"
                    + " {} }"))
        .anyMatch(text -> text.contains("parameters"));
  }

  @Test
  void a_package_that_lies_too_deep_is_rejected() {
    assertThat(
            SourceSize.complaints(
                "Deep.java", "package lenswacht.probe.http.page.title;\nclass Deep {}\n"))
        .anyMatch(text -> text.contains("deep"));
  }

  @Test
  void a_name_that_says_nothing_is_rejected() {
    assertThat(complaints("class ProbeHelper {}")).anyMatch(text -> text.contains("name"));
    assertThat(SourceSize.complaints("Odd.java", "package lenswacht.probe.util;\nclass Odd {}\n"))
        .anyMatch(text -> text.contains("name"));
  }

  @Test
  void a_small_class_is_fine() {
    assertThat(complaints("class Small { void run() {} }")).isEmpty();
  }

  private static List<String> complaints(String source) {
    return SourceSize.complaints("Sample.java", "package lenswacht.probe;\n" + source);
  }
}
