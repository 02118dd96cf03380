package lenswacht.assessment.advisory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import lenswacht.fingerprint.FirmwareGrammar;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.feed.FeedException;
import lenswacht.knowledge.feed.FeedImport;

/// Records of feeds, made for a test, and a judge who knows the edition with them.
final class ImportedFeed {
  private static final Edition BUNDLED = Edition.bundled();
  private static final FirmwareGrammar GRAMMAR = FirmwareGrammar.bundled();

  private final Path folder;
  private int files;

  ImportedFeed(Path folder) {
    this.folder = folder;
  }

  /// A CVE record of one product.
  ///
  /// @param versions the entries of its list of versions, without their brackets
  ImportedFeed cve(String number, String vendor, String product, String versions)
      throws IOException {
    return add(
        """
        {"cveMetadata":{"cveId":"%s","state":"PUBLISHED","dateUpdated":"2026-01-01T00:00:00Z"},
         "containers":{"cna":{"providerMetadata":{"shortName":"cna"},
          "affected":[{"vendor":"%s","product":"%s","versions":[{%s}]}]}}}
        """
            .formatted(number, vendor, product, versions));
  }

  /// An NVD record of one product.
  ///
  /// @param version version of the criteria, `*` or `-`
  /// @param ends further fields of the match, each with a comma before it
  ImportedFeed nvd(String number, String vendor, String product, String version, String ends)
      throws IOException {
    return add(
        """
        {"cve":{"id":"%s","vulnStatus":"Analyzed","lastModified":"2026-01-01T00:00:00.000",
          "configurations":[{"nodes":[{"cpeMatch":[{"vulnerable":true,
           "criteria":"cpe:2.3:o:%s:%s_firmware:%s:*:*:*:*:*:*:*"%s}]}]}]}}
        """
            .formatted(number, vendor, product, version, ends));
  }

  /// A VEX document on one product.
  ///
  /// @param publisher category of its publisher: `vendor`, `coordinator`
  /// @param version name of its branch; a range where it has a comparison
  ImportedFeed vex(
      String number, String publisher, String maker, String model, String version, String status)
      throws IOException {
    String kind = version.matches("[0-9V].*") ? "product_version" : "product_version_range";
    return add(
        """
        {"document":{"csaf_version":"2.0","category":"csaf_vex",
          "publisher":{"category":"%s","name":"P","namespace":"https://example.org"},
          "tracking":{"id":"VEX-%d","current_release_date":"2026-02-03T00:00:00Z"}},
         "product_tree":{"branches":[{"category":"vendor","name":"%s","branches":[
          {"category":"product_name","name":"%s","branches":[
           {"category":"%s","name":"%s","product":{"name":"a","product_id":"1"}}]}]}]},
         "vulnerabilities":[{"cve":"%s","product_status":{"%s":["1"]}}]}
        """
            .formatted(publisher, files, maker, model, kind, version, number, status));
  }

  ImportedFeed add(String json) throws IOException {
    files++;
    Files.writeString(folder.resolve("record-" + files + ".json"), json);
    return this;
  }

  /// The bundled edition with the records.
  Edition edition() throws IOException, FeedException, PackException {
    Path home = folder.resolve("home");
    try (FeedImport feeds = new FeedImport(BUNDLED, home, LocalDate.of(2026, 11, 21))) {
      for (int i = 1; i <= files; i++) {
        feeds.read(folder.resolve("record-" + i + ".json"));
      }
      feeds.files().stream()
          .flatMap(file -> file.refusal().stream())
          .findFirst()
          .ifPresent(
              why -> {
                throw new IllegalStateException(why);
              });
      feeds.keep();
    }
    return Edition.ofThisComputer(home);
  }

  AdvisoryJudge judge() throws IOException, FeedException, PackException {
    return new AdvisoryJudge(edition().advisories(), GRAMMAR);
  }

  static Product product(String maker, String model, String firmware) {
    return new Product(
        Optional.of(maker),
        Optional.empty(),
        Optional.of(model),
        Optional.empty(),
        Optional.of(firmware).filter(text -> !text.isEmpty()),
        Optional.empty());
  }

  static Product built(String maker, String model, String day) {
    return new Product(
        Optional.of(maker),
        Optional.empty(),
        Optional.of(model),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(day)));
  }
}
