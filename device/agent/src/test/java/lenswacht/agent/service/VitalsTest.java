package lenswacht.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VitalsTest {
  @TempDir private Path sys;

  @Test
  void the_kernel_tells_battery_and_temperature() throws IOException {
    put("class/power_supply/usb/type", "USB");
    put("class/power_supply/gauge/type", "Battery");
    put("class/power_supply/gauge/capacity", "34");
    put("class/power_supply/gauge/status", "Charging");
    put("class/thermal/thermal_zone0/temp", "52130");

    Vitals vitals = Vitals.read(sys, sys);

    assertThat(vitals.batteryPercent()).hasValue(34);
    assertThat(vitals.isDischarging()).isFalse();
    assertThat(vitals.celsius()).hasValue(52);
    assertThat(vitals.freeOctets()).isPresent();
  }

  @Test
  void what_is_not_told_is_not_determined() throws IOException {
    put("class/power_supply/gauge/type", "Battery");
    put("class/power_supply/gauge/capacity", "lots");

    Vitals vitals = Vitals.read(sys, sys.resolve("absent"));

    assertThat(vitals.batteryPercent()).isEmpty();
    assertThat(vitals.celsius()).isEmpty();
    assertThat(vitals.freeOctets()).isEmpty();
    assertThat(vitals.need()).isEqualTo(Vitals.Need.NONE);
  }

  @Test
  void an_empty_battery_comes_before_all_else() {
    assertThat(vitals(5, true, 90, 1).need()).isEqualTo(Vitals.Need.POWER);
    assertThat(vitals(5, false, 90, 1).need()).isEqualTo(Vitals.Need.ROOM);
    assertThat(vitals(6, true, 80, 1L << 30).need()).isEqualTo(Vitals.Need.COOLING);
    assertThat(vitals(6, true, 79, 1L << 30).need()).isEqualTo(Vitals.Need.NONE);
  }

  private static Vitals vitals(int percent, boolean discharging, int celsius, long free) {
    return new Vitals(
        OptionalInt.of(percent), discharging, OptionalInt.of(celsius), OptionalLong.of(free));
  }

  private void put(String name, String value) throws IOException {
    Path file = sys.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, value + "\n");
  }
}
