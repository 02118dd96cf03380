package lenswacht.knowledge.feed;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lenswacht.knowledge.feed.FeedFile.Check;
import lenswacht.knowledge.feed.FeedFile.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one file of a feed, statement by statement. One bad part never stops a file; a file of
/// another kind or of an old format is refused with a reason.
public final class FeedReader {
  private static final long LARGEST_FILE = 4L * 1024 * 1024 * 1024;
  private static final long LARGEST_PART = 32L * 1024 * 1024;
  private static final int MOST_REASONS = 1000;
  private static final int MOST_NAMES = 64;

  private final JsonMapper mapper;

  /// A reader with the limits of the house.
  public FeedReader() {
    this.mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(4 * 1024 * 1024)
                            .maxNumberLength(64)
                            .maxNameLength(4096)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /// Reads `file` and hands every statement to `into`.
  public FeedFile read(Path file, Consumer<Statement> into) {
    Reading reading = new Reading(file, into);
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new FeedException("the file is larger than " + LARGEST_FILE + " bytes");
      }
      reading.sha256 = hash(file, "SHA-256");
      reading.check = check(file);
      if (reading.check == Check.HASH_DIFFERS) {
        throw new FeedException("the hash beside it is of other bytes");
      }
      if (name(file).endsWith(".csv")) {
        rows(reading);
      } else {
        json(reading);
      }
      return reading.done(Optional.empty());
    } catch (FeedException e) {
      return reading.done(Optional.of(String.valueOf(e.getMessage())));
    } catch (JacksonException e) {
      return reading.done(Optional.of("not JSON that can be read: " + e.getOriginalMessage()));
    } catch (IOException e) {
      return reading.done(Optional.of("the file cannot be read: " + e.getMessage()));
    }
  }

  private static String name(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  /// What is being read, and what became of it so far.
  private static final class Reading {
    final Path file;
    final Consumer<Statement> into;
    final List<String> refused = new ArrayList<>();
    String sha256 = "";
    Check check = Check.NO_HASH;
    Kind kind = Kind.UNKNOWN;
    int accepted;

    Reading(Path file, Consumer<Statement> into) {
      this.file = file;
      this.into = into;
    }

    void accept(Statement statement) {
      accepted++;
      into.accept(statement);
    }

    void refuse(String reason) {
      if (refused.size() < MOST_REASONS) {
        refused.add(reason);
      }
    }

    FeedFile done(Optional<String> refusal) {
      return new FeedFile(file.toString(), sha256, kind, check, accepted, refused, refusal);
    }
  }

  private static void rows(Reading reading) throws FeedException, IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(reading.file)) {
      start = in.readNBytes(256);
    }
    if (KevRows.isHeading(new String(start, StandardCharsets.UTF_8))) {
      reading.kind = Kind.KEV;
      KevRows.read(reading.file, reading::accept, reading::refuse);
      return;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(reading.file), StandardCharsets.UTF_8))) {
      EpssShape.read(lines, reading::accept, reading::refuse);
      reading.kind = Kind.EPSS;
    }
  }

  private void json(Reading reading) throws FeedException, IOException {
    Set<String> names = names(reading.file);
    reading.kind = kind(names);
    try (MeteredStream in = open(reading.file);
        JsonParser parser = mapper.createParser(in)) {
      switch (reading.kind) {
        case KEV -> parts(parser, in, reading, this::exploited);
        case NVD -> nvd(parser, in, reading, names);
        case CVE -> reading.accept(CveShape.read(tree(parser)));
        case CSAF -> CsafShape.read(tree(parser)).forEach(reading::accept);
        case EPSS, UNKNOWN -> throw new FeedException(reason(names));
      }
    }
  }

  private static MeteredStream open(Path file) throws IOException {
    return new MeteredStream(new BufferedInputStream(Files.newInputStream(file)), LARGEST_PART);
  }

  /// Names at the top of the document; what lies under them is passed over.
  private Set<String> names(Path file) throws FeedException, IOException {
    Set<String> names = new HashSet<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = mapper.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new FeedException("the document is no object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME && names.size() < MOST_NAMES) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return names;
  }

  private static Kind kind(Set<String> names) {
    if (names.contains("catalogVersion") && names.contains("vulnerabilities")) {
      return Kind.KEV;
    }
    if (names.contains("cveMetadata")) {
      return Kind.CVE;
    }
    if (names.contains("document")) {
      return Kind.CSAF;
    }
    boolean page = names.contains("vulnerabilities") && names.contains("format");
    boolean single = names.contains("cve");
    boolean bare = names.contains("id") && names.contains("descriptions");
    return page || single || bare ? Kind.NVD : Kind.UNKNOWN;
  }

  private static String reason(Set<String> names) {
    if (names.contains("CVE_Items") || names.contains("CVE_data_version")) {
      return "NVD JSON 1.1 is an old format that is no longer kept up; take the files of version 2.0";
    }
    for (String list : List.of("aggregator", "distributions", "feed", "service", "categories")) {
      if (names.contains(list)) {
        return "the file says where advisories lie ('" + list + "') and is none itself";
      }
    }
    return "the file is of no kind that is known here";
  }

  /// One part of a list.
  private interface Part {
    Statement read(JsonNode part) throws FeedException;
  }

  private void nvd(JsonParser parser, MeteredStream in, Reading reading, Set<String> names)
      throws FeedException {
    if (names.contains("vulnerabilities")) {
      parts(parser, in, reading, part -> vulnerability(part.path("cve"), part));
    } else {
      JsonNode root = tree(parser);
      reading.accept(vulnerability(names.contains("cve") ? root.path("cve") : root, root));
    }
  }

  private static Statement vulnerability(JsonNode cve, JsonNode around) throws FeedException {
    String number =
        cve.has("id") ? Shapes.cve(cve, "id") : Shapes.cve(around.path("_annotation"), "cve_id");
    return NvdShape.read(cve, number);
  }

  private Statement exploited(JsonNode part) throws FeedException {
    return new Statement.Exploited(
        Shapes.cve(part, "cveID"),
        Shapes.day(Shapes.text(part, "dateAdded"))
            .orElseThrow(() -> new FeedException("there is no day under 'dateAdded'")),
        Shapes.text(part, "vendorProject"),
        Shapes.text(part, "product"),
        Optional.of(Shapes.text(part, "knownRansomwareCampaignUse"))
            .filter(text -> !text.isEmpty()));
  }

  /// Reads the list `vulnerabilities` part by part.
  private void parts(JsonParser parser, MeteredStream in, Reading reading, Part part) {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean list = parser.currentName().equals("vulnerabilities");
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (!list || !array) {
        in.startAfresh();
        parser.skipChildren();
        continue;
      }
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        in.startAfresh();
        count++;
        JsonNode tree = mapper.readTree(parser);
        try {
          reading.accept(part.read(tree));
        } catch (FeedException e) {
          reading.refuse("part " + count + ": " + e.getMessage());
        }
      }
    }
  }

  private JsonNode tree(JsonParser parser) throws FeedException {
    JsonNode tree = mapper.readTree(parser);
    if (tree == null || !tree.isObject()) {
      throw new FeedException("the document is no object");
    }
    return tree;
  }

  private static Check check(Path file) throws IOException {
    Path hash = file.resolveSibling(file.getFileName() + ".sha512");
    if (!Files.isRegularFile(hash)) {
      return Check.NO_HASH;
    }
    byte[] stated;
    try (InputStream in = Files.newInputStream(hash)) {
      stated = in.readNBytes(128);
    }
    String text = new String(stated, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    if (!text.equals(hash(file, "SHA-512"))) {
      return Check.HASH_DIFFERS;
    }
    return Files.isRegularFile(file.resolveSibling(file.getFileName() + ".asc"))
        ? Check.HASH_FITS_SIGNATURE_NOT_CHECKED
        : Check.HASH_FITS;
  }

  private static String hash(Path file, String algorithm) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
