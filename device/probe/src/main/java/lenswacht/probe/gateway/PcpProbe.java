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

/// Applies to UDP 5351 of our own router. An ordinary question (ASK): whether it speaks PCP, by the
/// announcement that asks for nothing. A router that does opens ports for whoever asks.
public final class PcpProbe implements DatagramProbe {
  private static final int NOT_AUTHORISED = 2;

  private final Set<InetAddress> routers;

  /// @param routers the routers of our own default routes
  public PcpProbe(Collection<InetAddress> routers) {
    this.routers = Set.copyOf(routers);
  }

  @Override
  public String name() {
    return "pcp";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(DatagramRequest.PCP_ANNOUNCE);
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return DatagramProbe.super.appliesTo(service, soFar) && routers.contains(service.address());
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (PcpMessage.parse(heard.bytes())) {
      case Parsed.Bad<PcpMessage>(String why) -> heard.garbled(heard.bytes(), why);
      case Parsed.Good<PcpMessage>(PcpMessage message) -> {
        Reading reading = new Reading(heard.evidence());
        if (message.code() == 0 || message.code() == NOT_AUTHORISED) {
          boolean willing = message.code() == 0;
          reading.add(new Observation.OpensPorts(heard.from(), name(), willing, reading.id()));
        }
        yield reading.outcome();
      }
    };
  }
}
