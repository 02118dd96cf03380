package lenswacht.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.advisory.AdvisoryAnswer;
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
import lenswacht.fingerprint.Passages;
import lenswacht.fingerprint.Passages.Passage;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.AdvisoryTale;

/// An explanation as lines for a terminal, of an asset and of evidence as they may be shown.
final class ExplanationText {
  private static final String OPEN = "»";
  private static final String CLOSE = "«";

  private final Locale language;
  private final ResourceBundle words;
  private final EvidenceShelf shelf;

  /// Where evidence is looked up.
  interface EvidenceShelf {
    Optional<Evidence> evidence(EvidenceId id) throws CaseFileException;
  }

  ExplanationText(Locale language, EvidenceShelf shelf) {
    this.language = language;
    this.words = ResourceBundle.getBundle("lenswacht.cli.explain", language);
    this.shelf = shelf;
  }

  /// What advisories mean for the asset, under a heading; nothing where none names its model.
  List<String> advisories(List<AdvisoryAnswer> answers) {
    List<String> lines = new ArrayList<>();
    if (!answers.isEmpty()) {
      lines.add("");
      lines.add(say("advisories"));
      new AdvisoryTale(language).tell(answers).forEach(told -> lines.add("  " + told.sentence()));
    }
    return List.copyOf(lines);
  }

  List<String> lines(int number, String address, Explanation explanation) throws CaseFileException {
    Passages passages = new Passages();
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
        lines.addAll(sign("for", sign, passages));
      }
      for (Sign sign : weightiest(chain.opposing())) {
        lines.addAll(sign("against", sign, passages));
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
        version.line().orElseGet(() -> say("firmware.needs." + version.telling().name())),
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

  private List<String> sign(String side, Sign sign, Passages passages) throws CaseFileException {
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
    lines.add("    " + read + ": " + marked(passages.read(sign)));
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
      lines.add("    " + bytes(evidence.get(), passages.bytes(sign, evidence.get())));
    }
    return lines;
  }

  private static String word(Enum<?> observable) {
    return observable.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String marked(Passage passage) {
    return passage.before() + OPEN + passage.decisive() + CLOSE + passage.after();
  }

  /// Where in the bytes the decisive part stands, with what is around it.
  private String bytes(Evidence evidence, Optional<Passage> found) {
    String where =
        say(
            "evidence",
            evidence.id().brief(),
            evidence.question(),
            evidence.service().toString(),
            evidence.at().toString());
    return found
        .map(
            passage ->
                where
                    + "; "
                    + say(
                        "bytes",
                        String.valueOf(passage.from()),
                        String.valueOf(passage.to()),
                        String.valueOf(passage.length()),
                        marked(passage)))
        .orElse(where);
  }

  private String say(String key, String... parameters) {
    String text = words.getString(key);
    for (int i = 0; i < parameters.length; i++) {
      text = text.replace("{" + i + "}", parameters[i]);
    }
    return text;
  }
}
