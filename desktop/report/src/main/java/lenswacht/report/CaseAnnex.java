package lenswacht.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.fingerprint.ProductIdentity;

/// The products that were found at a site, as an annex to a tender: the verdict on each and what is
/// to be asked of its supplier. No address stands in it.
final class CaseAnnex {
  private static final int REASONS = 4;

  private final ReportContents contents;
  private final Wording wording;

  CaseAnnex(ReportContents contents, Wording wording) {
    this.contents = contents;
    this.wording = wording;
  }

  ProductAnnex annex() {
    Map<List<Optional<String>>, List<RatedAsset>> products = new LinkedHashMap<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      ProductIdentity identity = asset.identification().identity();
      products
          .computeIfAbsent(
              List.of(identity.brand(), identity.maker(), identity.model()),
              first -> new ArrayList<>())
          .add(asset);
    }
    List<ProductAnnex.Line> lines = new ArrayList<>();
    products.forEach((product, assets) -> lines.add(line(lines.size() + 1, product, assets)));
    Map<String, Integer> counted = new LinkedHashMap<>();
    counted.put(wording.say("annex.assets"), contents.assessment().assets().size());
    return new ProductAnnex(contents.assessment().site(), counted, lines, contents.edition(), true);
  }

  private ProductAnnex.Line line(
      int number, List<Optional<String>> product, List<RatedAsset> assets) {
    String name =
        product.stream().flatMap(Optional::stream).distinct().collect(Collectors.joining(" "));
    return new ProductAnnex.Line(
        number,
        name.isEmpty() ? wording.say("not-determined") : name,
        wording.say("annex.found", wording.number(assets.size())),
        worst(assets.stream().map(asset -> asset.espionage().level())),
        worst(assets.stream().map(asset -> asset.privacy().level())),
        reason(assets),
        product
            .get(1)
            .flatMap(contents.edition().makers()::maker)
            .map(maker -> maker.date())
            .orElse("–"),
        questions(product, assets));
  }

  private static Optional<Interval> worst(Stream<Interval> levels) {
    return levels.reduce(
        (one, other) -> new Interval(one.best().max(other.best()), one.worst().max(other.worst())));
  }

  /// The gravest of what was found, each rule once, without the address of any asset.
  private String reason(List<RatedAsset> assets) {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (RatedAsset asset : assets) {
      for (Finding found : asset.findings()) {
        sentences.computeIfAbsent(
            found.rule(),
            rule -> wording.sentence(found.text(), nameless(asset, found)) + " (" + rule + ")");
      }
    }
    return sentences.values().stream().limit(REASONS).collect(Collectors.joining(" "));
  }

  private Map<String, String> nameless(RatedAsset asset, Finding found) {
    Set<String> names = new HashSet<>(asset.trace().elsewhere());
    names.add(asset.address());
    asset.trace().addresses().forEach(address -> names.add(address.getHostAddress()));
    Map<String, String> parameters = new HashMap<>(found.parameters());
    parameters.replaceAll(
        (name, value) -> names.contains(value) ? wording.say("annex.address") : value);
    return parameters;
  }

  private List<String> questions(List<Optional<String>> product, List<RatedAsset> assets) {
    List<String> questions = new ArrayList<>();
    if (product.get(1).isEmpty()) {
      questions.add(wording.say("annex.ask.maker"));
    }
    if (product.get(2).isEmpty()) {
      questions.add(wording.say("annex.ask.model"));
    }
    if (assets.stream().anyMatch(asset -> asset.identification().identity().firmware().isEmpty())) {
      questions.add(wording.say("annex.ask.firmware"));
    }
    String open =
        assets.stream()
            .flatMap(asset -> asset.advisories().stream())
            .filter(answer -> answer.mayCover() && !answer.isConfirmed())
            .map(AdvisoryAnswer::cve)
            .distinct()
            .limit(REASONS)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      questions.add(wording.say("annex.ask.advisories", open));
    }
    questions.add(wording.say("annex.ask.support"));
    questions.add(wording.say("annex.ask.remote"));
    return questions;
  }
}
