package lenswacht.assessment.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the judge against a plain comparison of CPE names and dotted versions, on products that
/// are known not to be affected: cameras beside the other goods of their makers, and firmware that
/// a comparison of numbers takes for another one.
class PlainCpeTest {
  private static final double MOST_FALSE = 0.02;

  @TempDir Path folder;

  /// A record and a product that it does not concern.
  private record Trap(
      String cve, String vendor, String product, String from, String end, Product asset) {}

  /// Compares as tools without knowledge of cameras do: vendor, product where `byProduct`, and
  /// numbers from left to right; a hyphen or nothing stands for every version.
  private static boolean plain(Trap trap, boolean byProduct) {
    String model = trap.asset().model().orElse("").toLowerCase(Locale.ROOT);
    boolean named =
        trap.vendor().equalsIgnoreCase(trap.asset().maker().orElse(""))
            && (!byProduct || trap.product().toLowerCase(Locale.ROOT).equals(model));
    String version = trap.asset().firmware().orElse("");
    return named
        && (trap.from().isEmpty() || compare(version, trap.from()) >= 0)
        && (trap.end().isEmpty() || compare(version, trap.end()) < 0);
  }

  private static int compare(String one, String other) {
    List<Long> these = numbers(one);
    List<Long> those = numbers(other);
    for (int i = 0; i < Math.max(these.size(), those.size()); i++) {
      int order =
          Long.compare(i < these.size() ? these.get(i) : 0, i < those.size() ? those.get(i) : 0);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<Long> numbers(String version) {
    List<Long> numbers = new ArrayList<>();
    for (String digits : version.split("[^0-9]+")) {
      if (!digits.isEmpty() && digits.length() < 18) {
        numbers.add(Long.parseLong(digits));
      }
    }
    return numbers;
  }

  @Test
  void the_judge_confirms_almost_nothing_that_is_false_where_a_plain_comparison_does()
      throws Exception {
    List<Trap> traps = new ArrayList<>(nearMisses());
    traps.addAll(likeNumbers());
    ImportedFeed feed = new ImportedFeed(folder);
    for (Trap trap : traps) {
      String from = trap.from().isEmpty() ? "0" : trap.from();
      String end = trap.end().isEmpty() ? "" : ",\"lessThan\":\"%s\"".formatted(trap.end());
      feed.cve(
          trap.cve(),
          trap.vendor(),
          trap.product(),
          "\"status\":\"affected\",\"version\":\"%s\"%s"
              .formatted(trap.end().isEmpty() ? "-" : from, end));
    }
    AdvisoryJudge judge = feed.judge();

    long judged =
        traps.stream()
            .filter(
                trap ->
                    judge.answers(trap.asset()).stream()
                        .anyMatch(said -> said.cve().equals(trap.cve()) && said.isConfirmed()))
            .count();
    long byVendor = traps.stream().filter(trap -> plain(trap, false)).count();
    long byProduct = traps.stream().filter(trap -> plain(trap, true)).count();

    assertThat((double) judged / traps.size()).isLessThanOrEqualTo(MOST_FALSE);
    assertThat(judged).isLessThan(byProduct).isLessThan(byVendor);
    assertThat(byVendor).as("the traps are traps").isGreaterThan(traps.size() / 2);
  }

  /// Other goods of makers of cameras, against a camera of theirs with the very same version.
  private static List<Trap> nearMisses() throws IOException {
    List<Trap> traps = new ArrayList<>();
    Edition edition = Edition.bundled();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PlainCpeTest.class.getResourceAsStream("/near-misses.csv")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().skip(1).toList()) {
        String[] cells = line.split(",", -1);
        Optional<String> model =
            edition.advisories().all().stream()
                .filter(row -> row.maker().equals(cells[1]))
                .map(Advisory::models)
                .flatMap(List::stream)
                .filter(pattern -> pattern.matches("[A-Za-z0-9-]{3,}"))
                .findFirst();
        String version = cells[3].isEmpty() ? "1.0" : cells[3].replace("\"", "");
        traps.add(
            new Trap(
                cells[0],
                cells[1],
                cells[2].replace("\"", ""),
                "",
                version + ".1",
                ImportedFeed.product(cells[1], model.orElse("CAM-1000"), version)));
      }
    }
    return traps;
  }

  /// Numbers that look smaller, or a record that names no bound at all.
  private static List<Trap> likeNumbers() {
    return List.of(
        // No bound: patched firmware is not told from old one.
        trap("CVE-2099-1001", "Hikvision", "DS-2CD9999", "", "", "V5.7.18 build 240826"),
        trap("CVE-2099-1002", "D-Link", "DCS-9999L", "", "", "2.18.01"),
        // A day where a version belongs.
        trap("CVE-2099-1003", "Dahua", "IPC-X9999", "", "2019-08-18", "2.840.0000000.28.R"),
        trap("CVE-2099-1004", "Reolink", "RLC-9999", "", "2019-12", "v3.0.0.136_20121102"),
        // Fixed on the long-term line, which counts lower.
        trap("CVE-2099-1005", "Axis", "P9999", "10.0.0", "11.8.20", "10.12.240"),
        trap("CVE-2099-1006", "Axis", "Q9999", "", "9.80.47", "8.40.62"),
        trap("CVE-2099-1007", "Axis", "M9999", "", "10.12.213", "9.80.55"),
        // Another build of the same number.
        trap("CVE-2099-1008", "TP-Link", "C9999", "", "1.3.6 Build 230426 Rel.48373n", "1.3.6"),
        // Another line of the same maker.
        trap(
            "CVE-2099-1009",
            "Dahua",
            "IPC-X9998",
            "",
            "2.840.0000000.10.R",
            "2.800.0000000.50.R.230101"));
  }

  private static Trap trap(
      String cve, String vendor, String model, String from, String end, String firmware) {
    return new Trap(cve, vendor, model, from, end, ImportedFeed.product(vendor, model, firmware));
  }
}
