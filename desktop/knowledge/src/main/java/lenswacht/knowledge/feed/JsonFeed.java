package lenswacht.knowledge.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lenswacht.knowledge.feed.FeedFile.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads feeds in JSON: a single record, a page of records, an array of records, or one record a
/// line. No more than one part is in memory at a time.
final class JsonFeed {
  private static final long LARGEST_PART = 32L * 1024 * 1024;
  private static final int MOST_NAMES = 64;
  private static final List<String> LISTINGS =
      List.of(
          "aggregator", "distributions", "feed", "service", "categories", "canonical_url", "keys");
  private static final List<String> ISSUED = List.of("dateReleased", "timestamp");

  private final JsonMapper mapper;
  private final Statements statements;

  JsonFeed(JsonMapper mapper, Statements statements) {
    this.mapper = mapper;
    this.statements = statements;
  }

  /// How a file is built.
  ///
  /// @param names names at the top of its first object
  /// @param isList whether it is an array, or has one record a line
  private record Build(Set<String> names, boolean isList) {}

  void read(FeedReader.Reading reading) throws FeedException, IOException {
    Build build = build(reading.source);
    reading.kind = kind(build.names());
    try (MeteredStream in = open(reading.source);
        JsonParser parser = mapper.createParser(in)) {
      if (build.isList()) {
        list(parser, in, reading);
      } else if (reading.kind == Kind.UNKNOWN) {
        throw new FeedException(reason(build.names()));
      } else if (reading.kind != Kind.LISTING) {
        boolean page = build.names().contains("vulnerabilities") && reading.kind != Kind.CSAF;
        if (page) {
          page(parser, in, reading);
        } else {
          reading.accept(statements.record(reading.kind, tree(parser), ""));
        }
      }
    }
  }

  private static MeteredStream open(FeedSource source) throws IOException {
    return new MeteredStream(source.open(), LARGEST_PART);
  }

  /// What lies under the names at the top is passed over.
  private Build build(FeedSource source) throws FeedException, IOException {
    Set<String> names = new HashSet<>();
    try (InputStream in = new MeteredStream(source.open(), FeedReader.LARGEST_FILE);
        JsonParser parser = mapper.createParser(in)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        return new Build(names, true);
      }
      if (first != JsonToken.START_OBJECT) {
        throw new FeedException("the document is no object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME && names.size() < MOST_NAMES) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      boolean more = names.size() < MOST_NAMES && parser.nextToken() == JsonToken.START_OBJECT;
      return new Build(names, more);
    }
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
    if (page || single || bare) {
      return Kind.NVD;
    }
    boolean old = names.contains("CVE_Items") || names.contains("CVE_data_version");
    return !old && LISTINGS.stream().anyMatch(names::contains) ? Kind.LISTING : Kind.UNKNOWN;
  }

  /// The kind of a record that stands in a list of records.
  private static Kind kind(JsonNode record) {
    Set<String> names = new HashSet<>();
    record.propertyNames().forEach(names::add);
    if (names.contains("cveID") && names.contains("dateAdded")) {
      return Kind.KEV;
    }
    return names.contains("vulnerabilities") && !names.contains("document")
        ? Kind.UNKNOWN
        : kind(names);
  }

  private static String reason(Set<String> names) {
    return names.contains("CVE_Items") || names.contains("CVE_data_version")
        ? "NVD JSON 1.1 is an old format that is no longer kept up; take the files of version 2.0"
        : "the file is of no kind that is known here";
  }

  private void list(JsonParser parser, MeteredStream in, FeedReader.Reading reading)
      throws FeedException {
    Kind first = Kind.UNKNOWN;
    int count = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        continue;
      }
      in.startAfresh();
      count++;
      JsonNode part = mapper.readTree(parser);
      Kind kind = part.isObject() ? kind(part) : Kind.UNKNOWN;
      if (kind == Kind.UNKNOWN || kind == Kind.LISTING) {
        reading.refuse("part " + count + ": of no kind that is known here");
        continue;
      }
      first = first == Kind.UNKNOWN ? kind : first;
      take(reading, count, kind, part, "");
    }
    reading.kind = first;
    if (first == Kind.UNKNOWN) {
      throw new FeedException("the list holds no record of a kind that is known here");
    }
  }

  private void take(
      FeedReader.Reading reading, int count, Kind kind, JsonNode part, String issued) {
    try {
      reading.accept(statements.record(kind, part, issued));
    } catch (FeedException e) {
      reading.refuse("part " + count + ": " + e.getMessage());
    }
  }

  /// Reads the list `vulnerabilities` part by part.
  private void page(JsonParser parser, MeteredStream in, FeedReader.Reading reading) {
    String issued = "";
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (ISSUED.contains(name) && value == JsonToken.VALUE_STRING) {
        issued = parser.getString();
      }
      if (!name.equals("vulnerabilities") || value != JsonToken.START_ARRAY) {
        in.startAfresh();
        parser.skipChildren();
        continue;
      }
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        in.startAfresh();
        count++;
        take(reading, count, reading.kind, mapper.readTree(parser), issued);
      }
    }
  }

  private JsonNode tree(JsonParser parser) throws FeedException, JacksonException {
    JsonNode tree = mapper.readTree(parser);
    if (tree == null || !tree.isObject()) {
      throw new FeedException("the document is no object");
    }
    return tree;
  }
}
