package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lenswacht.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackVerbsTest {
  @TempDir Path folder;

  @Test
  void packs_are_listed_with_hash_and_signature() {
    Command list = Command.run("knowledge", "pack", "list", "--format", "csv");

    assertThat(list.exitCode()).as(list.err()).isZero();
    assertThat(list.out())
        .containsPattern("nl,Dutch camera pack,.*[0-9a-f]{64},unsigned")
        .contains("us,US pack")
        .contains("uk,")
        .contains("be,")
        .contains("eu-aia,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "us", "uk", "be", "eu-aia"})
  void facts_are_rated_under_each_pack(String pack) throws IOException {
    Path facts = folder.resolve("facts.json");
    Files.writeString(facts, "{\"site.class\":\"ministry\"}");

    Command rate =
        Command.run(
            "rate", "--facts", facts.toString(), "--pack", pack, "--maker", "EZVIZ", "--json");

    assertThat(rate.exitCode()).as(rate.err()).isZero();
    assertThat(rate.out())
        .contains("\"pack\" : \"" + pack + "\"")
        .contains("\"espionage\"")
        .contains("\"privacy\"")
        .contains("\"decidedBy\"")
        .contains("\"acceptableIf\"")
        .contains("\"notDetermined\"")
        .contains("\"coverage\"");
    assertThat(Command.run("knowledge", "pack", "show", pack).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, very high, moderate",
    "2, very high, moderate",
    "3, moderate,  low",
    "4, low,       low",
    "5, moderate,  very high",
    "6, very high, moderate"
  })
  void a_worked_case_comes_out_as_computed(int number, String espionage, String privacy)
      throws Exception {
    Path facts =
        Path.of(PackVerbsTest.class.getResource("/worked-cases/case-" + number + ".json").toURI());

    Command rate = Command.run("rate", "--facts", facts.toString(), "--format", "csv");

    assertThat(rate.out())
        .contains("rating,ESPIONAGE," + espionage + "," + espionage)
        .contains("rating,PRIVACY," + privacy + "," + privacy)
        .contains("coverage,100 %");
  }

  @Test
  void a_pack_of_ones_own_is_copied_signed_used_and_refused_once_touched() throws IOException {
    Path mine = folder.resolve("mine");
    Path facts = folder.resolve("facts.json");
    Files.writeString(facts, "{\"retention.days\":20,\"retention.incident_tagged\":\"no\"}");
    assertThat(Command.run("knowledge", "pack", "copy", "be", mine.toString()).exitCode()).isZero();
    change(mine.resolve("pack.csv"), "id,be", "id,ours");
    change(mine.resolve("conditions.csv"), "? 92 : 31", "? 14 : 14");
    Command sign =
        Command.run(
            "knowledge",
            "pack",
            "sign",
            mine.toString(),
            "--as",
            "Inkoop",
            "--key",
            folder.resolve("key").toString());
    assertThat(sign.exitCode()).as(sign.err()).isZero();
    String key = sign.out().strip().substring(sign.out().strip().length() - 16);

    Command rate = rate(facts, mine, key);
    assertThat(rate.exitCode()).as(rate.err()).isZero();
    assertThat(rate.out()).contains("\"pack\" : \"ours\"").contains("Inkoop").contains("BE10");
    assertThat(rate(facts, mine, "0000000000000000").exitCode()).isEqualTo(4);
    assertThat(verify(mine, key).exitCode()).isZero();
    assertThat(verify(mine, "0000000000000000").exitCode()).isEqualTo(4);

    change(mine.resolve("conditions.csv"), "? 14 : 14", "? 15 : 15");
    assertThat(rate(facts, mine, key).exitCode()).isEqualTo(4);
    assertThat(verify(mine, key).err()).contains("not those that were signed by Inkoop");
    Files.delete(mine.resolve("signature.csv"));
    assertThat(verify(mine, key).out()).contains("unsigned");
    assertThat(verify(mine, key).exitCode()).isEqualTo(4);

    change(mine.resolve("conditions.csv"), "? 15 : 15", "? fifteen : 15");
    Command check = Command.run("knowledge", "pack", "check", mine.toString(), "--format", "csv");
    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.out()).contains("conditions.csv,10,48,undeclared reference to 'fifteen'");
  }

  @Test
  void a_kept_assessment_is_recomputed_with_the_pack_it_was_made_with() throws Exception {
    Path file = folder.resolve("case.lenswacht");
    CaseFile.create(file, "Practice").close();
    for (String pack : List.of("nl", "us")) {
      Command assess = Command.run("assess", "--case", file.toString(), "--pack", pack);
      assertThat(assess.exitCode()).as(assess.err()).isZero();
    }

    Command again = Command.run("recompute", "--case", file.toString(), "--format", "csv");

    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    assertThat(again.out())
        .containsPattern("1,2026-11-nl\\+[0-9a-f]{16},.*,yes")
        .containsPattern("2,2026-11-us\\+[0-9a-f]{16},.*,yes");
    Command other = Command.run("recompute", "--case", file.toString(), "--pack", "be");
    assertThat(other.exitCode()).isEqualTo(6);
    assertThat(other.out()).contains("its edition is not here");
    assertThat(Command.run("recompute", "--case", file.toString(), "--number", "9").exitCode())
        .isEqualTo(2);
  }

  @Test
  void an_edition_of_ones_own_is_copied_signed_and_used() throws IOException {
    Path mine = folder.resolve("edition");
    Path facts = folder.resolve("facts.json");
    Files.writeString(facts, "{}");
    assertThat(Command.run("knowledge", "copy", mine.toString()).exitCode()).isZero();
    Command same = rateWith(facts, mine);
    assertThat(same.out()).contains("\"signed\" : \"unsigned\"");
    assertThat(same.out())
        .isEqualTo(Command.run("rate", "--facts", facts.toString(), "--json").out());

    change(mine.resolve("owners.csv"), "Pyronix,Hikvision", "Pyronix,Axis");
    Command sign =
        Command.run(
            "knowledge",
            "pack",
            "sign",
            mine.toString(),
            "--as",
            "Inkoop",
            "--key",
            folder.resolve("key").toString());
    assertThat(sign.exitCode()).as(sign.err()).isZero();
    assertThat(rateWith(facts, mine).out()).contains("Inkoop").isNotEqualTo(same.out());
    change(mine.resolve("owners.csv"), "Pyronix,Axis", "Pyronix,Canon");
    assertThat(rateWith(facts, mine).exitCode()).isEqualTo(4);
  }

  private static Command rateWith(Path facts, Path edition) {
    return Command.run(
        "rate", "--facts", facts.toString(), "--edition", edition.toString(), "--json");
  }

  @Test
  void a_pack_that_is_not_there_is_a_usage_error() throws IOException {
    Path facts = folder.resolve("facts.json");
    Files.writeString(facts, "{}");
    Command rate = Command.run("rate", "--facts", facts.toString(), "--pack", "nowhere");

    assertThat(rate.exitCode()).isEqualTo(2);
    assertThat(rate.err()).contains("there is no pack 'nowhere'").contains("eu-aia");
  }

  private static Command rate(Path facts, Path pack, String key) {
    return Command.run(
        "rate",
        "--facts",
        facts.toString(),
        "--pack",
        pack.toString(),
        "--pack-key",
        key,
        "--json");
  }

  private static Command verify(Path pack, String key) {
    return Command.run("knowledge", "pack", "verify", pack.toString(), "--by", key);
  }

  private static void change(Path file, String text, String instead) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, instead));
  }
}
