package lenswacht.probe.listen;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lenswacht.observation.AddressRange;
import lenswacht.observation.FactJson;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;

/// Listens under a mandate for the range in its argument until standard input ends, and prints what
/// it hears as lines of JSON.
final class HearingMain {
  private HearingMain() {}

  public static void main(String[] arguments) throws Exception {
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "test",
            "two namespaces",
            "the tests",
            new ScanScope(List.of(AddressRange.parse(arguments[0])), List.of()),
            now.minusSeconds(60),
            now.plusSeconds(600),
            Intrusiveness.LISTEN,
            100,
            false);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    AtomicBoolean ended = new AtomicBoolean();
    Thread.ofPlatform().daemon().start(() -> awaitEnd(ended));
    try (NetworkDoor door =
        new NetworkDoor(
            mandate, PortPlan.standard(), InstantSource.system(), DoorLimits.standard())) {
      ListeningPost.Outcome outcome =
          new ListeningPost(door, NameWatch.NONE)
              .listen(
                  Duration.ofSeconds(15),
                  () -> !ended.get(),
                  heard -> print(out, heard),
                  second -> {});
      outcome.listened().forEach(one -> print(out, one));
      outcome.whereabouts().forEach(one -> print(out, new JournalEvent.Located(one)));
    }
  }

  private static void awaitEnd(AtomicBoolean ended) {
    try {
      System.in.readAllBytes();
    } catch (IOException gone) {
      // The same as its end.
    }
    ended.set(true);
  }

  private static void print(PrintStream out, JournalEvent event) {
    out.println(new String(FactJson.writeLine(event), StandardCharsets.UTF_8));
  }
}
