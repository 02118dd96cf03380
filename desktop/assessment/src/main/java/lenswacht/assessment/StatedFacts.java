package lenswacht.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.advisory.AdvisoryJudge;
import lenswacht.assessment.advisory.Product;
import lenswacht.fingerprint.FirmwareGrammar;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.PolicyPack;

/// One camera and its site given as facts, without any scan, and what the model says of it.
///
/// @param espionage rating on the espionage axis
/// @param privacy rating on the privacy axis
/// @param findings the rules that fire, gravest first
/// @param advisories what each vulnerability of which an advisory names the model means
/// @param controls verdict for each control, with the rules it rests on, in the order of the pack
/// @param inputs how much of what the model asks for was given
public record StatedFacts(
    Rating espionage,
    Rating privacy,
    List<Finding> findings,
    List<AdvisoryAnswer> advisories,
    List<ControlAnswer> controls,
    Inputs inputs) {
  public StatedFacts {
    findings = List.copyOf(findings);
    advisories = List.copyOf(advisories);
    controls = List.copyOf(controls);
  }

  /// Rates facts. A field that is not given is not determined.
  ///
  /// @param facts value by field of the pack; these outrank what the advisories say
  /// @param product what is known of maker, model and firmware
  /// @throws IllegalArgumentException if the pack has no such field, or it cannot have the value
  public static StatedFacts rate(
      Edition edition, Map<String, String> facts, Optional<Product> product) {
    return rate(edition, facts, product, edition.date());
  }

  /// Rates facts on a day.
  ///
  /// @param onDay the day for which is judged
  public static StatedFacts rate(
      Edition edition, Map<String, String> facts, Optional<Product> product, LocalDate onDay) {
    PolicyPack pack = edition.pack();
    List<AdvisoryAnswer> advisories =
        product
            .map(new AdvisoryJudge(edition.advisories(), FirmwareGrammar.bundled())::answers)
            .orElse(List.of());
    Map<String, FieldValue> values =
        product
            .filter(known -> known.maker().isPresent())
            .map(
                known ->
                    FirmwareFacts.weigh(
                        advisories,
                        known.model().isPresent()
                            && (known.firmware().isPresent() || known.built().isPresent())
                            && known.label().isEmpty(),
                        List.of()))
            .orElseGet(TreeMap::new);
    Optional<String> maker = product.flatMap(Product::maker);
    maker.ifPresent(
        name -> values.putAll(new SupplierFacts(edition.makers(), pack).read(name, List.of())));
    facts.forEach(
        (name, value) -> {
          Field field =
              pack.field(name)
                  .orElseThrow(() -> new IllegalArgumentException("there is no field " + name));
          if (!field.accepts(value)) {
            throw new IllegalArgumentException("'" + value + "' is no value of " + name);
          }
          values.put(name, FieldValue.said(value, Map.of()));
        });
    Facts read = new Facts(values, maker.map(name -> Map.of("maker", name)).orElse(Map.of()));
    Reading reading = Reading.of(pack, read);
    Engine engine = new Engine(pack);
    return new StatedFacts(
        engine.rate(Axis.ESPIONAGE, reading),
        engine.rate(Axis.PRIVACY, reading),
        new FindingWriter(pack).write(reading, read),
        advisories,
        new ControlReader(pack).answers(new ControlReader.Judged(read, reading), onDay),
        Inputs.of(pack, read, reading));
  }
}
