package lenswacht.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import lenswacht.agent.panel.PartCheck;
import lenswacht.agent.panel.PartCheck.Part;
import lenswacht.agent.panel.UsbCable;
import lenswacht.agent.panel.Verdict;
import lenswacht.observation.ClockTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read of the box, from folders shaped like the kernel's.
class BoxLookTest {
  @TempDir Path root;

  @Test
  void cable_is_what_the_controller_says() throws Exception {
    assertThat(look().cable()).isEqualTo(UsbCable.NOT_DETERMINED);
    Map<String, UsbCable> states =
        Map.of(
            "configured", UsbCable.DATA,
            "suspended", UsbCable.DATA,
            "powered", UsbCable.POWER_ONLY,
            "default", UsbCable.POWER_ONLY,
            "not attached", UsbCable.NONE,
            "something new", UsbCable.NOT_DETERMINED);
    for (Map.Entry<String, UsbCable> state : states.entrySet()) {
      put("sys/class/udc/fe980000.usb/state", state.getKey() + "\n");
      assertThat(look().cable()).as(state.getKey()).isEqualTo(state.getValue());
    }
  }

  @Test
  void network_is_what_the_cards_say_and_not_what_other_interfaces_say() throws Exception {
    put("sys/class/net/lo/carrier", "1");
    assertThat(look().network()).isEqualTo(Verdict.NOT_DETERMINED);
    assertThat(check(Part.NETWORK)).isEqualTo(Verdict.FAILS);
    put("sys/class/net/eth0/carrier", "0");
    put("sys/class/net/eth0/device/vendor", "x");
    assertThat(look().network()).isEqualTo(Verdict.FAILS);
    put("sys/class/net/eth0/carrier", "1");
    assertThat(look().network()).isEqualTo(Verdict.WORKS);
    assertThat(check(Part.NETWORK)).isEqualTo(Verdict.WORKS);
  }

  @Test
  void clock_works_and_vouches_for_the_time_when_it_agrees_with_the_system() throws Exception {
    assertThat(check(Part.CLOCK)).isEqualTo(Verdict.NOT_DETERMINED);
    assertThat(look().clockTrust()).isEqualTo(ClockTrust.UNKNOWN);
    put("sys/class/rtc/rtc0/since_epoch", "" + Instant.now().getEpochSecond());
    assertThat(check(Part.CLOCK)).isEqualTo(Verdict.WORKS);
    assertThat(look().clockTrust()).isEqualTo(ClockTrust.REAL_TIME_CLOCK);
    put("sys/class/rtc/rtc0/since_epoch", "86400");
    assertThat(check(Part.CLOCK)).isEqualTo(Verdict.FAILS);
    assertThat(look().clockTrust()).isEqualTo(ClockTrust.UNKNOWN);
    put("sys/class/rtc/rtc0/since_epoch", "yesterday");
    assertThat(check(Part.CLOCK)).isEqualTo(Verdict.NOT_DETERMINED);
  }

  @Test
  void storage_is_written_and_read_and_left_as_it_was() throws Exception {
    assertThat(check(Part.STORAGE)).isEqualTo(Verdict.WORKS);
    assertThat(root.resolve("home")).isEmptyDirectory();
  }

  private Verdict check(Part part) {
    return look().check().stream()
        .filter(check -> check.part() == part)
        .map(PartCheck::verdict)
        .findFirst()
        .orElseThrow();
  }

  private BoxLook look() {
    return new BoxLook(root, root.resolve("home"));
  }

  private void put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
