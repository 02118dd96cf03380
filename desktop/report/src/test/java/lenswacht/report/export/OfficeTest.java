package lenswacht.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.report.ReportKind;
import lenswacht.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens what was written with LibreOffice, in one start for all files. Where root runs the tests
/// LibreOffice has to be there, as `.ci/prepare` installs it; elsewhere its absence is said.
class OfficeTest {
  private static final int LONGEST_SECONDS = 180;

  @TempDir Path folder;

  @Test
  void libre_office_opens_text_and_tables_and_loses_no_row() throws Exception {
    Path office = office();
    if (office == null) {
      assertThat(System.getProperty("user.name"))
          .as("soffice is missing, and .ci/prepare installs it for root")
          .isNotEqualTo("root");
      System.out.println("NOT RUN, soffice is missing: ODT, XLSX and ODS opened by LibreOffice");
      return;
    }
    Path odt = folder.resolve("report.odt");
    Path xlsx = folder.resolve("tables.xlsx");
    Path ods = folder.resolve("sheets.ods");
    Written text = write(Format.ODT, odt);
    Written tables = write(Format.XLSX, xlsx);
    Written sheets = write(Format.ODS, ods);
    assertThat(tables.counts()).isEqualTo(sheets.counts());

    convert(office, odt, xlsx, ods);
    String page = converted("report.html");
    assertThat(count(page, "<tr")).isEqualTo(number(text, Written.Thing.ROWS));
    assertThat(count(page, "<h[1-4]")).isEqualTo(number(text, Written.Thing.HEADINGS));
    assertThat(count(page, "<img")).isEqualTo(number(text, Written.Thing.PICTURES));
    long rows = tables.counts().stream().mapToLong(count -> count.number() + 1).sum();
    assertThat(count(converted("tables.html"), "<tr")).isEqualTo(rows);
    assertThat(count(converted("sheets.html"), "<tr")).isEqualTo(rows);
  }

  private String converted(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  private Written write(Format format, Path file) throws IOException {
    return new ReportFile(Samples.of(5), Samples.order(ReportKind.SITE, "nl")).write(format, file);
  }

  private static long number(Written written, Written.Thing thing) {
    return written.counts().stream()
        .filter(count -> count.thing() == thing)
        .mapToLong(Written.Count::number)
        .findFirst()
        .orElseThrow();
  }

  private static long count(String text, String tag) {
    return Pattern.compile(tag + "\\b", Pattern.CASE_INSENSITIVE).matcher(text).results().count();
  }

  private void convert(Path office, Path... files) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(office.toString());
    command.add("-env:UserInstallation=" + folder.resolve("profile").toUri());
    command.addAll(List.of("--headless", "--convert-to", "html", "--outdir"));
    command.add(folder.resolve("out").toString());
    Stream.of(files).map(Path::toString).forEach(command::add);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static Path office() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(place -> Path.of(place, "soffice"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
