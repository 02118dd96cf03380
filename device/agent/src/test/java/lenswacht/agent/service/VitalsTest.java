package lenswacht.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(vitals.wearPercent()).isEmpty();
  }

  @Test
  void storage_with_a_controller_tells_how_worn_it_is() throws IOException {
    put("block/mmcblk0/device/life_time", "0x02 0x09");
    assertThat(Vitals.read(sys, sys).wearPercent()).hasValue(90);
    put("block/mmcblk0/device/life_time", "0x00 0x00");
    assertThat(Vitals.read(sys, sys).wearPercent()).isEmpty();
  }

  private void put(String name, String value) throws IOException {
    Path file = sys.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, value + "\n");
  }
}
