package lenswacht.console.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.Finding;
import lenswacht.assessment.RatedAsset;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.look.LevelWords;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Words;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.report.AdvisoryTale;
import lenswacht.report.CautionTale;
import lenswacht.report.ChannelTale;
import lenswacht.report.ExposureTale;

/// The explanation of one asset in three layers: the sentence, why, and the evidence.
///
/// @param title kind and address
/// @param sentence what is to be said of it
/// @param contradictions "the label says X, the evidence says Y", why several addresses are one
///     asset, why answers cannot be taken at their word, and what is on its channels
/// @param exposure from where it can be reached, then each way, hop by hop, and what else was seen
///     of it; empty where the asset was not rated
/// @param findings why, gravest first
/// @param open rules that could still fire because something was not looked at
/// @param coverage share of the inputs of the model that were known, in percent; empty where the
///     asset was not rated
/// @param advisories what each advisory on its model means, and what would decide where it is open
public record AssetDetail(
    Phrase title,
    Phrase sentence,
    List<Phrase> contradictions,
    List<Phrase> exposure,
    List<Finding> findings,
    List<String> open,
    Optional<Long> coverage,
    List<Phrase> advisories) {
  public AssetDetail {
    contradictions = List.copyOf(contradictions);
    exposure = List.copyOf(exposure);
    findings = List.copyOf(findings);
    open = List.copyOf(open);
    advisories = List.copyOf(advisories);
  }

  /// The explanation of `row`; empty while the case is being judged.
  static Optional<AssetDetail> of(AssetRow row, FindingTexts words) {
    return row.known().map(known -> of(row, known, words));
  }

  private static AssetDetail of(AssetRow row, AssetRow.Known known, FindingTexts words) {
    Phrase title =
        Phrase.of(
            "detail.title", "kind", Words.of(row.identity().kind()), "address", row.address());
    return new AssetDetail(
        title,
        sentence(row, known),
        doubts(known),
        known.rated().map(asset -> exposure(asset, words)).orElse(List.of()),
        known.rated().map(RatedAsset::findings).orElse(List.of()),
        known.rated().map(AssetDetail::open).orElse(List.of()),
        known.rated().map(asset -> Math.round(asset.coverage() * 100)),
        known.rated().map(AssetDetail::advisories).orElse(List.of()));
  }

  private static List<Phrase> advisories(RatedAsset asset) {
    List<AdvisoryTale.Told> dutch = new AdvisoryTale(Language.NL.locale()).tell(asset.advisories());
    List<AdvisoryTale.Told> english =
        new AdvisoryTale(Language.EN.locale()).tell(asset.advisories());
    List<Phrase> told = new ArrayList<>();
    for (int i = 0; i < Math.min(dutch.size(), english.size()); i++) {
      told.add(new Phrase.Both(dutch.get(i).sentence(), english.get(i).sentence()));
    }
    return told;
  }

  private static Phrase sentence(AssetRow row, AssetRow.Known known) {
    List<Phrase> said = new ArrayList<>();
    said.add(madeBy(row, known));
    if (row.identity().buildDate().isPresent()) {
      said.add(row.builtSentence());
    }
    if (known.trace().isSeenThrough()) {
      said.add(Phrase.of("detail.seen-through"));
    }
    said.add(
        known.rated().isEmpty()
            ? Phrase.of("detail.not-rated")
            : Phrase.of(
                "detail.levels",
                "espionage",
                LevelWords.headline(row.espionage()),
                "privacy",
                LevelWords.headline(row.privacy())));
    return new Phrase.Joined(said, " ");
  }

  private static Phrase madeBy(AssetRow row, AssetRow.Known known) {
    ProductIdentity identity = row.identity();
    if (identity.maker().isEmpty()) {
      return Phrase.of("detail.maker-open");
    }
    Map<String, Phrase> names =
        Map.of("maker", row.maker(), "brand", row.label(), "confidence", row.makerConfidence());
    return known.identification().isRelabelled()
        ? new Phrase.Keyed("detail.relabelled", names)
        : new Phrase.Keyed("detail.maker", names);
  }

  private static List<Phrase> doubts(AssetRow.Known known) {
    List<Phrase> all = new ArrayList<>(contradictions(known.identification()));
    all.addAll(both(language -> new CautionTale(language).tell(known.trace())));
    all.addAll(both(language -> new ChannelTale(language).tell(known.trace().channels())));
    return all;
  }

  private static List<Phrase> both(Function<Locale, List<String>> tale) {
    List<String> dutch = tale.apply(Language.NL.locale());
    List<String> english = tale.apply(Language.EN.locale());
    List<Phrase> both = new ArrayList<>();
    for (int i = 0; i < dutch.size(); i++) {
      both.add(new Phrase.Both(dutch.get(i), english.get(i)));
    }
    return both;
  }

  private static List<Phrase> contradictions(Identification identification) {
    return identification.contradictions().stream()
        .map(
            pair ->
                Phrase.of(
                    "detail.contradiction",
                    "attribute",
                    Words.of(pair.stronger().attribute()),
                    "weaker",
                    Words.value(pair.weaker()),
                    "weaker-sign",
                    Words.of(pair.weaker().trust()),
                    "stronger",
                    Words.value(pair.stronger()),
                    "stronger-sign",
                    Words.of(pair.stronger().trust())))
        .toList();
  }

  private static List<Phrase> exposure(RatedAsset asset, FindingTexts words) {
    List<String> dutch = exposure(asset, words, Language.NL);
    List<String> english = exposure(asset, words, Language.EN);
    List<Phrase> said = new ArrayList<>();
    for (int i = 0; i < dutch.size(); i++) {
      said.add(new Phrase.Both(dutch.get(i), english.get(i)));
    }
    return said;
  }

  private static List<String> exposure(RatedAsset asset, FindingTexts words, Language language) {
    ExposureTale tale = new ExposureTale(language.locale());
    List<String> said = new ArrayList<>();
    said.add(tale.level(asset.exposure()));
    said.addAll(tale.paths(asset.exposure()));
    said.addAll(tale.remarks(asset.exposure()));
    asset
        .contradictions()
        .forEach(it -> said.add(tale.contradiction(words.question(it.field(), language), it)));
    return said;
  }

  private static List<String> open(RatedAsset asset) {
    return Stream.of(asset.espionage(), asset.privacy())
        .flatMap(rating -> rating.factors().stream())
        .map(FactorReading::open)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
