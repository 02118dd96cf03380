package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The steps that can be advised. Several may clear the same rule; several may be needed at once.
public final class Remedies {
  static final List<String> FILES = List.of("remedies.csv", "prices.csv", "hard.csv");

  private static final int MOST_EUROS = 100_000_000;

  private final List<Remedy> remedies;
  private final PriceList prices;
  private final Set<String> hard;

  private Remedies(List<Remedy> remedies, PriceList prices, Set<String> hard) {
    this.remedies = List.copyOf(remedies);
    this.prices = prices;
    this.hard = Collections.unmodifiableSet(new TreeSet<>(hard));
  }

  /// Reads the list and holds it against `pack`.
  ///
  /// @param isOwn whether the pack is somebody's own, in which rules may be left out
  /// @throws PackException if a row names a rule or factor that the pack has not
  static Remedies read(KnowledgeFolder folder, PolicyPack pack, boolean isOwn)
      throws PackException {
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
                "caps_if_quiet",
                "per",
                "affects_purpose",
                "citation")) {
      Remedy remedy =
          new Remedy(
              row.required("remedy"),
              row.required("title_nl"),
              row.required("title_en"),
              row.oneOf("cost_class", List.of("C0", "C1", "C2", "C3", "C4")),
              rules(row, "clears", pack, isOwn),
              row.words("caps"),
              rules(row, "caps_if_quiet", pack, isOwn),
              row.oneOf("per", List.of("asset", "site")).equals("asset"),
              row.yes("affects_purpose"),
              row.required("citation"));
      check(row, remedy, pack);
      remedies.add(remedy);
    }
    return new Remedies(
        remedies, prices(folder, "prices.csv", remedies), hard(folder, pack, isOwn));
  }

  /// Reads the owner's own prices, in the same columns as `prices.csv`.
  ///
  /// @param folder where the file lies
  /// @param file its name
  /// @throws PackException if a remedy has no price, or a row names none
  public PriceList prices(KnowledgeFolder folder, String file) throws PackException {
    return prices(folder, file, remedies);
  }

  private static PriceList prices(KnowledgeFolder folder, String file, List<Remedy> remedies)
      throws PackException {
    Map<String, Integer> euros = new TreeMap<>();
    for (Row row : new RowReader(folder).read(file, "remedy", "euros", "source", "date")) {
      row.required("source");
      row.required("date");
      String id = row.required("remedy");
      if (remedies.stream().noneMatch(remedy -> remedy.id().equals(id))) {
        throw row.wrong("there is no remedy '" + id + "'");
      }
      euros.put(id, row.number("euros", 0, MOST_EUROS));
    }
    for (Remedy remedy : remedies) {
      if (!euros.containsKey(remedy.id())) {
        throw new PackException(file, 0, "remedy '" + remedy.id() + "' has no price");
      }
    }
    return new PriceList(euros);
  }

  private static Set<String> hard(KnowledgeFolder folder, PolicyPack pack, boolean isOwn)
      throws PackException {
    Set<String> hard = new TreeSet<>();
    for (Row row : new RowReader(folder).read("hard.csv", "rule", "source", "date")) {
      row.required("source");
      row.required("date");
      row.required("rule");
      hard.addAll(rules(row, "rule", pack, isOwn));
    }
    return hard;
  }

  private static List<String> rules(Row row, String heading, PolicyPack pack, boolean isOwn)
      throws PackException {
    List<String> known = new ArrayList<>();
    for (String rule : row.words(heading)) {
      if (pack.rule(rule).isPresent()) {
        known.add(rule);
      } else if (!isOwn) {
        throw row.wrong(heading, "there is no rule '" + rule + "'");
      }
    }
    return known;
  }

  private static void check(Row row, Remedy remedy, PolicyPack pack) throws PackException {
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

  /// Prices to begin with: placeholders within the cost classes.
  public PriceList prices() {
    return prices;
  }

  /// Rules that a plan must silence whatever the levels.
  public Set<String> hard() {
    return hard;
  }

  /// The remedies that silence `rule`, cheapest class first.
  public List<Remedy> clearing(String rule) {
    return remedies.stream()
        .filter(remedy -> remedy.clears().contains(rule))
        .sorted(Comparator.comparing(Remedy::costClass))
        .toList();
  }
}
