package lenswacht.probe.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Listing;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.http.HttpMessage;
import lenswacht.probe.net.GatewayAction;
import lenswacht.probe.net.GatewayService;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.OfferedPath;
import lenswacht.probe.net.Reply;
import lenswacht.probe.question.Parsed;

/// Asks the services of one gateway, one action after the other, and gathers what they say.
final class GatewayReading {
  private final NetworkDoor door;
  private final Service gateway;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();

  /// @param description the gateway's description, which is the first piece of evidence
  GatewayReading(Reply.Heard description, NetworkDoor door) {
    this.door = door;
    this.gateway = description.from();
    Evidence first = description.evidence();
    evidence.add(first);
    observations.add(new Observation.Listening(gateway, first.id()));
  }

  ProbeOutcome outcome() {
    return new ProbeOutcome.Answered(observations, evidence);
  }

  /// One answer.
  private record Answer(IgdMessage message, EvidenceId id) {}

  /// Asks `service` everything that may be asked of it.
  void ask(GatewayService service, OfferedPath path) throws InterruptedException {
    switch (service) {
      case SIX_FIREWALL_1 -> firewall(service, path);
      case WAN_IP_2 -> {
        outerAddress(service, path);
        Listed tcp = listed(service, GatewayAction.MAPPINGS_TCP, path);
        Listed udp =
            tcp.worked ? listed(service, GatewayAction.MAPPINGS_UDP, path) : Listed.NOTHING;
        if (tcp.worked && udp.worked) {
          EvidenceId last = evidence.getLast().id();
          boolean whole = tcp.whole && udp.whole;
          end(service, whole ? Listing.TO_THE_END : Listing.IN_PART, tcp.told + udp.told, last);
        } else {
          walk(service, path);
        }
      }
      case WAN_IP_1, WAN_PPP_1 -> {
        outerAddress(service, path);
        walk(service, path);
      }
    }
  }

  private void outerAddress(GatewayService service, OfferedPath path) throws InterruptedException {
    Optional<Answer> answer = put(service, GatewayAction.OUTER_ADDRESS, 0, path);
    if (answer.isPresent() && answer.get().message.fault() == 0) {
      EvidenceId id = answer.get().id;
      answer
          .get()
          .message
          .address("NewExternalIPAddress")
          .ifPresent(outer -> observations.add(new Observation.OuterAddress(gateway, outer, id)));
    }
  }

  private void firewall(GatewayService service, OfferedPath path) throws InterruptedException {
    Optional<Answer> answer = put(service, GatewayAction.SIX_FIREWALL, 0, path);
    if (answer.isPresent() && answer.get().message.fault() == 0) {
      IgdMessage message = answer.get().message;
      Optional<Boolean> enabled = message.flag("FirewallEnabled");
      Optional<Boolean> pinholes = message.flag("InboundPinholeAllowed");
      if (enabled.isPresent() && pinholes.isPresent()) {
        observations.add(
            new Observation.SixFirewall(gateway, enabled.get(), pinholes.get(), answer.get().id));
      }
    }
  }

  /// What came of a list.
  ///
  /// @param worked whether the gateway answered at all
  /// @param whole whether the list was taken in to its end
  /// @param told number of mappings on it
  private record Listed(boolean worked, boolean whole, int told) {
    static final Listed NOTHING = new Listed(false, false, 0);
  }

  private Listed listed(GatewayService service, GatewayAction action, OfferedPath path)
      throws InterruptedException {
    Optional<Answer> answer = put(service, action, 0, path);
    if (answer.isEmpty()) {
      return Listed.NOTHING;
    }
    IgdMessage message = answer.get().message;
    if (message.fault() == IgdMessage.NONE_IN_RANGE) {
      return new Listed(true, true, 0);
    }
    if (message.fault() != 0) {
      return Listed.NOTHING;
    }
    List<IgdMessage.Told> mappings = message.mappings();
    mappings.stream()
        .limit(GatewayAction.MOST_MAPPINGS)
        .forEach(told -> add(told, answer.get().id));
    int listed = message.listed();
    boolean whole =
        listed < GatewayAction.MOST_MAPPINGS
            && mappings.size() == listed
            && !evidence.getLast().truncated();
    return new Listed(true, whole, listed);
  }

  /// Reads mapping by mapping until the gateway says that there is no more. A gateway that tells
  /// the same one twice goes in circles; one that tells nonsense is not believed to have told all.
  private void walk(GatewayService service, OfferedPath path) throws InterruptedException {
    Set<IgdMessage.Told> known = new HashSet<>();
    boolean readable = true;
    int told = 0;
    for (int index = 0; index < GatewayAction.MOST_MAPPINGS; index++) {
      Optional<Answer> answer = put(service, GatewayAction.MAPPING, index, path);
      if (answer.isEmpty()) {
        end(service, Listing.IN_PART, told, evidence.getLast().id());
        return;
      }
      EvidenceId id = answer.get().id;
      int fault = answer.get().message.fault();
      if (fault != 0) {
        end(service, ending(fault, told, readable), told, id);
        return;
      }
      told++;
      Optional<IgdMessage.Told> mapping = answer.get().message.mapping();
      if (mapping.isEmpty()) {
        readable = false;
      } else if (known.add(mapping.get())) {
        add(mapping.get(), id);
      } else {
        end(service, Listing.IN_PART, told - 1, id);
        return;
      }
    }
    end(service, Listing.IN_PART, told, evidence.getLast().id());
  }

  private static Listing ending(int fault, int told, boolean readable) {
    return switch (fault) {
      case IgdMessage.NO_SUCH_PLACE, IgdMessage.NO_SUCH_MAPPING ->
          readable ? Listing.TO_THE_END : Listing.IN_PART;
      default -> told == 0 ? Listing.REFUSED : Listing.IN_PART;
    };
  }

  /// A gateway that tells its mappings to whoever asks makes them for whoever asks.
  private void end(GatewayService service, Listing listing, int told, EvidenceId id) {
    observations.add(new Observation.MappingsRead(gateway, service.type(), listing, told, id));
    if (listing != Listing.REFUSED) {
      observations.add(new Observation.OpensPorts(gateway, "upnp", true, id));
    }
  }

  private void add(IgdMessage.Told told, EvidenceId id) {
    observations.add(
        new Observation.PortMapping(
            gateway,
            told.transport(),
            told.outerPort(),
            told.onlyFrom(),
            told.inner(),
            told.innerPort(),
            told.enabled(),
            Duration.ofSeconds(told.seconds()),
            told.description(),
            id));
  }

  /// Puts one action; empty where nothing came back that can be read.
  private Optional<Answer> put(
      GatewayService service, GatewayAction action, int index, OfferedPath path)
      throws InterruptedException {
    Service web = Service.tcp(gateway.address(), door.ports().canonical(path.port()));
    HttpRequest request = new HttpRequest.Gateway(service, action, index, path);
    if (!(door.ask(web, request, false) instanceof Reply.Heard heard)) {
      return Optional.empty();
    }
    Evidence piece = heard.evidence();
    evidence.add(piece);
    return HttpMessage.parse(heard.bytes()) instanceof Parsed.Good<HttpMessage>(HttpMessage page)
            && IgdMessage.parse(page) instanceof Parsed.Good<IgdMessage>(IgdMessage message)
        ? Optional.of(new Answer(message, piece.id()))
        : Optional.empty();
  }
}
