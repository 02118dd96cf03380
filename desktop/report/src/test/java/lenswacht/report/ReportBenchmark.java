package lenswacht.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says how long printing takes, in seconds of the clock and of the processor, on this machine. Not
/// a test: run its `main`. Cold is a new Java program that prints one report and ends, start and
/// end of the program included; warm is the same program printing again and again.
final class ReportBenchmark {
  private static final int RUNS = 5;
  private static final String ONCE = "once";

  private ReportBenchmark() {}

  /// What one printing cost, in seconds.
  private record Cost(double clock, double processor) {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2 && arguments[0].equals(ONCE)) {
      print(Integer.parseInt(arguments[1]));
      return;
    }
    System.out.println("processors: " + Runtime.getRuntime().availableProcessors());
    for (int assets : List.of(100, 500)) {
      List<Cost> cold = new ArrayList<>();
      List<Cost> warm = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        cold.add(cold(assets));
      }
      for (int run = 0; run < RUNS; run++) {
        warm.add(warm(assets));
      }
      System.out.println(assets + " assets, cold: " + median(cold));
      System.out.println(assets + " assets, warm: " + median(warm));
    }
  }

  private static Cost cold(int assets) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ReportBenchmark.class.getName(),
            ONCE,
            String.valueOf(assets)));
    long start = System.nanoTime();
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String last = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (child.waitFor() != 0) {
      throw new IOException("the child failed: " + last);
    }
    double clock = (System.nanoTime() - start) / 1e9;
    return new Cost(clock, Double.parseDouble(last.substring(last.lastIndexOf('\n') + 1)));
  }

  private static Cost warm(int assets) throws IOException {
    long start = System.nanoTime();
    double before = processor();
    Files.delete(write(assets));
    return new Cost((System.nanoTime() - start) / 1e9, processor() - before);
  }

  private static void print(int assets) throws IOException {
    Files.delete(write(assets));
    System.out.println(processor());
  }

  private static Path write(int assets) throws IOException {
    Path pdf = Files.createTempFile("report-benchmark-", ".pdf");
    ReportOrder order =
        ReportOrder.draft(Locale.of("nl"), SampleContents.PRINTED, "Lenswacht 0.1.0");
    new AssessmentReport(SampleContents.of(assets, "Gemeentehuis"), order).write(pdf);
    return pdf;
  }

  /// Seconds that this process has taken of all processors together.
  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L)
        / 1e3;
  }

  private static String median(List<Cost> costs) {
    double clock = costs.stream().mapToDouble(Cost::clock).sorted().toArray()[costs.size() / 2];
    double processor =
        costs.stream().mapToDouble(Cost::processor).sorted().toArray()[costs.size() / 2];
    return String.format(
        Locale.ROOT, "%.1f s of the clock, %.1f s of the processor", clock, processor);
  }
}
