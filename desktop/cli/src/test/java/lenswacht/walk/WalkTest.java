package lenswacht.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
                + "asset,joined_by,cautions\n")
        .containsPattern("127\\.75\\.0\\.12,[0-9A-F:]{17},camera,TruVision,Hikvision,")
        .containsPattern("127\\.75\\.0\\.54,.*,other,HP,HP,");
    assertThat(assets.out().lines().skip(1)).allMatch(line -> line.startsWith("127.75."));
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
