package lenswacht.probe.rtsp;

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
import lenswacht.probe.net.RtspRequest;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;

/// Applies to every RTSP port. An ordinary question (ASK): OPTIONS and then DESCRIBE of `/` on one
/// connection, without credentials. A stream is described, never opened.
public final class RtspProbe implements Probe {
  private static final List<RtspRequest> QUESTIONS =
      List.of(RtspRequest.OPTIONS, RtspRequest.DESCRIBE);

  /// A probe that keeps nothing between questions.
  public RtspProbe() {}

  @Override
  public String name() {
    return "rtsp";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return PortPlan.RTSP.contains(service.port());
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    List<Reply> replies = door.ask(service, QUESTIONS);
    ProbeOutcome outcome = read(replies.getFirst());
    for (Reply later : replies.subList(1, replies.size())) {
      outcome = joined(outcome, read(later));
    }
    return outcome;
  }

  private static ProbeOutcome read(Reply reply) {
    return switch (reply) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (RtspMessage.parse(heard.bytes())) {
            case Parsed.Bad<RtspMessage>(String why) -> heard.garbled(heard.bytes(), why);
            case Parsed.Good<RtspMessage>(RtspMessage message) -> read(heard, message);
          };
    };
  }

  private static ProbeOutcome read(Reply.Heard heard, RtspMessage message) {
    Reading reading = new Reading(heard.evidence(withoutDescription(heard.bytes(), message)));
    reading.add(new Observation.Cleartext(heard.from(), "RTSP", reading.id()));
    message.header("Server").ifPresent(server -> reading.state(Observable.RTSP_SERVER, server));
    message.header("Public").ifPresent(list -> reading.state(Observable.RTSP_PUBLIC, list));
    message.realms().forEach(realm -> reading.state(Observable.RTSP_REALM, realm));
    if (message.isDescription()) {
      message.makerLines().forEach(line -> reading.state(Observable.RTSP_SDP, line));
      if (message.videoTracks() > 1) {
        reading.field(Observable.RTSP_SDP, "video", Integer.toString(message.videoTracks()));
      }
      reading.add(new Observation.OpenStream(heard.from(), "/", reading.id()));
    }
    return reading.outcome();
  }

  /// The reply as it may be kept: of a session description only the lines that tell the maker, and
  /// that there are several video tracks.
  private static Bytes withoutDescription(Bytes bytes, RtspMessage message) {
    if (message.body().isEmpty()) {
      return bytes;
    }
    int head = bytes.length() - Math.min(bytes.length(), bodyOctets(bytes));
    String kept = String.join("\r\n", message.keptLines());
    return Bytes.utf8(bytes.head(head).latin1() + kept + "\r\n");
  }

  private static int bodyOctets(Bytes bytes) {
    String text = bytes.latin1();
    int strict = text.indexOf("\r\n\r\n");
    int loose = text.indexOf("\n\n");
    int end = strict >= 0 && (loose < 0 || strict < loose) ? strict + 4 : loose + 2;
    return bytes.length() - end;
  }

  /// Two outcomes of one connection as one: what was answered counts, whatever came before or
  /// after.
  private static ProbeOutcome joined(ProbeOutcome first, ProbeOutcome second) {
    if (first instanceof ProbeOutcome.Answered one && second instanceof ProbeOutcome.Answered two) {
      return Reading.joined(one, two);
    }
    return second instanceof ProbeOutcome.Answered ? second : first;
  }
}
