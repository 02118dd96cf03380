package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lenswacht.casefile.CaseFile;
import lenswacht.product.sheet.SheetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuyingVerbsTest {
  @TempDir private Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String newCase() throws Exception {
    Path path = folder.resolve("case.lenswacht");
    CaseFile.create(path, "Stadhuis").close();
    return path.toString();
  }

  @Test
  void a_list_comes_back_in_its_own_format_with_four_columns_more() throws Exception {
    String list =
        write("list.csv", "Merk;Type;Opmerking\nAxis;P3245-LVE;\"a;b\"\nHikvison;DS-2CD2032F-I;\n");
    Path out = folder.resolve("out.csv");

    Command products = Command.run("products", list, "--pack", "nl", "--out", out.toString());

    assertThat(products.exitCode()).as(products.err()).isZero();
    assertThat(products.err()).contains("1 recognised, 1 likely");
    List<List<String>> rows = SheetFile.open(out).rows();
    assertThat(rows.getFirst())
        .containsExactly(
            "Merk", "Type", "Opmerking", "Spionage", "Privacy", "Reden", "Datum van de bron");
    assertThat(rows.get(1)).startsWith("Axis", "P3245-LVE", "a;b").hasSize(7);
    assertThat(
            Command.run("products", list, "--out", folder.resolve("x.ods").toString()).exitCode())
        .isEqualTo(2);
    assertThat(Command.run("products", list, "--pack", "mars").exitCode()).isEqualTo(2);
  }

  @Test
  void a_dry_run_writes_neither_list_nor_annex() throws Exception {
    String list = write("list.csv", "Merk,Type\nAxis,P3245-LVE\n");
    Path out = folder.resolve("dry.csv");
    assertThat(Command.run("products", list, "--dry-run", "--out", out.toString()).exitCode())
        .isZero();
    assertThat(out).doesNotExist();
  }

  @Test
  void a_questionnaire_goes_out_and_comes_back() throws Exception {
    String file = newCase();
    Command asked = Command.run("questions", "--case", file, "--lang", "en", "--format", "csv");
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("What kind of place is this?", "R20 R21 R22");

    String sheet =
        write(
            "a.csv",
            "field,state,value\nsite.class,,ministry\nfr.enabled,answered,nee\ndpia.current,unknown,\n");
    Command answers = Command.run("answers", "--case", file, "--file", sheet, "--by", "J. Jansen");
    assertThat(answers.exitCode()).as(answers.err()).isZero();
    Command again = Command.run("questions", "--case", file, "--format", "csv");
    assertThat(again.out())
        .containsPattern("site.class,.*,answered,ministry,J. Jansen,")
        .containsPattern("fr.live,.*,not-applicable,");
    String wrong = write("w.csv", "field,state,value\nsite.class,,moon\n");
    assertThat(Command.run("answers", "--case", file, "--file", wrong).exitCode()).isEqualTo(2);
  }

  @Test
  void own_prices_replace_placeholders_and_the_rest_stays_marked() throws Exception {
    Path prices = folder.resolve("prices.csv");
    assertThat(Command.run("prices", "--out", prices.toString()).exitCode()).isZero();
    String filled =
        Files.readString(prices).replaceFirst("(?m)^(M02,.*),,,$", "$1,900,quotation 7,2026-11-01");
    Files.writeString(prices, filled);
    Command plan =
        Command.run(
            "plan",
            "--case",
            newCase(),
            "--target",
            "low",
            "--prices",
            prices.toString(),
            "--json");
    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("\"reached\" : true", "\"front\"");
    Files.writeString(prices, filled.replace("quotation 7", ""));
    assertThat(
            Command.run(
                    "plan",
                    "--case",
                    folder.resolve("case.lenswacht").toString(),
                    "--target",
                    "low",
                    "--prices",
                    prices.toString())
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void a_register_is_exported_and_imported() throws Exception {
    String file = newCase();
    Command add =
        Command.run(
            "biometric",
            "add",
            "--case",
            file,
            "--name",
            "Deur",
            "--kind",
            "door-terminal",
            "--set",
            "regime=avg",
            "--set",
            "review_outcome=none",
            "--by",
            "J. Jansen");
    assertThat(add.exitCode()).as(add.err()).isZero();
    Path sheet = folder.resolve("register.csv");
    assertThat(
            Command.run("biometric", "export", "--case", file, "--out", sheet.toString())
                .exitCode())
        .isZero();
    assertThat(Command.run("biometric", "remove", "Deur", "--case", file, "--by", "X").exitCode())
        .isZero();
    Command imported =
        Command.run("biometric", "import", sheet.toString(), "--case", file, "--by", "X");
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    Command listed = Command.run("biometric", "list", "--case", file, "--format", "csv");
    assertThat(listed.out()).contains("Deur,door-terminal", "NL-FR-1=not-satisfied", "R31");
    assertThat(
            Command.run(
                    "biometric",
                    "add",
                    "--case",
                    file,
                    "--name",
                    "x",
                    "--kind",
                    "server",
                    "--set",
                    "regime=moon",
                    "--by",
                    "X")
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void one_case_compared_with_itself_shows_that_decisions_hold() throws Exception {
    String file = newCase();
    assertThat(
            Command.run("remedies", "--case", file, "--set", "M07=agreed", "--by", "X").exitCode())
        .isZero();
    assertThat(
            Command.run("remedies", "--case", file, "--set", "M07=proven", "--by", "X").exitCode())
        .isEqualTo(2);
    Command compare = Command.run("compare", file, file, "--lang", "en", "--format", "csv");
    assertThat(compare.exitCode()).as(compare.err()).isZero();
    assertThat(compare.out()).contains("decisions,M07,holds,");
    assertThat(compare.err()).contains("on site: 0", "in the rules: 0");
  }
}
