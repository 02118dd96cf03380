package lenswacht.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Assessor;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Jurisdiction;
import lenswacht.knowledge.Listing;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;

/// Judges the lines of a list by the rules that judge what was seen on a network. What a line does
/// not say is not determined, and counts at its worst.
public final class ProductJudge {
  private final Edition edition;
  private final Recogniser recogniser;

  /// @param edition rules and what is known of makers
  /// @param recogniser reads a line as a product
  public ProductJudge(Edition edition, Recogniser recogniser) {
    this.edition = edition;
    this.recogniser = recogniser;
  }

  /// Judges every line, in their order.
  ///
  /// @param site what people said of the place for which the products are meant
  /// @param onDay the day for which ages are counted
  public List<JudgedProduct> judge(List<Recognition> lines, Answers site, LocalDate onDay) {
    Map<String, Identification> identified = new HashMap<>();
    List<SeenAsset> assets = new ArrayList<>();
    for (Recognition line : lines) {
      Identification who = identified.computeIfAbsent(line.product().key(), _ -> identify(line));
      assets.add(
          new SeenAsset(
              name(line), Trace.NONE, Optional.empty(), who, Recogniser.stated(line.product())));
    }
    Assessment assessment = new Assessor(edition).assess("", onDay, site, assets, List.of());
    Map<String, RatedAsset> rated =
        assessment.assets().stream()
            .collect(Collectors.toMap(RatedAsset::address, Function.identity()));
    return lines.stream()
        .map(line -> judged(line, Optional.ofNullable(rated.get(name(line)))))
        .toList();
  }

  private static String name(Recognition line) {
    return "line " + line.product().line();
  }

  private Identification identify(Recognition line) {
    return line.settled()
        .map(candidate -> recogniser.identify(line.product().of(candidate.brand())))
        .orElseGet(() -> recogniser.identify(line.product()).notBelieved());
  }

  private JudgedProduct judged(Recognition line, Optional<RatedAsset> rated) {
    Optional<Maker> maker =
        line.settled()
            .flatMap(Recognition.Candidate::maker)
            .flatMap(name -> edition.makers().maker(name));
    return new JudgedProduct(
        line,
        rated,
        rated.flatMap(asset -> oldest(maker, asset)),
        rated.map(asset -> questions(line, maker, asset)).orElse(List.of()));
  }

  /// The oldest date among the sources on the maker, its states, its listings and the advisories.
  private Optional<String> oldest(Optional<Maker> maker, RatedAsset asset) {
    List<String> dates = new ArrayList<>();
    if (maker.isPresent()) {
      MakerRegister makers = edition.makers();
      String name = maker.get().name();
      makers.chain(name).stream().map(Maker::date).forEach(dates::add);
      for (Jurisdiction.Criterion criterion : Jurisdiction.Criterion.values()) {
        makers.statements(name, criterion).stream().map(Jurisdiction::date).forEach(dates::add);
      }
      makers.listings(name).stream().map(Listing::date).forEach(dates::add);
    }
    asset.advisories().stream()
        .filter(AdvisoryAnswer::isConfirmed)
        .map(AdvisoryAnswer::first)
        .map(Advisory::date)
        .forEach(dates::add);
    return dates.stream().min(Comparator.naturalOrder());
  }

  private static List<SupplierQuestion> questions(
      Recognition line, Optional<Maker> maker, RatedAsset asset) {
    List<SupplierQuestion> questions = new ArrayList<>();
    if (maker.isEmpty()) {
      questions.add(SupplierQuestion.MAKER);
    }
    if (maker.filter(known -> !known.seats().isEmpty() && !known.owner().isEmpty()).isEmpty()) {
      questions.add(SupplierQuestion.OWNER);
    }
    if (asset.identification().identity().model().isEmpty()) {
      questions.add(SupplierQuestion.MODEL);
    }
    if (line.product().firmware().isEmpty()) {
      questions.add(SupplierQuestion.FIRMWARE);
    }
    boolean isOpen =
        asset.advisories().stream().anyMatch(one -> one.mayCover() && !one.isConfirmed());
    if (isOpen) {
      questions.add(SupplierQuestion.ADVISORIES);
    }
    questions.add(SupplierQuestion.SUPPORT);
    questions.add(SupplierQuestion.REMOTE);
    questions.add(SupplierQuestion.UPDATES);
    questions.add(SupplierQuestion.FACES);
    if (line.settled().isEmpty()) {
      questions.add(SupplierQuestion.CHAIN);
    }
    return questions;
  }
}
