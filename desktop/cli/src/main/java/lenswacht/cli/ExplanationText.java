package lenswacht.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.casefile.CaseFileException;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Conclusion;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Explanation;
import lenswacht.fingerprint.Explanation.Chain;
import lenswacht.fingerprint.Explanation.Sign;
import lenswacht.fingerprint.FirmwareVersion;
import lenswacht.fingerprint.Kinship;
import lenswacht.fingerprint.Origin;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;

/// An explanation as lines for a terminal, of an asset and of evidence as they may be shown.
final class ExplanationText {
  private static final int AROUND = 24;
  private static final String OPEN = "»";
  private static final String CLOSE = "«";

  private final ResourceBundle words;
  private final EvidenceShelf shelf;

  /// Where evidence is looked up.
  interface EvidenceShelf {
    Optional<Evidence> evidence(EvidenceId id) throws CaseFileException;
  }

  ExplanationText(Locale language, EvidenceShelf shelf) {
    this.words = ResourceBundle.getBundle("lenswacht.cli.explain", language);
    this.shelf = shelf;
  }

  List<String> lines(int number, String address, Explanation explanation) throws CaseFileException {
    List<String> lines = new ArrayList<>();
    lines.add(say("asset", String.valueOf(number), address, explanation.edition().toString()));
    lines.add(origin(explanation.origin()));
    for (Kinship kinship : explanation.kinships()) {
      lines.add(
          say("kinship." + kinship.relation().name(), kinship.firm(), kinship.other())
              + " ("
              + kinship.source()
              + ", "
              + kinship.dated()
              + ")");
    }
    explanation.firmware().ifPresent(version -> lines.add(firmware(version)));
    for (Chain chain : explanation.chains()) {
      lines.add("");
      lines.add(conclusion(chain.conclusion()));
      for (Sign sign : chain.supporting()) {
        lines.addAll(sign("for", sign));
      }
      for (Sign sign : weightiest(chain.opposing())) {
        lines.addAll(sign("against", sign));
      }
    }
    return List.copyOf(lines);
  }

  /// Everything that is more than a hint, and of the hints the strongest for each value.
  private static List<Sign> weightiest(List<Sign> signs) {
    Set<String> hinted = new HashSet<>();
    return signs.stream()
        .filter(
            sign ->
                sign.claim().confidence() != Confidence.HINT || hinted.add(sign.claim().value()))
        .toList();
  }

  private String origin(Origin origin) {
    String label = origin.label().orElse(say("open"));
    String maker = origin.maker().orElse(say("open"));
    String text = say("origin." + origin.answer().name(), label, maker);
    return origin.restsOnList() ? text + " " + say("origin.listed") : text;
  }

  private String firmware(FirmwareVersion version) {
    return say(
        "firmware",
        version.text(),
        version.parts().stream().map(String::valueOf).collect(Collectors.joining(".")),
        version.line().orElse(say("firmware.line-open")),
        version.built().map(Object::toString).orElse(say("firmware.day-open")));
  }

  private String conclusion(Conclusion conclusion) {
    return say("attribute." + conclusion.attribute().name())
        + ": "
        + value(conclusion.attribute(), conclusion.value())
        + " ("
        + say("confidence." + conclusion.confidence().name())
        + ")";
  }

  private String value(Attribute attribute, String value) {
    return switch (attribute) {
      case KIND, FEATURE -> value.toLowerCase(Locale.ROOT).replace('_', ' ');
      case BRAND, MAKER, MODEL, FIRMWARE, BUILD_DATE, SERIAL, HARDWARE, CHIP -> value;
    };
  }

  private List<String> sign(String side, Sign sign) throws CaseFileException {
    Claim claim = sign.claim();
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + say(side)
            + " "
            + value(claim.attribute(), claim.value())
            + " ("
            + say("confidence." + claim.confidence().name())
            + ", "
            + say("trust." + claim.trust().name())
            + ")");
    String read =
        claim
            .observable()
            .map(ExplanationText::word)
            .orElse(claim.fingerprint().equals(Claim.FROM_CHANNEL) ? "channel" : "mac");
    lines.add("    " + read + ": " + marked(sign));
    lines.add(
        "    "
            + claim.fingerprint()
            + sign.knowledge()
                .map(
                    known ->
                        ": " + known.pattern() + " (" + known.source() + ", " + known.dated() + ")")
                .orElse(""));
    Optional<Evidence> evidence = shelf.evidence(claim.evidence());
    if (evidence.isPresent()) {
      lines.add("    " + bytes(evidence.get(), sign));
    }
    return lines;
  }

  private static String word(Enum<?> observable) {
    return observable.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String marked(Sign sign) {
    String seen = sign.claim().seen();
    return seen.substring(0, sign.from())
        + OPEN
        + seen.substring(sign.from(), sign.to())
        + CLOSE
        + seen.substring(sign.to());
  }

  /// Where in the bytes the decisive part stands, with what is around it.
  private String bytes(Evidence evidence, Sign sign) {
    String where =
        say(
            "evidence",
            evidence.id().brief(),
            evidence.question(),
            evidence.service().toString(),
            evidence.at().toString());
    String text = evidence.bytes().latin1();
    String decisive =
        new String(sign.decisive().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    int at = decisive.isEmpty() ? -1 : text.indexOf(decisive);
    if (at < 0) {
      return where;
    }
    int end = at + decisive.length();
    String around =
        printable(text.substring(Math.max(0, at - AROUND), at))
            + OPEN
            + printable(text.substring(at, end))
            + CLOSE
            + printable(text.substring(end, Math.min(text.length(), end + AROUND)));
    return where
        + "; "
        + say(
            "bytes",
            String.valueOf(at),
            String.valueOf(end),
            String.valueOf(text.length()),
            around);
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (char symbol : text.toCharArray()) {
      printable.append(symbol >= ' ' && symbol < 0x7f ? symbol : '.');
    }
    return printable.toString();
  }

  private String say(String key, String... parameters) {
    String text = words.getString(key);
    for (int i = 0; i < parameters.length; i++) {
      text = text.replace("{" + i + "}", parameters[i]);
    }
    return text;
  }
}
