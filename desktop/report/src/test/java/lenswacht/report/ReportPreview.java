package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Prints sample reports into a folder, to be looked at by a person, and says how long it took. Not
/// a test: run its `main` with the folder.
final class ReportPreview {
  private ReportPreview() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    print(
        SampleContents.of(count, "Gemeentehuis"), Locale.of("nl"), folder.resolve("large-nl.pdf"));
    print(SampleContents.of(9, "Gemeentehuis"), Locale.of("nl"), folder.resolve("nl.pdf"));
    print(SampleContents.of(9, "Town hall"), Locale.ENGLISH, folder.resolve("en.pdf"));
    print(SampleContents.empty(), Locale.ENGLISH, folder.resolve("empty-en.pdf"));
  }

  private static void print(ReportContents contents, Locale language, Path pdf) throws IOException {
    long start = System.nanoTime();
    new AssessmentReport(
            contents, ReportOrder.draft(language, SampleContents.PRINTED, "Lenswacht 0.1.0"))
        .write(pdf);
    System.out.println(pdf + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
