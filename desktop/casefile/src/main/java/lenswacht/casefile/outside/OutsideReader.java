package lenswacht.casefile.outside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads exports of Shodan, Censys and ZoomEye as JSON, whole or a line each, and of nmap as XML.
public final class OutsideReader {
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final int LONGEST_LINE = 16 * 1024 * 1024;

  private final JsonMapper mapper =
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
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// A reader with the limits of the house.
  public OutsideReader() {}

  /// Whether `file` begins like a document of this kind.
  public static boolean mayRead(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1).strip();
      boolean zeek = head.startsWith("{\"ts\"") || head.contains("\"id.orig_h\"");
      return head.startsWith("<?xml")
          || head.startsWith("<nmaprun")
          || ((head.startsWith("{") || head.startsWith("[")) && !zeek);
    }
  }

  /// Reads `file`.
  ///
  /// @throws OutsideException if nothing in it can be read
  /// @throws IOException if the file cannot be read
  public OutsideDocument read(Path file) throws IOException, OutsideException {
    if (Files.size(file) > LARGEST) {
      throw new OutsideException("the file is larger than " + LARGEST + " octets");
    }
    byte[] octets = Files.readAllBytes(file);
    String head = new String(octets, 0, Math.min(octets.length, 4096), StandardCharsets.ISO_8859_1);
    if (head.strip().startsWith("<")) {
      return NmapShape.read(octets);
    }
    String text = new String(octets, StandardCharsets.UTF_8);
    Optional<OutsideDocument> whole = whole(text);
    return whole.isPresent() ? whole.get() : lines(text);
  }

  private Optional<OutsideDocument> whole(String text) throws OutsideException {
    try {
      JsonNode root = mapper.readTree(text);
      Gathered gathered = new Gathered();
      String origin = HostShapes.read(root, "", gathered);
      if (origin.isEmpty()) {
        throw new OutsideException("the document is of no kind that is known");
      }
      return Optional.of(gathered.document(origin));
    } catch (JacksonException notOneDocument) {
      return Optional.empty();
    }
  }

  private OutsideDocument lines(String text) throws OutsideException {
    Gathered gathered = new Gathered();
    String origin = "";
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String place = "line " + number;
      if (line.isBlank()) {
        continue;
      }
      try {
        if (line.length() > LONGEST_LINE) {
          gathered.fault(place, "the line is longer than " + LONGEST_LINE + " characters");
          continue;
        }
        String one = HostShapes.read(mapper.readTree(line), place, gathered);
        if (one.isEmpty()) {
          gathered.fault(place, "the line is of no kind that is known");
        } else {
          origin = one;
        }
      } catch (JacksonException malformed) {
        gathered.fault(place, "not JSON that can be read: " + malformed.getOriginalMessage());
      }
    }
    if (origin.isEmpty()) {
      throw new OutsideException("no line of the document is of a kind that is known");
    }
    return gathered.document(origin);
  }
}
