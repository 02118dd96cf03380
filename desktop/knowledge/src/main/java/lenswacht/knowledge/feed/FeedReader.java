package lenswacht.knowledge.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lenswacht.knowledge.feed.FeedFile.Check;
import lenswacht.knowledge.feed.FeedFile.Hash;
import lenswacht.knowledge.feed.FeedFile.Kind;
import lenswacht.knowledge.feed.FeedFile.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads one file of a feed, record by record. One bad part never stops a file; a file of another
/// kind or of an old format is refused with a reason.
final class FeedReader {
  static final long LARGEST_FILE = 4L * 1024 * 1024 * 1024;
  private static final int MOST_REASONS = 1000;

  private final Statements statements;
  private final JsonFeed json;
  private final Vouching vouching;

  /// A reader with the limits of the house.
  ///
  /// @param keys keys of publishers
  FeedReader(SignatureKeys keys) {
    JsonMapper mapper = mapper();
    this.statements = new Statements(mapper);
    this.json = new JsonFeed(mapper, statements);
    this.vouching = new Vouching(keys);
  }

  /// The JSON library with the limits of the house.
  static JsonMapper mapper() {
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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

  /// Reads `source` and hands every record to `into`. What was handed over counts only where the
  /// file is not refused in the end.
  FeedFile read(FeedSource source, Consumer<FeedRecord> into) {
    Reading reading = new Reading(source, into);
    try {
      reading.sha256 = Vouching.hash(source, "SHA-256");
      reading.check = vouching.check(source);
      if (reading.check.hash() == Hash.DIFFERS) {
        throw new FeedException("the hash beside it is of other bytes");
      }
      if (reading.check.signature() == Signature.BAD) {
        throw new FeedException("the signature beside it is none, or of other bytes");
      }
      if (source.isRows()) {
        rows(reading);
      } else {
        json.read(reading);
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

  /// What is being read, and what became of it so far.
  static final class Reading {
    final FeedSource source;
    private final Consumer<FeedRecord> into;
    private final List<String> refused = new ArrayList<>();
    private String sha256 = "";
    private Check check = Check.NOTHING;
    Kind kind = Kind.UNKNOWN;
    private int accepted;

    Reading(FeedSource source, Consumer<FeedRecord> into) {
      this.source = source;
      this.into = into;
    }

    void accept(FeedRecord record) {
      accepted++;
      into.accept(record);
    }

    void refuse(String reason) {
      if (refused.size() < MOST_REASONS) {
        refused.add(reason);
      }
    }

    FeedFile done(Optional<String> refusal) {
      int kept = refusal.isPresent() ? 0 : accepted;
      return new FeedFile(source.name(), sha256, kind, check, kept, refused, refusal);
    }
  }

  private void rows(Reading reading) throws FeedException, IOException {
    String start;
    try (InputStream in = reading.source.open()) {
      start = new String(in.readNBytes(256), StandardCharsets.UTF_8);
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new MeteredStream(reading.source.open(), LARGEST_FILE),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      if (KevRows.isHeading(start)) {
        reading.kind = Kind.KEV;
        KevRows.read(lines, part -> reading.accept(statements.record(Kind.KEV, part, "")), reading);
      } else if (start.matches("(?s)\"?[^,\"\\n]{1,200}\\.json\"?,\"?20[0-9]{2}-.*")) {
        reading.kind = Kind.LISTING;
      } else if (start.startsWith("#") || start.startsWith("cve,")) {
        EpssShape.read(lines, statements, reading);
      } else {
        throw new FeedException("the file is of no kind that is known here");
      }
    }
  }
}
