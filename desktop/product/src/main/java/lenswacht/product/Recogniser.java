package lenswacht.product;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.Bytes;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// Follows the lines of a list to the makers behind them. A line is read as what its product would
/// say of itself, by the same catalogue.
public final class Recogniser implements ProductList.BrandFinder {
  private static final Service NOWHERE = Service.tcp(InetAddress.getLoopbackAddress(), 1);
  private static final int LEAST_ALIKE = 70;
  private static final int MOST_CANDIDATES = 3;
  private static final int BY_MODEL = 75;
  private static final int SURE = 100;
  private static final int NO_MAKER = 10;
  private static final int SHORTEST_BRAND = 4;
  private static final int MOST_WORDS = 20;

  private final Catalogue catalogue;
  private final Identifier identifier;
  private final SortedSet<String> brands;

  /// @param catalogue knows labels, makers and model numbers
  public Recogniser(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.identifier = new Identifier(catalogue);
    this.brands = catalogue.brands();
  }

  /// Recognises every line, in their order.
  public List<Recognition> recognise(ProductList list, Confirmations confirmations) {
    Map<String, Integer> first = new HashMap<>();
    Map<String, Recognition> known = new HashMap<>();
    List<Recognition> lines = new ArrayList<>();
    for (ListedProduct product : list.products()) {
      Integer before = first.putIfAbsent(product.key(), product.row());
      Recognition of = known.computeIfAbsent(product.key(), _ -> recognise(product, confirmations));
      lines.add(
          new Recognition(
              product, of.state(), of.candidates(), Optional.ofNullable(before), of.confirmed()));
    }
    return lines;
  }

  private Recognition recognise(ListedProduct product, Confirmations confirmations) {
    Identification found = identify(product);
    Optional<String> brand = catalogue.brandNamed(product.brand());
    Optional<String> maker = found.reliableMaker();
    if (brand.isPresent() && maker.isPresent()) {
      return new Recognition(
          product,
          Recognition.State.RECOGNISED,
          List.of(new Recognition.Candidate(brand.get(), maker, SURE)),
          Optional.empty(),
          false);
    }
    List<Recognition.Candidate> candidates = candidates(product, brand, found);
    Optional<Optional<String>> said = confirmations.of(product);
    if (said.isPresent()) {
      List<Recognition.Candidate> chosen =
          candidates.stream()
              .filter(candidate -> said.get().equals(Optional.of(candidate.brand())))
              .toList();
      return new Recognition(
          product,
          chosen.isEmpty() ? Recognition.State.UNKNOWN : Recognition.State.LIKELY,
          chosen,
          Optional.empty(),
          !chosen.isEmpty());
    }
    return new Recognition(
        product,
        candidates.isEmpty() ? Recognition.State.UNKNOWN : Recognition.State.LIKELY,
        candidates,
        Optional.empty(),
        false);
  }

  /// What a line may be: by its model number, by a brand spelled almost so, or by a label whose
  /// maker is not settled.
  private List<Recognition.Candidate> candidates(
      ListedProduct product, Optional<String> brand, Identification found) {
    List<Recognition.Candidate> candidates = new ArrayList<>();
    Optional<String> byModel = found.identity().maker();
    if (brand.isPresent()) {
      byModel.ifPresent(
          maker ->
              candidates.add(new Recognition.Candidate(brand.get(), Optional.of(maker), BY_MODEL)));
      return candidates;
    }
    String plain = Spelling.plain(product.brand());
    if (plain.length() >= SHORTEST_BRAND) {
      brands.stream()
          .map(name -> likely(product, name, plain, byModel))
          .flatMap(Optional::stream)
          .sorted(
              Comparator.comparingInt(Recognition.Candidate::percent)
                  .reversed()
                  .thenComparing(Recognition.Candidate::brand))
          .limit(MOST_CANDIDATES)
          .forEach(candidates::add);
    }
    byModel
        .filter(maker -> candidates.stream().noneMatch(one -> one.brand().equals(maker)))
        .ifPresent(
            maker ->
                candidates.add(new Recognition.Candidate(maker, Optional.of(maker), BY_MODEL)));
    candidates.sort(Comparator.comparingInt(Recognition.Candidate::percent).reversed());
    return candidates;
  }

  private Optional<Recognition.Candidate> likely(
      ListedProduct product, String brand, String plain, Optional<String> byModel) {
    int percent = (int) Math.round(SURE * Spelling.likeness(plain, Spelling.plain(brand)));
    if (percent < LEAST_ALIKE) {
      return Optional.empty();
    }
    Optional<String> maker = identify(product.of(brand)).reliableMaker();
    boolean isBorneOut = byModel.equals(Optional.of(brand)) && maker.equals(byModel);
    int sure = isBorneOut ? SURE - (SURE - percent) * (SURE - BY_MODEL) / SURE : percent;
    return Optional.of(
        new Recognition.Candidate(brand, maker, maker.isPresent() ? sure : sure - NO_MAKER));
  }

  @Override
  public Optional<String> find(String words) {
    Optional<String> start = catalogue.brandBefore(words);
    if (start.isPresent()) {
      return start;
    }
    return Stream.of(words.split("[\\s,;:/()]+"))
        .limit(MOST_WORDS)
        .filter(word -> word.length() >= SHORTEST_BRAND)
        .map(catalogue::brandNamed)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// What the product of a line would be identified as.
  Identification identify(ListedProduct product) {
    return identifier.identify(stated(product));
  }

  /// What the product of a line would say of itself.
  static List<Observation> stated(ListedProduct product) {
    EvidenceId line =
        EvidenceId.of(
            Instant.EPOCH,
            NOWHERE,
            "product list",
            Bytes.utf8(product.brand() + "\n" + product.model() + "\n" + product.firmware()));
    List<Observation> stated = new ArrayList<>();
    add(stated, Observable.ONVIF_MANUFACTURER, product.brand(), line);
    add(stated, Observable.ONVIF_MODEL, product.model(), line);
    add(stated, Observable.ONVIF_FIRMWARE, product.firmware(), line);
    return stated;
  }

  private static void add(
      List<Observation> stated, Observable observable, String text, EvidenceId line) {
    if (!text.isBlank()) {
      stated.add(new Observation.Stated(NOWHERE, observable, text, line));
    }
  }
}
