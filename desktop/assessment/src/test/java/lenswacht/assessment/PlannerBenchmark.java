package lenswacht.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.PolicyPack;

/// Prints what planning takes for 500 cameras of which hardly two are alike: medians of several
/// rounds for a plan under a target, a plan under a budget, and the whole front, with more and more
/// that is wrong or not determined.
final class PlannerBenchmark {
  private static final int CAMERAS = 500;
  private static final int ROUNDS = 7;
  private static final PolicyPack PACK = Samples.EDITION.pack();

  private PlannerBenchmark() {}

  public static void main(String[] arguments) {
    for (int percent : List.of(10, 20, 40, 60)) {
      run(percent + " % of the fields weak, the rest fine", cameras(percent, 0));
      run(percent + " % weak, as much not determined", cameras(percent, percent));
    }
    run("nothing known at all", cameras(0, 100));
  }

  private static void run(String what, List<RatedAsset> cameras) {
    Planner planner = new Planner(Samples.EDITION, Samples.EDITION.remedies().prices());
    Goal goal = Goal.withEveryRemedy(Level.MODERATE, Level.MODERATE);
    System.out.println(what + ":");
    print("  plan for moderate", () -> planner.plan(cameras, goal).euros() + " euros");
    print(
        "  plan for 50,000 euros",
        () -> planner.within(cameras, 50_000, true).map(plan -> plan.euros() + "").orElse("none"));
    print("  front", () -> planner.front(cameras, true).size() + " plans");
  }

  private static void print(String what, Supplier<String> task) {
    long[] micros = new long[ROUNDS];
    String outcome = "";
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      outcome = task.get();
      micros[i] = (System.nanoTime() - start) / 1_000;
    }
    long first = micros[0];
    Arrays.sort(micros);
    System.out.printf(
        "%-26s %-16s median %7.1f ms, first %7.1f ms%n",
        what, outcome, micros[ROUNDS / 2] / 1e3, first / 1e3);
  }

  private static List<RatedAsset> cameras(int weak, int open) {
    Random random = new Random(2);
    Engine engine = new Engine(PACK);
    List<RatedAsset> cameras = new ArrayList<>();
    for (int i = 0; i < CAMERAS; i++) {
      Facts facts = Samples.facts();
      for (String name : PACK.inputs()) {
        Field field = PACK.field(name).orElseThrow();
        int drawn = random.nextInt(100);
        if (field.type() == Field.Type.YES_NO && drawn < weak) {
          facts = Samples.with(facts, name + "=" + (random.nextInt(3) == 0 ? "no" : "yes"));
        } else if (drawn < weak + open) {
          facts = Samples.without(facts, name);
        }
      }
      Reading reading = Reading.of(PACK, facts);
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
    return cameras;
  }
}
