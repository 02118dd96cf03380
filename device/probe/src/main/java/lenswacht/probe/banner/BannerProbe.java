package lenswacht.probe.banner;

import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.net.Reply;
import lenswacht.probe.net.StreamRequest;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;

/// Applies to FTP, SSH and the Hikvision family's server port. The mildest question over TCP (ASK):
/// connect, send nothing, read what the other side says first.
public final class BannerProbe implements Probe {
  private static final int LONGEST_HEX = 64;

  @Override
  public String name() {
    return "banner";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return PortPlan.BANNER.contains(service.port()) || service.port() == PortPlan.HIKVISION_SERVER;
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return switch (door.ask(service, StreamRequest.GREETING)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          new Reading(heard.evidence())
              .state(Observable.BANNER, printable(heard.bytes()))
              .state(Observable.BANNER_HEX, heard.bytes().head(LONGEST_HEX).hex())
              .outcome();
    };
  }

  /// The bytes as text, if they are mostly text; else nothing.
  private static String printable(Bytes bytes) {
    String text = bytes.latin1();
    long strange = text.chars().filter(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t').count();
    return strange * 8 > text.length() ? "" : text;
  }
}
