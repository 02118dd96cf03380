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
public record Vitals(
    OptionalInt batteryPercent,
    boolean isDischarging,
    OptionalInt celsius,
    OptionalLong freeOctets) {
  /// From here on down the work is ended and the box switched off.
  static final int EMPTY_PERCENT = 5;

  /// From here on up the processor slows itself down.
  static final int HOT_CELSIUS = 80;

  /// Below this a run is ended while its journal can still be closed.
  static final long FULL_OCTETS = 64L << 20;

  private static final int LONGEST_VALUE = 64;

  /// What the box needs.
  public enum Need {
    /// Nothing.
    NONE,
    /// Shade: it is hot.
    COOLING,
    /// Room: the storage is full, so the run is ended.
    ROOM,
    /// Power: the battery is empty, so the run is ended and the box switched off.
    POWER
  }

  /// The most pressing need.
  public Need need() {
    if (isDischarging && batteryPercent.isPresent() && batteryPercent.getAsInt() <= EMPTY_PERCENT) {
      return Need.POWER;
    }
    if (freeOctets.isPresent() && freeOctets.getAsLong() < FULL_OCTETS) {
      return Need.ROOM;
    }
    return celsius.isPresent() && celsius.getAsInt() >= HOT_CELSIUS ? Need.COOLING : Need.NONE;
  }

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
        percent, !status.equals("Charging") && !status.equals("Full"), celsius, room(home));
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
