package lenswacht.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Imported;
import lenswacht.knowledge.Mark;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.feed.Changes.Change;
import lenswacht.knowledge.feed.Changes.Change.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedImportTest {
  private static final Edition EDITION = Edition.bundled();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String KEV =
      """
      {"catalogVersion":"1","dateReleased":"2026-09-02T00:00:00Z","vulnerabilities":[
        {"cveID":"CVE-2021-36260","vendorProject":"Hikvision","product":"x","dateAdded":"2022-01-10"},
        {"cveID":"CVE-2024-7029","vendorProject":"AVTECH","product":"x","dateAdded":"2026-09-01"},
        {"cveID":"CVE-1999-0001","vendorProject":"Other","product":"x","dateAdded":"2026-09-01"}]}
      """;

  @TempDir Path folder;
  @TempDir Path home;

  @Test
  void a_dry_run_says_what_would_change_and_changes_nothing() throws Exception {
    write("kev.json", KEV);
    write("cve.json", cve("CVE-2099-0001", "2026-01-01", "UR32L", "v32.3.0.5"));
    write("note.txt", "passed over");
    try (FeedImport feeds = new FeedImport(EDITION, home, TODAY)) {
      feeds.read(folder);
      FeedImport.Outcome outcome = feeds.dryRun();

      assertThat(feeds.files()).extracting(FeedFile::accepted).containsExactly(1, 3);
      assertThat(outcome.added()).isEqualTo(4);
      assertThat(outcome.changes().changes())
          .extracting(Change::cve, Change::what)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("CVE-2024-7029", What.EXPLOITED_SINCE),
              org.assertj.core.groups.Tuple.tuple("CVE-2099-0001", What.RANGES));
    }
    assertThat(home).isEmptyDirectory();
    assertThat(Edition.ofThisComputer(home).id()).isEqualTo(EDITION.id());
  }

  @Test
  void an_import_is_known_afterwards_with_where_it_was_read() throws Exception {
    write("kev.json", KEV);
    write("cve.json", cve("CVE-2099-0001", "2026-01-01", "MS-C2964", "51.7.0.77"));

    FeedImport.Outcome outcome = keep(folder);

    Edition now = Edition.ofThisComputer(home);
    assertThat(now.id()).isEqualTo(outcome.changes().after()).startsWith(EDITION.id() + "+");
    Advisory row = of(now, "CVE-2099-0001");
    assertThat(row.maker()).isEqualTo("Milesight");
    assertThat(row.models()).containsExactly("MS-C2964");
    assertThat(row.bound()).isEqualTo(Advisory.Bound.ONLY);
    assertThat(row.provenance().orElseThrow().file()).endsWith("cve.json");
    assertThat(row.provenance().orElseThrow().imported()).isEqualTo(TODAY);
    assertThat(of(now, "CVE-2024-7029").exploitedSince()).contains("2026-09-01");
    assertThat(now.advisories().mark("CVE-1999-0001")).isEmpty();
  }

  @Test
  void the_same_again_adds_nothing_and_writes_nothing() throws Exception {
    write("kev.json", KEV);
    keep(folder);
    Map<String, byte[]> before = bytes(home);

    FeedImport.Outcome again = keep(folder);

    assertThat(again.added() + again.changed()).isZero();
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(again.changes().changes()).isEmpty();
    assertThat(bytes(home)).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void a_later_statement_takes_the_place_of_an_earlier_one_whatever_comes_first() throws Exception {
    String early = cve("CVE-2099-0001", "2026-01-01", "MS-C2964", "51.7.0.77");
    String late = cve("CVE-2099-0001", "2026-02-01", "MS-C2964", "51.7.0.78");
    write("a/cve.json", early);
    write("b/cve.json", late);

    keep(folder.resolve("a"));
    assertThat(keep(folder.resolve("b")).changed()).isEqualTo(1);
    assertThat(keep(folder.resolve("a")).older()).isEqualTo(1);
    String hash = Edition.ofThisComputer(home).imported().orElseThrow().hash();

    assertThat(of(Edition.ofThisComputer(home), "CVE-2099-0001").from()).contains("51.7.0.78");
    Path other = Files.createDirectory(home.resolve("other"));
    try (FeedImport feeds = new FeedImport(EDITION, other, TODAY)) {
      feeds.read(folder.resolve("b"));
      feeds.read(folder.resolve("a"));
      feeds.keep();
    }
    assertThat(Edition.ofThisComputer(other).imported().orElseThrow().hash()).isEqualTo(hash);
  }

  @Test
  void an_edition_that_was_used_can_be_read_again_after_later_imports() throws Exception {
    write("a/cve.json", cve("CVE-2099-0001", "2026-01-01", "MS-C2964", "51.7.0.77"));
    keep(folder.resolve("a"));
    String first = Edition.ofThisComputer(home).imported().orElseThrow().hash();
    write("b/kev.json", KEV);
    keep(folder.resolve("b"));

    assertThat(Imported.read(home, first).advisories()).hasSize(1);
    assertThat(Imported.read(home, first).marks()).isEmpty();
  }

  @Test
  void what_was_imported_and_then_altered_is_not_used() throws Exception {
    write("kev.json", KEV);
    keep(folder);
    String hash = Edition.ofThisComputer(home).imported().orElseThrow().hash();
    Path marks = Imported.folder(home, hash).resolve("marks.csv");
    Files.writeString(marks, Files.readString(marks).replace("2026-09-01", "2026-09-03"));

    assertThatThrownBy(() -> Edition.ofThisComputer(home)).isInstanceOf(PackException.class);
  }

  @Test
  void an_import_that_breaks_off_leaves_what_was_there() throws Exception {
    write("kev.json", KEV);
    keep(folder);
    Map<String, byte[]> before = bytes(home);
    write("cve.json", cve("CVE-2099-0001", "2026-01-01", "MS-C2964", "51.7.0.77"));
    Path records;
    try (Stream<Path> files = Files.list(home)) {
      records = files.filter(file -> file.toString().endsWith(".gz")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(records);
    Files.write(records, new byte[] {1, 2, 3});

    assertThatThrownBy(() -> keep(folder)).isInstanceOf(IOException.class);

    Files.write(records, whole);
    assertThat(bytes(home)).usingRecursiveComparison().isEqualTo(before);
    assertThat(Edition.ofThisComputer(home).advisories().mark("CVE-2024-7029")).isPresent();
  }

  @Test
  void nothing_of_a_file_that_is_refused_at_its_end_is_kept() throws Exception {
    write("kev.json", KEV.replace("]}", "],,"));
    try (FeedImport feeds = new FeedImport(EDITION, home, TODAY)) {
      feeds.read(folder);
      assertThat(feeds.files().getFirst().refusal()).isPresent();
      assertThat(feeds.files().getFirst().accepted()).isZero();
      assertThat(feeds.keep().added()).isZero();
    }
    assertThat(Edition.ofThisComputer(home).id()).isEqualTo(EDITION.id());
  }

  @Test
  void packed_files_archives_arrays_and_lines_are_read_alike() throws Exception {
    String one = cve("CVE-2099-0001", "2026-01-01", "MS-C2964", "51.7.0.77").replace("\n", " ");
    String two = cve("CVE-2099-0002", "2026-01-01", "MS-C2964", "51.7.0.77").replace("\n", " ");
    write("array.json", "[" + one + "," + two + ",{\"x\":1}]");
    write("lines.jsonl", one + "\n" + two + "\n");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("one.json.gz")))) {
      out.write(one.getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("all.zip")))) {
      for (String name : List.of("x/one.json", "x/two.json", "x/readme.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((name.contains("one") ? one : two).getBytes(StandardCharsets.UTF_8));
      }
    }
    try (FeedImport feeds = new FeedImport(EDITION, home, TODAY)) {
      feeds.read(folder);
      assertThat(feeds.files())
          .extracting(file -> file.name().replaceFirst(".*[/!]", ""), FeedFile::accepted)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("array.json", 2),
              org.assertj.core.groups.Tuple.tuple("lines.jsonl", 2),
              org.assertj.core.groups.Tuple.tuple("one.json.gz", 1),
              org.assertj.core.groups.Tuple.tuple("one.json", 1),
              org.assertj.core.groups.Tuple.tuple("two.json", 1));
      assertThat(feeds.keep().added()).isEqualTo(2);
    }
  }

  @Test
  void files_that_say_where_advisories_lie_are_passed_over() throws Exception {
    write("provider-metadata.json", "{\"canonical_url\":\"x\",\"distributions\":[]}");
    write("feed.json", "{\"feed\":{}}");
    write("changes.csv", "\"2024/id.json\",\"2024-01-01T00:00:00Z\"\n");
    try (FeedImport feeds = new FeedImport(EDITION, home, TODAY)) {
      feeds.read(folder);
      assertThat(feeds.files())
          .allSatisfy(
              file -> {
                assertThat(file.kind()).isEqualTo(FeedFile.Kind.LISTING);
                assertThat(file.refusal()).isEmpty();
              });
    }
  }

  @Test
  void what_unpacks_out_of_proportion_is_refused() throws Exception {
    byte[] blanks = new byte[1024 * 1024];
    java.util.Arrays.fill(blanks, (byte) ' ');
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.json.gz")))) {
      for (int i = 0; i < 24; i++) {
        out.write(blanks);
      }
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("bomb.zip")))) {
      zip.putNextEntry(new ZipEntry("bomb.json"));
      for (int i = 0; i < 24; i++) {
        zip.write(blanks);
      }
    }
    write("torn.zip", "PK no more");
    write("torn.json.gz", "no gzip");
    try (FeedImport feeds = new FeedImport(EDITION, home, TODAY)) {
      feeds.read(folder);
      assertThat(feeds.files()).hasSize(4);
      assertThat(feeds.files()).allSatisfy(file -> assertThat(file.refusal()).isPresent());
      assertThat(feeds.files())
          .filteredOn(file -> file.name().contains("bomb"))
          .allSatisfy(file -> assertThat(file.refusal().orElse("")).contains("proportion"));
    }
  }

  @Test
  void names_that_stand_twice_and_other_encodings_are_refused() throws Exception {
    write(
        "twice.json",
        "{\"cveMetadata\":{\"cveId\":\"CVE-2099-0001\",\"cveId\":\"CVE-2099-0002\"}}");
    Files.write(
        folder.resolve("latin.json"),
        "{\"cveMetadata\":{\"cveId\":\"CVE-2099-0001\"},\"x\":\"\u00fc\"}"
            .getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        folder.resolve("latin.csv"),
        "cveID,vendorProject,product,dateAdded\nCVE-2021-36260,\u00fc,x,2022-01-10\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    try (FeedImport feeds = new FeedImport(EDITION, home, TODAY)) {
      feeds.read(folder);
      assertThat(feeds.files()).hasSize(3);
      assertThat(feeds.files())
          .allSatisfy(file -> assertThat(file.refusal()).as(file.name()).isPresent());
    }
  }

  @Test
  void many_records_give_the_same_edition_in_any_order_of_their_files() throws Exception {
    Random random = new Random(20_261_121);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      records.add(
          cve(
                  "CVE-2099-" + (1000 + random.nextInt(40)),
                  "2026-01-0" + (1 + random.nextInt(9)),
                  "MS-C" + random.nextInt(20),
                  "51.7.0." + random.nextInt(9))
              .replace("\n", " "));
    }
    List<String> hashes = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      Path place = Files.createDirectory(home.resolve("h" + round));
      Path feed = write("r" + round + "/x.jsonl", String.join("\n", records));
      try (FeedImport feeds = new FeedImport(EDITION, place, TODAY)) {
        feeds.read(feed);
        feeds.keep();
      }
      hashes.add(
          Files.readString(
                  Imported.folder(place, Imported.pointer(place).orElseThrow())
                      .resolve("ranges.csv"))
              .replaceAll(",[0-9a-f]{64}", ""));
      Collections.shuffle(records, random);
    }
    assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
  }

  @Test
  void estimates_carry_model_and_day() throws Exception {
    write(
        "epss.csv",
        "#model_version:v4,score_date:2026-08-22T00:00:00+0000\ncve,epss,percentile\n"
            + "CVE-2021-36260,0.944,0.9998\nCVE-1999-0001,0.1,0.2\n");
    keep(folder);

    assertThat(Edition.ofThisComputer(home).advisories().mark("CVE-2021-36260"))
        .flatMap(Mark::likelihood)
        .contains(new Mark.Likelihood("0.944", "0.9998", "v4", LocalDate.of(2026, 8, 22)));
  }

  private FeedImport.Outcome keep(Path from) throws IOException, FeedException {
    try (FeedImport feeds = new FeedImport(EDITION, home, TODAY)) {
      feeds.read(from);
      return feeds.keep();
    }
  }

  private static Advisory of(Edition edition, String cve) {
    return edition.advisories().all().stream()
        .filter(row -> row.cve().equals(cve))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, byte[]> bytes(Path folder) throws IOException {
    Map<String, byte[]> bytes = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  private static String cve(String number, String updated, String product, String version) {
    return """
        {"cveMetadata":{"cveId":"%s","state":"PUBLISHED","dateUpdated":"%sT00:00:00Z"},
         "containers":{"cna":{"affected":[{"vendor":"MILESIGHT","product":"%s","versions":[
            {"status":"affected","version":"%s"}]}]}}}
        """
        .formatted(number, updated, product, version);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
