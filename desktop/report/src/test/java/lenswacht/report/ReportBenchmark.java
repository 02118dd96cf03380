package lenswacht.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lenswacht.report.export.Format;
import lenswacht.report.export.ReportFile;
import lenswacht.report.paper.PeerPage;

/// Says how long a site report takes from nothing, start and end of the program included, and how
/// much memory, as medians; beside wkhtmltopdf and LibreOffice on the same content where they are
/// installed. Not a test: run its `main` with the number of assets and of rounds.
final class ReportBenchmark {
  private static final String ONCE = "once";

  private ReportBenchmark() {}

  /// What one printing cost.
  private record Cost(double seconds, long kilobytes) {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 3 && arguments[0].equals(ONCE)) {
      new ReportFile(sample(Integer.parseInt(arguments[1])), order(ReportKind.SITE))
          .write(Format.PDF, Path.of(arguments[2]));
      return;
    }
    int assets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path folder = Files.createTempDirectory("report-benchmark-");
    Path page = folder.resolve("report.html");
    Path odt = folder.resolve("report.odt");
    ReportContents contents = sample(assets);
    Files.writeString(
        page,
        PeerPage.of(new AssessmentReport(contents, order(ReportKind.SITE)).paper().document()));
    new ReportFile(contents, order(ReportKind.SITE)).write(Format.ODT, odt);
    System.out.println(
        assets + " assets, " + Runtime.getRuntime().availableProcessors() + " processors");
    race("lenswacht", rounds, own(assets, folder.resolve("own.pdf")));
    race("wkhtmltopdf", rounds, List.of("wkhtmltopdf", "-q", text(page), text(folder, "wk.pdf")));
    race(
        "libreoffice",
        rounds,
        List.of(
            "soffice", "--headless", "--convert-to", "pdf", "--outdir", text(folder), text(odt)));
  }

  private static List<String> own(int assets, Path pdf) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx200m", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(ReportBenchmark.class.getName(), ONCE, String.valueOf(assets)));
    command.add(pdf.toString());
    return command;
  }

  private static void race(String name, int rounds, List<String> command)
      throws IOException, InterruptedException {
    if (!command.getFirst().contains("/") && !isInstalled(command.getFirst())) {
      System.out.println(name + ": not installed");
      return;
    }
    List<Cost> costs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      costs.add(run(command));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f s, %d MB%n",
        name,
        costs.stream().mapToDouble(Cost::seconds).sorted().toArray()[rounds / 2],
        costs.stream().mapToLong(Cost::kilobytes).sorted().toArray()[rounds / 2] / 1024);
  }

  private static Cost run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long most = 0;
    while (!child.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      most = Math.max(most, peak(child.toHandle()));
    }
    if (child.exitValue() != 0) {
      throw new IOException(command.getFirst() + " ended with " + child.exitValue());
    }
    return new Cost((System.nanoTime() - start) / 1e9, most);
  }

  /// The most memory that a process and its children had, in kilobytes, where the system tells.
  private static long peak(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(
            one -> {
              try {
                return Files.readString(
                        Path.of("/proc", String.valueOf(one.pid()), "status"),
                        StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
              } catch (IOException ended) {
                return 0;
              }
            })
        .sum();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String text(Path path) {
    return path.toString();
  }

  private static String text(Path folder, String name) {
    return folder.resolve(name).toString();
  }

  private static ReportContents sample(int assets) {
    return SampleContents.of(assets, "Gemeentehuis");
  }

  private static ReportOrder order(ReportKind kind) {
    return ReportOrder.draft(Locale.of("nl"), SampleContents.PRINTED, "Lenswacht 0.1.0").of(kind);
  }
}
