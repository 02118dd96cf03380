package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.SeenAsset;
import lenswacht.casefile.CaseFile;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Conclusion;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Channels;
import lenswacht.fingerprint.asset.Trace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists what was found and what it is. The columns are part of the command's interface.
@Command(
    name = "assets",
    description = {
      "Lists what was found and what it is, one row per address.",
      "Addresses of one asset show the same name in the column asset; joined_by says why they are",
      "one, cautions why an answer cannot be taken at its word, each with how sure that is.",
      "serial is a hash under the key of the case, unless the mandates allow it in the clear.",
      "channels says how many there are, how many of them were seen directly too, through the",
      "asset only, are free, and not seen. What was seen only through another has no address of",
      "its own in this list; seen_through says through which. It was not looked at itself.",
      "An empty cell means: not determined."
    },
    mixinStandardHelpOptions = true)
final class AssetsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "address",
          "mac",
          "kind",
          "brand",
          "maker",
          "model",
          "firmware",
          "build_date",
          "confidence",
          "asset",
          "joined_by",
          "cautions",
          "serial",
          "sensors",
          "channels",
          "seen_through");

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--video-only", description = "Only what takes or keeps pictures, and unknowns.")
  private boolean videoOnly;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (CaseFile file = caseOption.open()) {
      for (SeenAsset asset : file.assets(new Identifier(Catalogue.bundled()))) {
        if (!videoOnly || isOfInterest(asset)) {
          rows.addAll(rows(asset));
        }
      }
    }
    new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
    return ExitCode.RAN.number();
  }

  private static boolean isOfInterest(SeenAsset asset) {
    return switch (asset.identification().identity().kind()) {
      case CAMERA, RECORDER, ENCODER, DOORBELL, UNKNOWN -> true;
      case OTHER -> false;
    };
  }

  private static List<List<String>> rows(SeenAsset asset) {
    return addresses(asset).map(address -> row(address, asset)).toList();
  }

  /// Every address at which the asset was met, as text; one empty text for what was met only
  /// through another, whose address that is.
  static Stream<String> addresses(SeenAsset asset) {
    return asset.trace().isSeenThrough()
        ? Stream.of("")
        : asset.trace().presences().stream()
            .map(presence -> presence.address().getHostAddress())
            .distinct();
  }

  private static String sensors(Channels channels) {
    return channels.sensors() > 0
        ? channels.sensors() + " (" + word(channels.confidence()) + ")"
        : "";
  }

  private static String channels(Channels channels) {
    return channels.isTold()
        ? "%d (direct %d, through %d, free %d, not seen %d)"
            .formatted(
                channels.all(),
                channels.direct(),
                channels.through(),
                channels.free(),
                channels.unseen())
        : "";
  }

  private static String seenThrough(Trace trace) {
    return trace.isSeenThrough()
        ? trace.presences().stream()
            .map(presence -> presence.address().getHostAddress())
            .distinct()
            .collect(Collectors.joining(" "))
        : "";
  }

  private static List<String> row(String address, SeenAsset asset) {
    ProductIdentity identity = asset.identification().identity();
    return List.of(
        address,
        text(asset.mac()),
        identity.kind().name().toLowerCase(Locale.ROOT),
        text(identity.brand()),
        text(identity.maker()),
        text(identity.model()),
        text(identity.firmware()),
        text(identity.buildDate()),
        word(asset.identification().confidence()),
        asset.address(),
        asset.trace().joins().stream()
            .map(join -> word(join.mark().kind()) + " (" + word(join.confidence()) + ")")
            .distinct()
            .collect(Collectors.joining(" ")),
        asset.trace().cautions().stream()
            .map(caution -> word(caution.kind()) + " (" + word(caution.confidence()) + ")")
            .distinct()
            .collect(Collectors.joining(" ")),
        asset.identification().conclusion(Attribute.SERIAL).map(Conclusion::value).orElse(""),
        sensors(asset.trace().channels()),
        channels(asset.trace().channels()),
        seenThrough(asset.trace()));
  }

  /// A constant as scripts read it: `address-changed`.
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
