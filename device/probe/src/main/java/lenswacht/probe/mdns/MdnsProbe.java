package lenswacht.probe.mdns;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Observable;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;

/// Applies to UDP 5353. An ordinary question (ASK): which services a host announces. Names and
// texts
/// often hold model and hardware address; addresses tell that a host has several.
public final class MdnsProbe implements DatagramProbe {
  private static final int MOST = 48;
  private static final Pattern HARDWARE = Pattern.compile("(?i)macaddress=([0-9a-f:.\\-]{12,17})");

  @Override
  public String name() {
    return "mdns";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(DatagramRequest.MDNS_SERVICES);
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (DnsMessage.parse(heard.bytes())) {
      case Parsed.Bad<DnsMessage>(String why) -> heard.garbled(heard.bytes(), why);
      case Parsed.Good<DnsMessage>(DnsMessage message) -> {
        Reading reading = new Reading(heard.evidence());
        message.answers().stream().limit(MOST).forEach(found -> read(reading, found));
        yield reading.outcome();
      }
    };
  }

  private static void read(Reading reading, DnsMessage.Answer found) {
    reading.state(Observable.MDNS_NAME, found.name());
    for (String text : found.texts()) {
      if (found.isPlace()) {
        reading.state(Observable.MDNS_SERVICE, found.name() + " " + text);
        continue;
      }
      if (found.isAddress()) {
        reading.state(Observable.MDNS_ADDRESS, found.name() + " " + text);
        continue;
      }
      reading.state(Observable.MDNS_NAME, text);
      Matcher hardware = HARDWARE.matcher(text);
      if (hardware.find()) {
        reading.hardware(hardware.group(1));
      }
    }
  }
}
