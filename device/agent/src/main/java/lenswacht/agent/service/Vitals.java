package lenswacht.agent.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How the box is: as far as the system tells. What it does not tell is empty, never fine.
///
/// @param batteryPercent what is left in the battery
/// @param isDischarging whether the battery is being emptied
/// @param celsius temperature of the processor
/// @param freeOctets room that is left where the journal lies
/// @param isReadOnly whether nothing can be written there any more
/// @param wearPercent how much of its life the storage has behind it
public record Vitals(
    OptionalInt batteryPercent,
    boolean isDischarging,
    OptionalInt celsius,
    OptionalLong freeOctets,
    boolean isReadOnly,
    OptionalInt wearPercent) {
  /// Below this the work is ended and the box switched off.
  static final int EMPTY_PERCENT = 5;

  /// From here on up the processor slows itself down, and a run is paused.
  static final int HOT_CELSIUS = 80;

  /// Below this a run is ended while its journal can still be closed.
  static final long FULL_OCTETS = 64L << 20;

  private static final int LONGEST_VALUE = 64;

  /// Reads them.
  ///
  /// @param sys where the kernel tells them, `/sys` on a running system
  /// @param home where the journal lies
  public static Vitals read(Path sys, Path home) {
    Optional<Path> battery = battery(sys.resolve("class/power_supply"));
    OptionalInt percent = number(battery.map(one -> one.resolve("capacity")));
    String status = battery.flatMap(one -> value(one.resolve("status"))).orElse("Discharging");
    OptionalInt milli = number(Optional.of(sys.resolve("class/thermal/thermal_zone0/temp")));
    OptionalInt celsius =
        milli.isPresent() ? OptionalInt.of(milli.getAsInt() / 1000) : OptionalInt.empty();
    return new Vitals(
        percent,
        !status.equals("Charging") && !status.equals("Full"),
        celsius,
        room(home),
        isReadOnly(home),
        wear(sys.resolve("block/mmcblk0/device/life_time")));
  }

  /// The same with what another gauge tells of the battery, where it tells something.
  public Vitals with(Optional<PowerGauge.Charge> charge) {
    return charge
        .map(
            now ->
                new Vitals(
                    OptionalInt.of(now.percent()),
                    now.isDischarging(),
                    celsius,
                    freeOctets,
                    isReadOnly,
                    wearPercent))
        .orElse(this);
  }

  /// The system mounts a file system that is damaged anew, for reading alone.
  private static boolean isReadOnly(Path home) {
    try {
      return Files.getFileStore(home).isReadOnly();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// Storage with a controller says in steps of ten percent how much of its life is used, for each
  /// of its two kinds of cells: `0x01 0x03`. Cards that can be taken out do not tell.
  private static OptionalInt wear(Path lifeTime) {
    return value(lifeTime)
        .filter(text -> text.matches("0x[0-9a-f]{2} 0x[0-9a-f]{2}"))
        .map(
            text ->
                Math.max(
                    Integer.parseInt(text.substring(2, 4), 16),
                    Integer.parseInt(text.substring(7, 9), 16)))
        .filter(step -> step >= 1 && step <= 11)
        .map(step -> OptionalInt.of(Math.min(step, 10) * 10))
        .orElse(OptionalInt.empty());
  }

  /// The first supply that is a battery.
  private static Optional<Path> battery(Path supplies) {
    if (!Files.isDirectory(supplies)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(supplies)) {
      for (Path one : all) {
        if (value(one.resolve("type")).filter("Battery"::equals).isPresent()) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static OptionalLong room(Path home) {
    try {
      return OptionalLong.of(Files.getFileStore(home).getUsableSpace());
    } catch (IOException unreadable) {
      return OptionalLong.empty();
    }
  }

  private static OptionalInt number(Optional<Path> file) {
    return file.flatMap(Vitals::value)
        .filter(text -> text.matches("-?[0-9]{1,7}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  private static Optional<String> value(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Optional.of(
          new String(in.readNBytes(LONGEST_VALUE), StandardCharsets.US_ASCII).strip());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
