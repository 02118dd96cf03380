package lenswacht.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.feed.FeedImport.Change.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedImportTest {
  private static final Edition EDITION = Edition.bundled();

  @TempDir Path folder;

  @Test
  void a_dry_run_says_what_would_change_and_changes_nothing() throws IOException {
    Files.writeString(
        folder.resolve("kev.json"),
        """
        {"catalogVersion":"1","vulnerabilities":[
          {"cveID":"CVE-2021-36260","vendorProject":"Hikvision","product":"x","dateAdded":"2022-01-10"},
          {"cveID":"CVE-2024-7029","vendorProject":"AVTECH","product":"x","dateAdded":"2026-09-01"},
          {"cveID":"CVE-1999-0001","vendorProject":"Other","product":"x","dateAdded":"2026-09-01"}]}
        """);
    Files.writeString(
        folder.resolve("cve.json"),
        """
        {"cveMetadata":{"cveId":"CVE-2099-0001","state":"PUBLISHED"},"containers":{"cna":{
          "affected":[{"vendor":"MILESIGHT","product":"UR32L","versions":[
            {"status":"affected","version":"v32.3.0.5"}]}]}}}
        """);
    Files.writeString(folder.resolve("note.txt"), "passed over");
    FeedImport feeds = new FeedImport(EDITION);

    feeds.read(folder);

    assertThat(feeds.files()).hasSize(2);
    assertThat(feeds.changes().exploited()).isEqualTo(3);
    assertThat(feeds.changes().edition()).isEqualTo(EDITION.id());
    assertThat(feeds.changes().changes())
        .extracting(FeedImport.Change::cve, FeedImport.Change::what)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CVE-2024-7029", What.EXPLOITED_SINCE),
            org.assertj.core.groups.Tuple.tuple("CVE-2099-0001", What.NEW));
    assertThat(Edition.bundled().id()).isEqualTo(EDITION.id());
  }

  @Test
  void the_same_files_give_the_same_changes() throws IOException {
    Files.writeString(
        folder.resolve("a.json"),
        "{\"catalogVersion\":\"1\",\"vulnerabilities\":[{\"cveID\":\"CVE-2018-9995\","
            + "\"vendorProject\":\"TBK\",\"product\":\"x\",\"dateAdded\":\"2026-09-01\"}]}");
    FeedImport once = new FeedImport(EDITION);
    FeedImport again = new FeedImport(EDITION);

    once.read(folder);
    again.read(folder);

    assertThat(once.changes()).isEqualTo(again.changes());
    assertThat(once.files()).isEqualTo(again.files());
  }
}
