package lenswacht.console.room;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.console.product.ProductKnowledge;
import lenswacht.console.product.ProductLine;
import lenswacht.console.product.ProductList;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Words;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Jurisdiction.Criterion;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;
import lenswacht.observation.Bytes;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Stated;
import lenswacht.observation.Service;

/// What the catalogue and the edition's makers say of a product that nobody has seen: its line in
/// the list is read as what it would say of itself.
///
/// @param identifier follows a label to the maker behind it
/// @param makers what is on file about makers
public record EditionProducts(Identifier identifier, MakerRegister makers)
    implements ProductKnowledge {
  private static final Service NOWHERE = Service.tcp(InetAddress.getLoopbackAddress(), 1);

  @Override
  public ProductLine lookUp(ProductList.Product product) {
    Identification found = identifier.identify(stated(product));
    Optional<String> maker = found.identity().maker();
    return new ProductLine(
        product.brand(),
        product.model(),
        maker,
        maker.map(name -> Words.of(confidence(found, name))).orElse(Phrase.NONE),
        maker.map(this::facts).orElse(List.of()));
  }

  /// How sure the maker is by itself: what kind of thing it is does not matter here.
  private static Confidence confidence(Identification found, String maker) {
    return found.claims().stream()
        .filter(claim -> claim.attribute() == Claim.Attribute.MAKER)
        .filter(claim -> claim.value().equals(maker))
        .map(Claim::confidence)
        .max(Comparator.naturalOrder())
        .orElse(Confidence.HINT);
  }

  private static List<Observation> stated(ProductList.Product product) {
    EvidenceId line =
        EvidenceId.of(
            Instant.EPOCH,
            NOWHERE,
            "product list",
            Bytes.utf8(product.brand() + "\n" + product.model()));
    List<Observation> stated = new ArrayList<>();
    stated.add(new Stated(NOWHERE, Observable.ONVIF_MANUFACTURER, product.brand(), line));
    if (!product.model().isEmpty()) {
      stated.add(new Stated(NOWHERE, Observable.ONVIF_MODEL, product.model(), line));
    }
    return stated;
  }

  private List<Phrase> facts(String name) {
    List<Phrase> facts = new ArrayList<>();
    makers.maker(name).ifPresent(maker -> facts.addAll(own(maker)));
    for (Criterion criterion : Criterion.values()) {
      makers.statements(name, criterion).stream()
          .map(
              said ->
                  Phrase.of(
                      "products.fact.statement",
                      "state",
                      said.state(),
                      "statement",
                      new Phrase.Both(said.nl(), said.en()),
                      "source",
                      said.source(),
                      "date",
                      said.date()))
          .forEach(facts::add);
    }
    makers.listings(name).stream()
        .map(
            listing ->
                Phrase.of(
                    "products.fact.listing",
                    "state",
                    listing.state(),
                    "instrument",
                    listing.instrument(),
                    "source",
                    listing.source(),
                    "date",
                    listing.date()))
        .forEach(facts::add);
    return facts.isEmpty() ? List.of(Phrase.of("products.fact.none")) : facts;
  }

  private static List<Phrase> own(Maker maker) {
    Stream<Phrase> owner =
        maker.owner().isEmpty()
            ? Stream.empty()
            : Stream.of(fact(maker, "products.fact.owner", "owner", maker.owner()));
    Stream<Phrase> seats =
        maker.seats().isEmpty()
            ? Stream.empty()
            : Stream.of(
                fact(maker, "products.fact.seats", "seats", String.join(", ", maker.seats())));
    Stream<Phrase> share =
        maker.stateShare().stream()
            .mapToObj(percent -> fact(maker, "products.fact.share", "share", percent));
    return Stream.of(owner, seats, share).flatMap(stream -> stream).toList();
  }

  private static Phrase fact(Maker maker, String key, String name, Object value) {
    return Phrase.of(key, name, value, "source", maker.source(), "date", maker.date());
  }
}
