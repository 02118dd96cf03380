package lenswacht.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import lenswacht.knowledge.feed.FeedFile.Hash;
import lenswacht.knowledge.feed.FeedFile.Kind;
import lenswacht.knowledge.feed.FeedFile.Signature;
import lenswacht.knowledge.feed.StatedRange.Shape;
import lenswacht.knowledge.feed.StatedRange.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedReaderTest {
  private static final String KEV =
      """
      {"catalogVersion":"1","count":2,"vulnerabilities":[
        {"cveID":"CVE-2021-36260","vendorProject":"Hikvision","product":"x","dateAdded":"2022-01-10"},
        {"cveID":"none","dateAdded":"2022-01-10"},
        {"cveID":"CVE-2021-33044","vendorProject":"Dahua","product":"y","dateAdded":"2024-08-21",
         "knownRansomwareCampaignUse":"Unknown","cwes":["CWE-287"]}]}
      """;
  private static final String NVD =
      """
      {"format":"NVD_CVE","version":"2.0","vulnerabilities":[{"cve":{
        "id":"CVE-2020-25078","published":"2020-09-02T15:15:10","vulnStatus":"Analyzed",
        "metrics":{"cvssMetricV31":[{"source":"nvd@nist.gov",
          "cvssData":{"version":"3.1","vectorString":"CVSS:3.1/AV:N","baseScore":7.5}}]},
        "configurations":[{"nodes":[{"cpeMatch":[
          {"vulnerable":true,"criteria":"cpe:2.3:o:dlink:dcs-2530l_firmware:*:*:*:*:*:*:*:*",
           "versionEndExcluding":"1.06.01"},
          {"vulnerable":true,"criteria":"cpe:2.3:o:dlink:dcs-x_firmware:*:*:*:*:*:*:*:*",
           "versionEndExcluding":"2019-08-18"},
          {"vulnerable":true,"criteria":"cpe:2.3:o:dlink:dcs-y_firmware:-:*:*:*:*:*:*:*"},
          {"vulnerable":false,"criteria":"cpe:2.3:h:dlink:dcs-2530l:-:*:*:*:*:*:*:*"}]}]}]}}]}
      """;
  private static final String CVE =
      """
      {"dataType":"CVE_RECORD","dataVersion":"5.1","cveMetadata":{"cveId":"CVE-2023-28811",
       "state":"PUBLISHED","datePublished":"2023-11-23T00:00:00"},
       "containers":{"cna":{"providerMetadata":{"shortName":"maker"},
         "metrics":[{"cvssV3_1":{"version":"3.1","vectorString":"v","baseScore":6.1}}],
         "affected":[{"vendor":"Hikvision","product":"NVR","versions":[
           {"status":"affected","version":"V4.1.60","lessThan":"V4.31.000"},
           {"status":"affected","version":"Versions which build time before 2023/12/13"},
           {"status":"affected","version":"All but those of the customer's own"},
           {"status":"affected","version":"V5","lessThan":"V5"}]}]},
         "adp":[{"providerMetadata":{"shortName":"adp"},
           "affected":[{"vendor":"hikvision","product":"nvr","defaultStatus":"unknown"}]}]}}
      """;
  private static final String CSAF =
      """
      {"document":{"csaf_version":"2.0","category":"csaf_vex","publisher":{"name":"P"},
        "tracking":{"id":"ID-1","current_release_date":"2024-02-03T00:00:00Z"}},
       "product_tree":{"branches":[{"category":"vendor","name":"Dahua","branches":[
         {"category":"product_name","name":"IPC","branches":[
           {"category":"product_version_range","name":"<2.840","product":{"name":"a","product_id":"1"}},
           {"category":"product_version","name":"2.840","product":{"name":"b","product_id":"2"}}]}]}]},
       "vulnerabilities":[{"cve":"CVE-2021-33044","product_status":{"known_affected":["1"],
         "fixed":["2"],"under_investigation":["9"]},
         "remediations":[{"category":"no_fix_planned"}]}]}
      """;

  @TempDir Path folder;

  @Test
  void list_of_exploited_is_read_and_a_bad_part_does_not_stop_it() throws IOException {
    List<Statement> read = new ArrayList<>();

    FeedFile file = read(file("kev.json", KEV), read);

    assertThat(file.kind()).isEqualTo(Kind.KEV);
    assertThat(file.refusal()).isEmpty();
    assertThat(file.accepted()).isEqualTo(2);
    assertThat(file.refused()).containsExactly("part 2: there is no CVE number under 'cveID'");
    assertThat(read).extracting(Statement::cve).containsExactly("CVE-2021-36260", "CVE-2021-33044");
  }

  @Test
  void list_of_exploited_is_read_from_rows_too() throws IOException {
    List<Statement> read = new ArrayList<>();
    String rows =
        """
        cveID,vendorProject,product,vulnerabilityName,dateAdded
        CVE-2021-36260,Hikvision,"a, b",n,2022-01-10
        CVE-2021-36261,Hikvision,x,n,soon
        """;

    FeedFile file = read(file("kev.csv", rows), read);

    assertThat(file.kind()).isEqualTo(Kind.KEV);
    assertThat(read).hasSize(1);
    assertThat(file.refused()).containsExactly("line 3: there is no day under 'dateAdded'");
  }

  @Test
  void a_day_in_the_place_of_a_version_stays_a_day() throws IOException {
    Statement.Vulnerability read = (Statement.Vulnerability) only("nvd.json", NVD);

    assertThat(read.ranges())
        .extracting(StatedRange::shape)
        .containsExactly(Shape.VERSION, Shape.BUILD_DAY, Shape.ANY);
    assertThat(read.ranges().getFirst().below()).isEqualTo("1.06.01");
    assertThat(read.scores()).extracting(Statement.Score::source).containsExactly("nvd@nist.gov");
  }

  @Test
  void words_that_are_not_understood_keep_the_product_without_a_range() throws IOException {
    Statement.Vulnerability read = (Statement.Vulnerability) only("cve.json", CVE);

    assertThat(read.ranges())
        .extracting(StatedRange::shape)
        .containsExactly(Shape.VERSION, Shape.BUILD_DAY, Shape.PROSE, Shape.VERSION, Shape.ANY);
    assertThat(read.ranges().get(3).from()).as("an empty interval is open below").isEmpty();
    assertThat(read.ranges().get(4).subject().status()).isEqualTo(Status.NOT_DETERMINED);
  }

  @Test
  void status_of_a_product_in_a_vex_document_is_kept() throws IOException {
    Statement.Advised read = (Statement.Advised) only("csaf.json", CSAF);

    assertThat(read.category()).isEqualTo("csaf_vex");
    assertThat(read.noFixPlanned()).isTrue();
    assertThat(read.ranges())
        .extracting(
            range -> range.subject().vendor(),
            StatedRange::below,
            range -> range.subject().status())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Dahua", "2.840", Status.AFFECTED),
            org.assertj.core.groups.Tuple.tuple("Dahua", "", Status.FIXED),
            org.assertj.core.groups.Tuple.tuple("", "", Status.INVESTIGATED));
  }

  @Test
  void scores_keep_their_model_and_day() throws IOException {
    String rows = "#model_version:v4,score_date:2026-08-22T00:00:00+0000\ncve,epss,percentile\n";
    List<Statement> read = new ArrayList<>();

    FeedFile file = read(file("epss.csv", rows + "CVE-2021-36260,0.944,0.99987\nx,1,1\n"), read);

    assertThat(read).extracting(Statement::cve).containsExactly("CVE-2021-36260");
    assertThat(((Statement.Likelihood) read.getFirst()).model()).isEqualTo("v4");
    assertThat(file.refused()).hasSize(1);
  }

  @Test
  void old_and_foreign_formats_are_refused_with_a_reason() throws IOException {
    assertRefused("old.json", "{\"CVE_data_version\":\"4.0\",\"CVE_Items\":[]}", "old format");
    assertRefused("list.json", "[]", "no record of a kind");
    assertRefused("text.json", "\"x\"", "no object");
    assertRefused("other.json", "{\"a\":1}", "no kind that is known");
    assertRefused("broken.json", "{\"document\":", "not JSON");
    assertRefused("csaf9.json", "{\"document\":{\"csaf_version\":\"9\"}}", "version '9'");
    assertRefused("head.csv", "#model_version:v4,score_date:2026-08-22\na,b,c\n", "headings");
    assertRefused("day.csv", "cve,epss,percentile\n", "model and the day");
    assertRefused("long.csv", "#".repeat(1000), "longer than");
  }

  @Test
  void hash_beside_a_file_is_held_against_its_bytes() throws IOException, NoSuchAlgorithmException {
    Path file = file("csaf.json", CSAF);
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
    file("csaf.json.sha512", HexFormat.of().formatHex(hash) + "  csaf.json\n");

    assertThat(read(file, new ArrayList<>()).check().hash()).isEqualTo(Hash.FITS);

    file("csaf.json", CSAF + " ");
    FeedFile changed = read(file, new ArrayList<>());
    assertThat(changed.check().hash()).isEqualTo(Hash.DIFFERS);
    assertThat(changed.check().signature()).isEqualTo(Signature.NONE);
    assertThat(changed.accepted()).isZero();
    assertThat(changed.refusal()).isPresent();
  }

  @Test
  void deep_trees_and_huge_texts_are_refused() throws IOException {
    assertRefused("deep.json", "{\"document\":" + "[".repeat(200), "not JSON");
    String branches = "{\"branches\":[".repeat(25) + "]}".repeat(25);
    assertRefused(
        "tree.json",
        "{\"document\":{\"csaf_version\":\"2.0\"},\"product_tree\":" + branches + "}",
        "deeper than");
    assertRefused("text.json", "{\"cveMetadata\":\"" + "x".repeat(5_000_000) + "\"}", "not JSON");
  }

  @Test
  void damaged_files_end_in_an_answer() throws IOException {
    Random random = new Random(20_260_822);
    for (String whole : List.of(KEV, NVD, CVE, CSAF)) {
      for (int round = 0; round < 150; round++) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int flip = 0; flip < 3; flip++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = folder.resolve("damaged.json");
        Files.write(file, bytes);
        assertThat(read(file, new ArrayList<>()).name()).endsWith("damaged.json");
      }
    }
  }

  private void assertRefused(String name, String text, String reason) throws IOException {
    FeedFile file = read(file(name, text), new ArrayList<>());
    assertThat(file.refusal().orElse("read")).as(name).contains(reason);
    assertThat(file.accepted()).isZero();
  }

  private Statement only(String name, String text) throws IOException {
    List<Statement> read = new ArrayList<>();
    FeedFile file = read(file(name, text), read);
    assertThat(file.refusal()).isEmpty();
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private static FeedFile read(Path file, List<Statement> into) {
    Statements statements = new Statements(FeedReader.mapper());
    return new FeedReader(new SignatureKeys())
        .read(
            new FeedSource.OnDisk(file),
            record -> {
              try {
                into.addAll(statements.of(record));
              } catch (FeedException e) {
                throw new AssertionError("a record that was taken states nothing", e);
              }
            });
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
