package lenswacht.probe.gateway;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;

/// Applies to UDP 5351 of our own router. An ordinary question (ASK): which address it has outside,
/// by NAT-PMP. A router that gives it opens ports for whoever asks; nothing is asked for here.
public final class NatPmpProbe implements DatagramProbe {
  private static final int NOT_AUTHORISED = 2;

  private final Set<InetAddress> routers;

  /// @param routers the routers of our own default routes
  public NatPmpProbe(Collection<InetAddress> routers) {
    this.routers = Set.copyOf(routers);
  }

  @Override
  public String name() {
    return "nat-pmp";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(DatagramRequest.NAT_PMP_ADDRESS);
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return DatagramProbe.super.appliesTo(service, soFar) && routers.contains(service.address());
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (NatPmpMessage.parse(heard.bytes())) {
      case Parsed.Bad<NatPmpMessage>(String why) -> heard.garbled(heard.bytes(), why);
      case Parsed.Good<NatPmpMessage>(NatPmpMessage message) -> {
        Reading reading = new Reading(heard.evidence());
        if (message.code() == 0 || message.code() == NOT_AUTHORISED) {
          boolean willing = message.code() == 0;
          reading.add(new Observation.OpensPorts(heard.from(), name(), willing, reading.id()));
        }
        if (message.code() == 0 && !message.outer().isAnyLocalAddress()) {
          reading.add(new Observation.OuterAddress(heard.from(), message.outer(), reading.id()));
        }
        yield reading.outcome();
      }
    };
  }
}
