package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildingTest {
  private static final String GOOD =
      """
      {"format": "lenswacht-building-1",
       "parts": {"page": [{"match": {"path": "/"}, "response": {"body": "${model}"}}]},
       "templates": {"cam": {"defaults": {"model": "M1"},
         "services": [{"proto": "tcp", "port": 80, "kind": "http", "exchanges": [{"part": "page"}]}],
         "expected": {"kind": "camera", "model": "${model}"}}},
       "hosts": [{"id": "a", "use": ["cam"]}, {"id": "b", "use": ["cam"], "with": {"model": "M2"}}]}
      """;

  @TempDir private Path folder;

  @Test
  void practice_building_has_at_least_sixty_hosts_with_unique_ids_and_expectations() {
    List<SimulatedHost> hosts = Building.practice().hosts();
    Set<String> ids = new HashSet<>();
    hosts.forEach(host -> ids.add(host.id()));

    assertThat(hosts).hasSizeGreaterThanOrEqualTo(60);
    assertThat(ids).hasSameSizeAs(hosts);
    assertThat(hosts).allSatisfy(host -> assertThat(host.expected()).isNotNull());
    assertThat(hosts.stream().map(SimulatedHost::behaviour)).contains(Behaviour.values());
    assertThat(hosts.stream().map(host -> host.expected().kind()))
        .contains("camera", "recorder", "encoder", "doorbell", "other", "unknown");
  }

  @Test
  void template_is_filled_from_the_host_or_its_defaults() throws Exception {
    Building building = read(GOOD);

    assertThat(building.hosts().stream().map(host -> host.expected().model().orElse("")))
        .containsExactly("M1", "M2");
    assertThat(building.hosts().get(1).services().getFirst().exchanges().getFirst().reply().body())
        .isEqualTo("M2");
    assertThat(building.only(Set.of("b")).hosts()).hasSize(1);
  }

  @Test
  void recorded_lines_are_read_with_what_they_say_is_true() throws Exception {
    Building building = Building.read(recorded());
    Expected first = building.hosts().getFirst().expected();

    assertThat(building.hosts().stream().map(SimulatedHost::id))
        .containsExactly("line-cam", "line-printer");
    assertThat(first.kind()).isEqualTo("recorder");
    assertThat(first.brand()).contains("Northlight");
    assertThat(first.maker()).isEmpty();
    assertThat(first.buildDate()).contains(LocalDate.of(2022, 3, 4));
    assertThat(building.hosts().get(1).expected().kind()).isEqualTo("other");
    assertThat(building.hosts().get(1).places()).containsExactly("tcp/21", "udp/161");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"format"                       | {"formatt"         | unknown field 'formatt'
          building-1"                     | building-9"        | 'format' must be
          "id": "b"                       | "id": "a"          | two hosts have the id 'a'
          "id": "b"                       | "id": "b/../c"     | the id 'b/../c'
          "port": 80                      | "port": 80000      | 'port' must be a number from 1
          "proto": "tcp"                  | "proto": "sctp"    | 'proto' must be tcp or udp
          {"part": "page"}                | {"part": "leaf"}   | a part that does not exist
          "use": ["cam"]}                 | "use": ["oven"]}   | a template that does not exist
          ${model}"}}]                    | ${modell}"}}]      | no value for 'modell'
          "path": "/"                     | "path_re": "("     | is no pattern
          "kind": "camera"                | "kind": "toaster"  | is no kind of asset
          "kind": "camera"                | "kind": "camera", "build_date": "12" | must be a day
          {"id": "a", "use": ["cam"]}     | 7                  | must be an object
          ]}                              | ]                  | cannot be read as JSON
          """)
  void file_that_does_not_fit_is_refused_with_a_sentence(String old, String wrong, String why) {
    assertThatThrownBy(() -> read(GOOD.replace(old, wrong)))
        .isInstanceOf(BuildingException.class)
        .hasMessageContaining(why);
  }

  @Test
  void file_that_is_too_large_is_refused_before_it_is_read() throws Exception {
    Path large = folder.resolve("large.json");
    try (var channel =
        Files.newByteChannel(
            large,
            java.nio.file.StandardOpenOption.CREATE_NEW,
            java.nio.file.StandardOpenOption.WRITE,
            java.nio.file.StandardOpenOption.SPARSE)) {
      channel.position(BuildingReader.LARGEST_FILE);
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {'}'}));
    }

    assertThatThrownBy(() -> Building.read(large))
        .isInstanceOf(BuildingException.class)
        .hasMessageContaining("larger than 32 MiB");
  }

  @Test
  void file_that_is_too_deep_is_refused() {
    String deep = "{\"hosts\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";

    assertThatThrownBy(() -> read(deep)).isInstanceOf(BuildingException.class);
  }

  @Test
  void values_that_refer_to_each_other_in_a_circle_are_refused() {
    assertThatThrownBy(() -> read(GOOD.replace("\"M2\"", "\"${model}\"")))
        .isInstanceOf(BuildingException.class)
        .hasMessageContaining("refer to each other");
  }

  @Test
  void missing_file_is_refused() {
    assertThatThrownBy(() -> Building.read(folder.resolve("none.json")))
        .isInstanceOf(BuildingException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void damaged_files_give_a_building_or_a_refusal() throws Exception {
    Random random = new Random(66);
    byte[] document = GOOD.getBytes(StandardCharsets.UTF_8);
    byte[] lines = Files.readAllBytes(recorded());
    int refused = 0;
    for (int length = 0; length < document.length; length++) {
      refused += refusals(Arrays.copyOf(document, length), false);
    }
    for (int i = 0; i < 2_000; i++) {
      refused += refusals(flipped(document, random), false);
      refused += refusals(flipped(lines, random), true);
    }
    assertThat(refused).isGreaterThan(document.length);
  }

  private static int refusals(byte[] bytes, boolean lines) {
    try {
      Building building =
          lines ? BuildingReader.readLines(bytes) : BuildingReader.readDocument(bytes);
      assertThat(building.hosts()).isNotEmpty();
      return 0;
    } catch (BuildingException refusal) {
      assertThat(refusal.getMessage()).isNotBlank();
      return 1;
    }
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] wrong = bytes.clone();
    for (int i = 0; i < 3; i++) {
      wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return wrong;
  }

  private Building read(String json) throws Exception {
    Path file = folder.resolve("building.json");
    Files.writeString(file, json);
    return Building.read(file);
  }

  private static Path recorded() throws Exception {
    return Path.of(BuildingTest.class.getResource("recorded.jsonl").toURI());
  }
}
