package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import lenswacht.casefile.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorVerbsTest {
  @TempDir private Path folder;

  private String file = "";
  private String plan = "";

  @BeforeEach
  void a_case_and_a_plan() throws Exception {
    Path path = folder.resolve("case.lenswacht");
    CaseFile.create(path, "Stadhuis").close();
    file = path.toString();
    Path png = folder.resolve("Begane grond.png");
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY), "png", png.toFile());
    plan = png.toString();
  }

  private Command floor(String verb, String... arguments) {
    return run("floor", verb, arguments);
  }

  private Command sight(String verb, String... arguments) {
    return run("sight", verb, arguments);
  }

  private Command run(String group, String verb, String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = group;
    all[1] = verb;
    all[2] = "--case";
    all[3] = file;
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return Command.run(all);
  }

  @Test
  void a_plan_goes_in_gets_its_scale_and_comes_out_as_svg_and_pdf() throws Exception {
    Command in = floor("import", plan, "--by", "J. Jansen");
    assertThat(in.exitCode()).as(in.err()).isZero();
    assertThat(in.out()).contains("Begane grond: 400 by 300 pixels");
    assertThat(
            floor("scale", "--floor", "Begane grond", "--metres", "20", "--by", "J. Jansen")
                .exitCode())
        .isZero();

    Path svg = folder.resolve("plan.svg");
    Path pdf = folder.resolve("plan.pdf");
    assertThat(floor("export", "--out", svg.toString()).exitCode()).isZero();
    assertThat(floor("export", "--out", pdf.toString(), "--lang", "en").exitCode()).isZero();
    assertThat(Files.readString(svg)).contains("De plattegrond is op schaal", "data:image/png");
    assertThat(Files.size(pdf)).isGreaterThan(5_000);
    assertThat(floor("list", "--format", "csv").out()).startsWith("floor,number,asset,product,x,y");
  }

  @Test
  void what_cannot_be_is_refused_with_a_sentence() throws Exception {
    Path text = Files.writeString(folder.resolve("plan.pdf"), "no plan at all");
    Command wrong = floor("import", text.toString(), "--by", "J");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("neither a PDF file nor a PNG or JPEG");
    assertThat(floor("export", "--out", "x.svg").err()).contains("there is no floor");
    floor("import", plan, "--by", "J");
    assertThat(
            floor(
                    "place",
                    "--asset",
                    "10.0.0.1",
                    "--floor",
                    "Begane grond",
                    "--at",
                    "1,1",
                    "--by",
                    "J")
                .err())
        .contains("there is no asset '10.0.0.1'");
    assertThat(
            floor(
                    "scale",
                    "--floor",
                    "Begane grond",
                    "--from",
                    "900,1",
                    "--metres",
                    "5",
                    "--by",
                    "J")
                .err())
        .contains("give X,Y within 400,300 pixels");
    assertThat(sight("link", "s9", "--not-found", "--by", "J").err())
        .contains("there is no sighting 's9'");
  }

  @Test
  void what_was_seen_and_what_paper_says_are_held_against_each_other() throws Exception {
    Command first = sight("add", "--place", "hal", "--looks", "koepel", "--by", "J");
    assertThat(first.out().strip()).isEqualTo("s1");
    assertThat(sight("walked", "kelder", "--by", "J").exitCode()).isZero();
    Path list = Files.writeString(folder.resolve("lijst.csv"), "Nr;Merk;Plek\nC1;Axis;hal\n");
    assertThat(sight("import", list.toString(), "--by", "J").out()).contains("lijst.csv: 1 rows");
    assertThat(sight("link", "s1", "--row", "lijst.csv#C1", "--by", "J").exitCode()).isZero();

    Command known = sight("reconcile", "--format", "csv");
    assertThat(known.exitCode()).as(known.err()).isZero();
    assertThat(known.out()).contains("paper-seen,,lijst.csv#C1,s1,linked by hand");
    assertThat(known.err()).contains("On the network: not looked at");
    assertThat(sight("list", "--format", "csv").out())
        .contains("s1,,,,hal,koepel,,,,,,on-paper,lijst.csv#C1")
        .contains(",kelder,,,,,,,,,,walked,");
  }
}
