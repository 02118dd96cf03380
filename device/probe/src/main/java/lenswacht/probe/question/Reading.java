package lenswacht.probe.question;

import java.util.ArrayList;
import java.util.List;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// Gathers what one answer says, each fact tied to the evidence it was read from.
public final class Reading {
  private final Service service;
  private final EvidenceId id;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();

  /// A reading of `evidence`. That the service answered at all is its first observation.
  public Reading(Evidence evidence) {
    this.service = evidence.service();
    this.id = evidence.id();
    this.evidence.add(evidence);
    observations.add(new Observation.Listening(service, id));
  }

  /// Who the reading is about.
  public Service service() {
    return service;
  }

  /// The evidence it is read from.
  public EvidenceId id() {
    return id;
  }

  /// Adds that the service said `value`; blank values say nothing and are left out.
  public Reading state(Observable observable, String value) {
    Observation.Stated stated = new Observation.Stated(service, observable, value, id);
    if (!stated.value().isEmpty() && !observations.contains(stated)) {
      observations.add(stated);
    }
    return this;
  }

  /// Adds a field as `name=value`; blank values are left out.
  public Reading field(Observable observable, String name, String value) {
    return value.isBlank() ? this : state(observable, name + "=" + value.strip());
  }

  /// Adds the host's hardware address; text that is none, or all zero, is left out.
  public Reading hardware(String text) {
    String digits = text.strip().replaceAll("[:.\\-]", "");
    if (digits.matches("[0-9A-Fa-f]{12}") && !digits.matches("0{12}|[Ff]{12}")) {
      observations.add(new Observation.HardwareAddress(service, MacAddress.parse(digits), id));
    }
    return this;
  }

  /// Adds an observation.
  public Reading add(Observation observation) {
    observations.add(observation);
    return this;
  }

  /// The answer as an outcome.
  public ProbeOutcome.Answered outcome() {
    return new ProbeOutcome.Answered(observations, evidence);
  }

  /// Two answers as one outcome, each fact once.
  public static ProbeOutcome.Answered joined(ProbeOutcome.Answered one, ProbeOutcome.Answered two) {
    List<Evidence> evidence = new ArrayList<>(one.evidence());
    evidence.addAll(two.evidence());
    List<Observation> observations = new ArrayList<>(one.observations());
    two.observations().stream()
        .filter(fact -> one.observations().stream().noneMatch(known -> isSame(known, fact)))
        .forEach(observations::add);
    return new ProbeOutcome.Answered(observations, evidence);
  }

  private static boolean isSame(Observation known, Observation fact) {
    return switch (fact) {
      case Observation.Listening listening ->
          known instanceof Observation.Listening other
              && other.service().equals(listening.service());
      case Observation.Cleartext cleartext ->
          known instanceof Observation.Cleartext other
              && other.service().equals(cleartext.service())
              && other.protocol().equals(cleartext.protocol());
      case Observation.Stated stated ->
          known instanceof Observation.Stated other
              && other.service().equals(stated.service())
              && other.observable() == stated.observable()
              && other.value().equals(stated.value());
      case Observation.HardwareAddress _,
          Observation.ClockOffset _,
          Observation.Outbound _,
          Observation.OpenStream _,
          Observation.Activation _,
          Observation.CloudRelay _,
          Observation.AnonymousRead _,
          Observation.Picture _,
          Observation.Channel _,
          Observation.OuterAddress _,
          Observation.PortMapping _,
          Observation.MappingsRead _,
          Observation.OpensPorts _,
          Observation.SixFirewall _ ->
          known.equals(fact);
    };
  }
}
