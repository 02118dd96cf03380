package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeVerbsTest {
  @TempDir Path folder;

  @Test
  void facts_are_rated_and_what_is_not_given_stays_open() throws IOException {
    Path facts = folder.resolve("facts.json");
    Files.writeString(facts, "{\"fr.enabled\":true,\"fr.review_before_go_live\":\"no\"}");

    Command rate = Command.run("rate", "--facts", facts.toString(), "--format", "csv");

    assertThat(rate.exitCode()).isZero();
    assertThat(rate.out())
        .contains("rating,ESPIONAGE,very low,very high")
        .contains("rating,PRIVACY,very high,very high,")
        .contains("factor,P_GATE,very high,very high,R31")
        .contains("control,NL-FR-1,,not satisfied,R31");
  }

  @Test
  void a_field_that_the_pack_does_not_have_is_a_usage_error() throws IOException {
    Path facts = folder.resolve("facts.json");
    Files.writeString(facts, "{\"fr.enabeld\":true}");
    assertThat(Command.run("rate", "--facts", facts.toString()).exitCode()).isEqualTo(2);
    Files.writeString(facts, "{");
    assertThat(Command.run("rate", "--facts", facts.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void feeds_are_held_against_the_edition_file_by_file() throws IOException {
    Files.writeString(
        folder.resolve("kev.json"),
        "{\"catalogVersion\":\"1\",\"vulnerabilities\":[{\"cveID\":\"CVE-2024-7029\","
            + "\"vendorProject\":\"AVTECH\",\"product\":\"x\",\"dateAdded\":\"2026-09-01\"}]}");
    Files.writeString(folder.resolve("old.json"), "{\"CVE_Items\":[]}");

    Command read = Command.run("knowledge", "import", folder.toString(), "--dry-run", "--json");

    assertThat(read.exitCode()).isZero();
    assertThat(read.out())
        .contains("kev.json")
        .contains("old format")
        .contains("CVE-2024-7029")
        .contains("exploited-since");
    assertThat(Command.run("knowledge", "import", folder.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void a_plan_needs_a_level_or_a_budget_but_not_both() {
    String file = folder.resolve("no.lenswacht").toString();
    assertThat(Command.run("plan", "--case", file).exitCode()).isEqualTo(2);
    assertThat(Command.run("plan", "--case", file, "--target", "low", "--budget", "5").exitCode())
        .isEqualTo(2);
    assertThat(Command.run("plan", "--case", file, "--target", "low").exitCode()).isEqualTo(2);
  }

  @Test
  void a_maker_is_printed_with_its_owners_and_old_sources_are_marked() {
    Command maker =
        Command.run("knowledge", "maker", "EZVIZ", "--on", "2026-11-21", "--format", "csv");

    assertThat(maker.exitCode()).isZero();
    assertThat(maker.out())
        .contains("maker,EZVIZ,CN,")
        .contains("owner,EZVIZ,Hikvision,")
        .contains("maker,Hikvision,\"CN, aandeel van een staat 42 %\",")
        .contains("2019-06-25,secondary,yes");
    Command text = Command.run("knowledge", "maker", "EZVIZ", "--on", "2026-11-21", "--lang", "en");
    assertThat(text.out())
        .contains("EZVIZ is held by Hikvision")
        .contains("CETHIK is held by CETC, 100 % [")
        .contains("law of CN:")
        .contains("programme of CN:")
        .contains("not verified here")
        .contains("over a year old");
    assertThat(Command.run("knowledge", "maker", "Nobody").exitCode()).isEqualTo(2);
  }

  @Test
  void a_stated_product_is_held_against_the_advisories() throws IOException {
    Path facts = folder.resolve("facts.json");
    Files.writeString(facts, "{}");
    Command rate =
        Command.run(
            "rate",
            "--facts",
            facts.toString(),
            "--format",
            "csv",
            "--maker",
            "Hikvision",
            "--model",
            "DS-2CD2032F-I",
            "--firmware",
            "V5.3.0 build 150513");
    assertThat(rate.exitCode()).as(rate.err()).isZero();
    assertThat(rate.out())
        .contains("advisory,CVE-2017-7921,confirmed,,")
        .containsPattern("advisory,CVE-2021-36260,possible,,.*What would decide")
        .contains("rule,R07,");
    Command open =
        Command.run(
            "rate",
            "--facts",
            facts.toString(),
            "--format",
            "csv",
            "--maker",
            "Hikvision",
            "--model",
            "DS-2CD2032F-I",
            "--firmware",
            "V5.4.0");
    assertThat(open.out())
        .containsPattern("advisory,CVE-2017-7921,not determined,,.*the day the firmware was built");
    assertThat(
            Command.run("rate", "--facts", facts.toString(), "--maker", "Axis", "--built", "soon")
                .exitCode())
        .isEqualTo(2);
  }
}
