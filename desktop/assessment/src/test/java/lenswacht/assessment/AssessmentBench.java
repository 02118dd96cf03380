package lenswacht.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Trace;

/// Prints how long judging takes: 10,000 assets against the whole edition.
final class AssessmentBench {
  private static final int ASSETS = 10_000;
  private static final List<String> MODELS =
      List.of("DS-2CD2032F-I", "DS-2CD2143G0-I", "IPC-HFW5442E-ZE", "DCS-932L", "RLC-410W", "X1");
  private static final List<String> MAKERS =
      List.of("Hikvision", "Hikvision", "Dahua", "D-Link", "Reolink", "Axis");
  private static final List<String> FIRMWARE =
      List.of("5.4.0", "5.7.18", "2.800.0000000.28.R.210601", "2.18.01", "3.0.0.136", "11.11.100");

  private AssessmentBench() {}

  public static void main(String[] arguments) {
    for (int round = 0; round < 4; round++) {
      judge();
    }
  }

  private static void judge() {
    Random random = new Random(1);
    List<SeenAsset> assets = new ArrayList<>();
    for (int i = 0; i < ASSETS; i++) {
      int product = random.nextInt(MODELS.size());
      Optional<String> maker = Optional.of(MAKERS.get(product));
      assets.add(
          new SeenAsset(
              "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256,
              Trace.NONE,
              Optional.empty(),
              new Identification(
                  new ProductIdentity(
                      AssetKind.CAMERA,
                      maker,
                      maker,
                      Optional.of(MODELS.get(product)),
                      Optional.of(FIRMWARE.get(product)),
                      Optional.of(LocalDate.of(2012 + random.nextInt(14), 6, 1))),
                  Confidence.CERTAIN,
                  List.of(),
                  List.of()),
              List.of()));
    }
    Assessor assessor = new Assessor(Samples.EDITION);
    long start = System.nanoTime();
    Assessment assessment =
        assessor.assess("bench", LocalDate.of(2026, 11, 20), Answers.NONE, assets, List.of());
    print("assess " + assessment.assets().size() + " assets", start);
  }

  private static void print(String what, long start) {
    System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
