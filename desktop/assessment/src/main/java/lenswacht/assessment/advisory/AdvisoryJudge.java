package lenswacht.assessment.advisory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.advisory.AdvisoryAnswer.Open;
import lenswacht.fingerprint.FirmwareGrammar;
import lenswacht.fingerprint.FirmwareVersion;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.AdvisoryBook;
import lenswacht.knowledge.Mark;

/// Holds a product against the advisories. Versions are read and ordered by the makers' grammar and
/// by nothing else.
public final class AdvisoryJudge {
  /// Days before this one are taken for a clock that was never set.
  private static final LocalDate EARLIEST_BUILD = LocalDate.of(2003, 1, 1);

  /// The edition's own rows, as a source among those that were imported.
  private static final String OWN = "";

  private final AdvisoryBook book;
  private final FirmwareGrammar grammar;
  private final Map<Advisory, AdvisoryRange> ranges =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /// A judge who knows `book` and reads versions by `grammar`.
  public AdvisoryJudge(AdvisoryBook book, FirmwareGrammar grammar) {
    this.book = book;
    this.grammar = grammar;
  }

  /// What was seen of the firmware of a product, as one firm's grammar reads it.
  private record Seen(Optional<FirmwareVersion> version, Optional<LocalDate> day) {}

  /// The answer for each vulnerability of which a row fits the product, in the order of the file:
  /// first those that the firm on the label states, then those of the maker. What is not known
  /// never confirms, and never rules out.
  public List<AdvisoryAnswer> answers(Product product) {
    Map<String, AdvisoryAnswer> answers = new LinkedHashMap<>();
    product.label().ifPresent(firm -> add(answers, firm, product, false));
    boolean relabelled = product.label().isPresent();
    product.maker().ifPresent(firm -> add(answers, firm, product, relabelled));
    return List.copyOf(answers.values());
  }

  private void add(
      Map<String, AdvisoryAnswer> answers, String firm, Product product, boolean relabelled) {
    Map<String, List<Advisory>> byCve = new LinkedHashMap<>();
    for (Advisory advisory : book.onModel(firm, product.model())) {
      byCve.computeIfAbsent(advisory.cve(), _ -> new ArrayList<>()).add(advisory);
    }
    Seen seen = seen(firm, product);
    byCve.forEach(
        (cve, rows) -> answers.putIfAbsent(cve, answer(cve, rows, product, seen, relabelled)));
  }

  private Seen seen(String firm, Product product) {
    FirmwareGrammar.Besides besides =
        new FirmwareGrammar.Besides(product.hardware(), product.model(), product.built());
    Optional<FirmwareVersion> version =
        product.firmware().flatMap(text -> grammar.read(firm, text, besides));
    return new Seen(
        version,
        product
            .built()
            .or(() -> version.flatMap(FirmwareVersion::built))
            .filter(day -> !day.isBefore(EARLIEST_BUILD)));
  }

  private AdvisoryAnswer answer(
      String cve, List<Advisory> rows, Product product, Seen seen, boolean relabelled) {
    Map<String, List<Advisory>> bySource = new LinkedHashMap<>();
    if (rows.stream().allMatch(row -> row.provenance().isEmpty())) {
      bySource.put(OWN, rows);
    } else {
      group(rows, bySource);
    }
    List<Opinion> opinions = new ArrayList<>();
    List<Opinion.Placed> all = new ArrayList<>();
    bySource.forEach(
        (source, ofSource) -> {
          List<Opinion.Placed> placed = placed(ofSource, product, seen, relabelled);
          all.addAll(placed);
          Opinion.of(source.equals(OWN), placed).ifPresent(opinions::add);
        });
    Optional<Mark> mark = book.mark(cve);
    Opinion said =
        opinions.isEmpty()
            ? Opinion.silent(all)
            : Opinion.together(opinions, mark.filter(Mark::withdrawn).isPresent());
    return new AdvisoryAnswer(
        cve,
        said.rows(),
        said.outcome(),
        said.open().stream().sorted().toList(),
        held(said.rows(), seen),
        mark);
  }

  private static void group(List<Advisory> rows, Map<String, List<Advisory>> bySource) {
    for (Advisory row : rows) {
      bySource
          .computeIfAbsent(
              row.provenance().map(from -> from.sha256() + row.source()).orElse(OWN),
              _ -> new ArrayList<>())
          .add(row);
    }
  }

  private List<Opinion.Placed> placed(
      List<Advisory> rows, Product product, Seen seen, boolean relabelled) {
    List<Opinion.Placed> placed = new ArrayList<>();
    for (Advisory row : rows) {
      AdvisoryRange.Place place =
          ranges
              .computeIfAbsent(row, _ -> new AdvisoryRange(row, grammar))
              .place(seen.version(), seen.day());
      Set<Open> open =
          place == AdvisoryRange.Place.OTHER_LINE
              ? EnumSet.of(Open.LINE)
              : open(row, place, product, seen, relabelled);
      placed.add(new Opinion.Placed(row, place, open));
    }
    return placed;
  }

  private static Optional<String> held(List<Advisory> rows, Seen seen) {
    return switch (rows.getFirst().bound()) {
      case BUILD -> seen.day().map(LocalDate::toString);
      case VERSION, ONLY -> seen.version().map(FirmwareVersion::text);
      case ALL, UNSTATED -> Optional.empty();
    };
  }

  private static Set<Open> open(
      Advisory row, AdvisoryRange.Place place, Product product, Seen seen, boolean relabelled) {
    Set<Open> open = EnumSet.noneOf(Open.class);
    boolean byVersion = row.bound() == Advisory.Bound.VERSION || row.bound() == Advisory.Bound.ONLY;
    boolean ofAnother =
        relabelled || seen.version().filter(FirmwareVersion::isForAnotherFirm).isPresent();
    if (place == AdvisoryRange.Place.OUTSIDE) {
      if (byVersion && relabelled) {
        open.add(Open.LABEL);
      }
      return open;
    }
    if (product.model().isEmpty()) {
      open.add(Open.MODEL);
    } else if (!row.exact()) {
      open.add(Open.SERIES);
    }
    if (relabelled || (ofAnother && !byVersion)) {
      open.add(Open.LABEL);
    }
    switch (place) {
      case NO_VERSION -> open.add(product.firmware().isEmpty() ? Open.FIRMWARE : Open.FORM);
      case NO_MODEL -> open.add(Open.MODEL);
      case NO_HARDWARE -> open.add(Open.HARDWARE);
      case NO_BUILD_DAY -> open.add(Open.BUILD_DAY);
      case GAP -> open.add(Open.GAP);
      case NO_BOUND -> open.add(Open.BOUND);
      case OTHER_LINE -> open.add(Open.LINE);
      case INSIDE, OUTSIDE -> {
        // Nothing of the range is open.
      }
    }
    return open;
  }
}
