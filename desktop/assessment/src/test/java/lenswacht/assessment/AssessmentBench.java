package lenswacht.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Field;

/// Prints how long judging and planning take: 10,000 assets against the whole edition, and a plan
/// and a front for 500 cameras of which no two are alike.
final class AssessmentBench {
  private static final int ASSETS = 10_000;
  private static final int CAMERAS = 500;
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
      plan();
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

  private static void plan() {
    Random random = new Random(2);
    List<RatedAsset> cameras = new ArrayList<>();
    Engine engine = new Engine(Samples.EDITION.pack());
    for (int i = 0; i < CAMERAS; i++) {
      Facts facts = Samples.facts();
      for (String name : Samples.EDITION.pack().inputs()) {
        Field field = Samples.EDITION.pack().field(name).orElseThrow();
        if (field.type() == Field.Type.YES_NO && random.nextInt(5) == 0) {
          facts = Samples.with(facts, name + "=yes");
        }
      }
      Reading reading = Reading.of(Samples.EDITION.pack(), facts);
      cameras.add(
          new RatedAsset(
              "10.0." + i / 256 + "." + i % 256,
              Trace.NONE,
              Optional.empty(),
              Samples.camera(Optional.empty(), Confidence.HINT),
              engine.rate(Axis.ESPIONAGE, reading),
              engine.rate(Axis.PRIVACY, reading),
              new Judgement(List.of(), List.of(), Exposure.unknown(""), List.of(), 1)));
    }
    Planner planner = new Planner(Samples.EDITION, Samples.EDITION.remedies().prices());
    long start = System.nanoTime();
    Plan plan = planner.plan(cameras, Goal.withEveryRemedy(Level.MODERATE, Level.MODERATE));
    print("plan for " + CAMERAS + " cameras, " + plan.euros() + " euros", start);
    start = System.nanoTime();
    int front = planner.front(cameras, true).size();
    print("front of " + front + " plans", start);
  }

  private static void print(String what, long start) {
    System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
