package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.agent.service.ConsoleTime;
import lenswacht.agent.service.FilterGate;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.Order;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packet filter reckons by the time that a console gave the agent.
class FilterClockTest {
  private static final Pattern TIMEOUT = Pattern.compile("arp timeout (\\d+)s");

  @TempDir private Path folder;

  /// On a computer whose clock stands twenty years back, until a console set it.
  @Test
  void a_mandate_lapses_at_the_same_moment_for_agent_and_filter() throws Exception {
    Identity device = Identity.openOrCreate(folder, "device");
    Identity console = Identity.openOrCreate(folder.resolve("console"), "console");
    PairedPeers.open(folder).add(new PairedPeers.Peer(console.key(), "console", Instant.now()));
    Instant own = Instant.now();
    Instant at = own.plus(Duration.ofDays(7305));
    Path mandate = folder.resolve("mandate");
    Files.writeString(mandate, mandate(console, at).text());

    AgentProcess agent = new AgentProcess(folder);
    assertThat(rules(agent)).as("by the computer's clock").isEmpty();

    SignedOrder order = order(console, device, at);
    new FilterGate(folder).tell(new ConsoleTime(own, order));
    Matcher timeout = TIMEOUT.matcher(rules(agent));
    assertThat(timeout.find()).isTrue();
    assertThat(Long.parseLong(timeout.group(1))).isBetween(3000L, 3600L);

    Identity stranger = Identity.openOrCreate(folder.resolve("stranger"), "stranger");
    new FilterGate(folder).tell(new ConsoleTime(own, order(stranger, device, at)));
    assertThat(rules(agent)).as("by a stranger's word").isEmpty();
  }

  @Test
  void a_time_that_was_kept_is_read_again_and_a_damaged_one_is_none() throws Exception {
    ConsoleTime time = new ConsoleTime(Instant.EPOCH, new SignedOrder("LENSWACHT ORDER 1\n"));
    FilterGate gate = new FilterGate(folder);
    assertThat(gate.time()).isEmpty();
    gate.tell(time);
    assertThat(gate.time()).contains(time);
    Files.writeString(folder.resolve("clock"), "noon\nno order");
    assertThat(gate.time()).isEmpty();
  }

  private String rules(AgentProcess agent) throws Exception {
    Process process =
        agent.start(
            "filter",
            "--mandate",
            folder.resolve("mandate").toString(),
            "--clock",
            folder.resolve("clock").toString(),
            "--home",
            folder.toString());
    process.getErrorStream().close();
    return new String(process.getInputStream().readAllBytes());
  }

  private static SignedOrder order(Identity console, Identity device, Instant at) throws Exception {
    return SignedOrder.sign(
        new SignedOrder.Sheet(device.key(), 1, new Order.SetClock(at)),
        console.privateKey(),
        console.publicKey());
  }

  private static SignedMandate mandate(Identity console, Instant at) throws Exception {
    Mandate mandate =
        new Mandate(
            "M-1",
            "Practice",
            "somebody",
            new ScanScope(List.of(AddressRange.parse("10.20.30.0/24")), List.of()),
            at.minusSeconds(60),
            at.plusSeconds(3600),
            Intrusiveness.ASK,
            2000,
            true);
    return SignedMandate.sign(mandate, console.privateKey(), console.publicKey());
  }
}
