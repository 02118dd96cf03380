package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.List;

/// The steps that can be advised. Several may clear the same rule; several may be needed at once.
public final class Remedies {
  static final List<String> FILES = List.of("remedies.csv");

  private final List<Remedy> remedies;

  private Remedies(List<Remedy> remedies) {
    this.remedies = List.copyOf(remedies);
  }

  /// Reads the list and holds it against `pack`.
  ///
  /// @throws PackException if a row names a rule or factor that the pack has not
  static Remedies read(KnowledgeFolder folder, PolicyPack pack) throws PackException {
    List<Remedy> remedies = new ArrayList<>();
    for (Row row :
        new RowReader(folder)
            .read(
                "remedies.csv",
                "remedy",
                "title_nl",
                "title_en",
                "cost_class",
                "clears",
                "caps",
                "affects_purpose",
                "citation")) {
      Remedy remedy =
          new Remedy(
              row.required("remedy"),
              row.required("title_nl"),
              row.required("title_en"),
              row.oneOf("cost_class", List.of("C0", "C1", "C2", "C3", "C4")),
              row.words("clears"),
              row.words("caps"),
              row.yes("affects_purpose"),
              row.required("citation"));
      check(row, remedy, pack);
      remedies.add(remedy);
    }
    return new Remedies(remedies);
  }

  private static void check(Row row, Remedy remedy, PolicyPack pack) throws PackException {
    for (String rule : remedy.clears()) {
      if (pack.rule(rule).isEmpty()) {
        throw row.wrong("there is no rule '" + rule + "'");
      }
    }
    for (String cap : remedy.caps()) {
      String factor = cap.split("<=", 2)[0];
      if (!cap.matches("[A-Z_]+<=[0-4]")
          || pack.factors().stream().noneMatch(known -> known.id().equals(factor))) {
        throw row.wrong("'" + cap + "' is no cap such as E_BIO<=2");
      }
    }
  }

  /// Every remedy in the order of the file.
  public List<Remedy> all() {
    return remedies;
  }

  /// The remedies that silence `rule`, cheapest class first.
  public List<Remedy> clearing(String rule) {
    return remedies.stream()
        .filter(remedy -> remedy.clears().contains(rule))
        .sorted(java.util.Comparator.comparing(Remedy::costClass))
        .toList();
  }
}
