package lenswacht.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lenswacht.casefile.CaseFile;
import lenswacht.cli.Command;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The walk that a newcomer takes: one visit to the practice building through all twelve files,
/// from the device program as a process of its own to the PDF, which is opened and read.
class WalkTest {
  private static final Path ROOT =
      Path.of(System.getProperty("lenswacht.root", "../..")).toAbsolutePath().normalize();

  @TempDir static Path folder;
  private static Command demo;
  private static Path out;

  @BeforeAll
  static void take_the_walk() {
    out = folder.resolve("demo");
    demo = Command.run("demo", "--headless", "--out", out.toString(), "--base", "127.75.0.0/16");
  }

  @Test
  void the_demo_ends_well_and_tells_each_step() {
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out()).isEmpty();
    assertThat(demo.err())
        .contains("pairing:", "mandate:", "journal:", "the chain is whole", "judged:", "report:");
  }

  @Test
  void the_device_and_the_console_showed_the_same_digits() {
    assertThat(demo.err()).containsPattern("console shows (\\d{8}), device shows \\1");
  }

  @Test
  void every_camera_is_found_with_its_true_maker() {
    var counts =
        Pattern.compile("of (\\d+) cameras.* (\\d+) were found, (\\d+) with their true maker")
            .matcher(demo.err());
    assertThat(counts.find()).as(demo.err()).isTrue();
    int there = Integer.parseInt(counts.group(1));
    assertThat(there).isGreaterThan(40);
    assertThat(Integer.parseInt(counts.group(2))).isEqualTo(there);
    assertThat(Integer.parseInt(counts.group(3))).isGreaterThanOrEqualTo(there * 9 / 10);
  }

  @Test
  void the_case_file_holds_the_visit_and_its_chain_verifies() throws Exception {
    try (CaseFile file = CaseFile.open(out.resolve("practice.lenswacht"))) {
      file.verify();
      assertThat(file.visits()).hasSize(1);
      assertThat(file.visits().getFirst().addresses()).isEqualTo(2 * 254);
    }
  }

  @Test
  void the_report_can_be_read_in_dutch_and_in_english() throws Exception {
    String dutch = text("report-nl.pdf");
    assertThat(dutch).contains("Beperkingen en dekking", "TruVision", "Hikvision");
    assertThat(dutch.indexOf("Beperkingen en dekking"))
        .as("limits come before findings")
        .isLessThan(dutch.indexOf("TruVision"));
    assertThat(text("report-en.pdf")).contains("TruVision", "Hikvision", "V5.7.17");
  }

  @Test
  void the_console_was_pictured_in_both_themes() throws IOException {
    for (String theme : List.of("light", "dark")) {
      BufferedImage picture = ImageIO.read(out.resolve("console-" + theme + ".png").toFile());
      assertThat(picture.getWidth()).isEqualTo(1440);
      Set<Integer> colours = new HashSet<>();
      for (int x = 0; x < picture.getWidth(); x += 3) {
        for (int y = 0; y < picture.getHeight(); y += 3) {
          colours.add(picture.getRGB(x, y));
        }
      }
      assertThat(colours).as(theme).hasSizeGreaterThan(50);
    }
  }

  @Test
  void the_table_of_assets_is_what_others_may_rely_on() {
    Command assets = command("assets", "--format", "csv");
    assertThat(assets.exitCode()).isZero();
    assertThat(assets.out())
        .startsWith(
            "address,mac,kind,brand,maker,model,firmware,build_date,confidence,"
                + "asset,joined_by,cautions,serial,sensors,channels,seen_through\n")
        .containsPattern("127\\.75\\.0\\.12,[0-9A-F:]{17},camera,TruVision,Hikvision,")
        .containsPattern("127\\.75\\.0\\.54,.*,other,HP,HP,")
        .containsPattern("127\\.75\\.1\\.60,.*,camera,Dahua,.*,4 \\(certain\\),,\n")
        .contains("\"8 (direct 2, through 2, free 1, not seen 3)\"");
    assertThat(assets.out().lines().skip(1))
        .allMatch(line -> line.startsWith("127.75.") || line.endsWith(",127.75.1.61"));
  }

  @Test
  void a_camera_behind_a_recorder_is_listed_and_not_rated_as_fine() throws Exception {
    String behind = "127.75.1.61/192.168.254.3";
    assertThat(command("assets", "--format", "csv").out()).contains("," + behind + ",");
    assertThat(command("assess", "--format", "csv").out())
        .containsPattern(Pattern.quote(behind) + ",camera,[^,]*,[^,]*,(?!low,|very_low,)");
    assertThat(command("explain", "--asset", "127.75.1.61", "--lang", "en").out())
        .contains("channel 1 (Hall): 127.75.1.10, seen directly too (certain)")
        .contains("channel 3 (Archive): " + behind + ", seen only through this (likely)")
        .contains("channel 5: free, by its own word")
        .contains("2 channels more, of which nothing was told");
    assertThat(text("report-nl.pdf")).contains("Kanalen van recorders", "192.168.254.3");
    assertThat(text("report-en.pdf")).contains("Channels of recorders", "192.168.254.3");
  }

  @Test
  void no_serial_number_of_the_building_stands_in_anything_that_people_are_shown()
      throws Exception {
    List<String> shown = new ArrayList<>();
    shown.add(demo.err());
    for (String format : List.of("csv", "json", "table")) {
      shown.add(command("assets", "--format", format).out());
      shown.add(command("findings", "--format", format).out());
      shown.add(command("assess", "--format", format).out());
    }
    for (String asset : List.of("0.2", "0.9", "0.10", "0.20", "0.23", "1.10", "1.60", "1.61")) {
      for (String language : List.of("nl", "en")) {
        shown.add(command("explain", "--asset", "127.75." + asset, "--lang", language).out());
      }
    }
    shown.add(text("report-nl.pdf"));
    shown.add(text("report-en.pdf"));
    shown.addAll(ConsoleWords.of(out.resolve("practice.lenswacht")));
    List<String> serials = serials();
    assertThat(serials).hasSizeGreaterThan(40);
    for (String text : shown) {
      assertThat(text).isNotBlank();
      String upper = text.toUpperCase(Locale.ROOT);
      assertThat(serials).allMatch(serial -> !upper.contains(serial), "does not stand there");
    }
    assertThat(shown.getLast()).containsPattern("#[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
  }

  /// Every serial number that a machine of the practice building gives.
  private static List<String> serials() throws IOException {
    String building =
        Files.readString(
            ROOT.resolve(
                "device/simulator/src/main/resources/lenswacht/simulator/practice-building.json"));
    Stream<String> given =
        Pattern.compile("\"serial\\\\?\": ?\\\\?\"([^\"\\\\$]{6,})")
            .matcher(building)
            .results()
            .map(found -> found.group(1));
    Stream<String> hardware =
        Pattern.compile("\"use\": \\[\"axis\".{1,600}?\"mac\": \"([0-9A-F:]+)\"")
            .matcher(building)
            .results()
            .map(found -> found.group(1).replace(":", ""));
    return Stream.concat(given, hardware)
        .map(serial -> serial.toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  @Test
  void a_camera_behind_a_mapping_is_reached_from_the_internet_hop_by_hop() {
    Command exposure = command("exposure", "--format", "csv");
    assertThat(exposure.exitCode()).isZero();
    assertThat(exposure.out())
        .startsWith(
            "asset,level,not_ruled_out,internet,relay,building,way_out,from,open,path,evidence,"
                + "gaps\n")
        .containsPattern(
            "127\\.75\\.1\\.10,internet,,yes,[^\\n]*,internet,yes,internet > 203\\.0\\.113\\.24:8554/tcp"
                + " > gateway 127\\.75\\.0\\.1 > 127\\.75\\.1\\.10:554/tcp,[0-9a-f ]+,")
        .doesNotContain(",isolated,");
    Command json = command("exposure", "--format", "json");
    assertThat(json.exitCode()).isZero();
    assertThat(json.out()).contains("\"way\" : \"mapping\"", "\"seen\" : \"");
  }

  @Test
  void an_asset_is_explained_from_its_bytes_in_dutch_and_in_english() {
    Command english = command("explain", "--asset", "127.75.0.12", "--lang", "en");
    assertThat(english.exitCode()).as(english.err()).isZero();
    assertThat(english.out())
        .contains("The label says TruVision, the evidence says Hikvision.")
        .contains("Maker: Hikvision (certain)")
        .contains("  for: Hikvision")
        .containsPattern("evidence [0-9a-f]{8}, .* on 127\\.75\\.0\\.12:\\d+")
        .containsPattern("bytes \\d+ to \\d+ of \\d+: .*\u00bb.+\u00ab");
    Command dutch = command("explain", "--asset", "127.75.0.12");
    assertThat(dutch.out()).contains("Het label zegt TruVision, het bewijs zegt Hikvision.");
    String first =
        command("assets", "--format", "csv").out().lines().skip(1).findFirst().orElse("");
    assertThat(command("explain", "--asset", "1").out()).contains(first.split(",")[0]);
    assertThat(command("explain", "--asset", "10.9.9.9").exitCode()).isEqualTo(2);
  }

  @Test
  void advisories_on_a_model_are_answered_with_what_would_decide() throws Exception {
    String answers =
        command("assets", "--format", "csv")
            .out()
            .lines()
            .skip(1)
            .map(row -> row.split(",")[0])
            .distinct()
            .limit(14)
            .map(address -> command("explain", "--asset", address, "--lang", "en").out())
            .reduce("", String::concat);
    assertThat(answers)
        .contains("Advisories on this model", "Does not apply: CVE-", "What would decide: ");
    assertThat(text("report-en.pdf")).contains("What published advisories mean for these assets");
  }

  @Test
  void a_level_that_is_reached_gives_its_exit_code() {
    assertThat(command("assess", "--fail-on", "very_low").exitCode()).isEqualTo(3);
    assertThat(command("findings", "--lang", "en", "--format", "json").exitCode()).isZero();
  }

  @Test
  void the_readme_lists_the_twelve_files_and_they_are_there() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    List<String> walk =
        Pattern.compile("(?m)^\\d+\\. \\[\\w+]\\(([^)]+)\\)")
            .matcher(readme)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(walk).hasSize(12).allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
  }

  private static Command command(String verb, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = verb;
    arguments[1] = "--case";
    arguments[2] = out.resolve("practice.lenswacht").toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Command.run(arguments);
  }

  private static String text(String pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(out.resolve(pdf).toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
