package lenswacht.agent.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lenswacht.agent.panel.Battery;
import lenswacht.agent.panel.PartCheck;
import lenswacht.agent.panel.PartCheck.Part;
import lenswacht.agent.panel.UsbCable;
import lenswacht.agent.panel.Verdict;
import lenswacht.observation.ClockTrust;

/// Looks at the parts of the box that the system tells of: clock, storage, cables, battery. Sends
/// nothing anywhere.
///
/// @param root where the system's own folders lie, `/` on a running one
/// @param home where keys and journal are kept
public record BoxLook(Path root, Path home) {
  private static final int LONGEST_VALUE = 64;
  private static final int MOST = 64;
  private static final Duration MOST_APART = Duration.ofSeconds(10);
  private static final byte[] PATTERN =
      "lenswacht storage check\n".repeat(200).getBytes(StandardCharsets.US_ASCII);

  /// The battery, as far as the system knows one.
  public Battery battery() {
    Vitals vitals = Vitals.read(root.resolve("sys"), home);
    boolean isCharging = vitals.batteryPercent().isPresent() && !vitals.isDischarging();
    return vitals.batteryPercent().isPresent()
            && vitals.batteryPercent().getAsInt() >= 0
            && vitals.batteryPercent().getAsInt() <= 100
        ? new Battery(vitals.batteryPercent(), Optional.empty(), isCharging)
        : Battery.NOT_DETERMINED;
  }

  /// What hangs on the port towards the console, by its controller.
  public UsbCable cable() {
    for (Path port : in("sys/class/udc")) {
      switch (value(port.resolve("state")).orElse("")) {
        case "configured", "suspended" -> {
          return UsbCable.DATA;
        }
        case "attached", "powered", "default", "reconnecting", "unauthenticated" -> {
          return UsbCable.POWER_ONLY;
        }
        case "not attached" -> {
          return UsbCable.NONE;
        }
        default -> {}
      }
    }
    return UsbCable.NOT_DETERMINED;
  }

  /// Whether somebody is at the other end of a network cable.
  public Verdict network() {
    List<Path> cards =
        in("sys/class/net").stream().filter(card -> Files.exists(card.resolve("device"))).toList();
    List<String> carriers =
        cards.stream().flatMap(card -> value(card.resolve("carrier")).stream()).toList();
    if (carriers.contains("1")) {
      return Verdict.WORKS;
    }
    return cards.isEmpty() ? Verdict.NOT_DETERMINED : Verdict.FAILS;
  }

  /// Looks at all of them.
  public List<PartCheck> check() {
    return List.of(checkClock(), checkStorage(), checkNetwork());
  }

  /// How far the system's time can be trusted on a box: nothing but the clock on the board vouches
  /// for it, as long as that goes and both agree.
  public ClockTrust clockTrust() {
    return checkClock().verdict() == Verdict.WORKS
        ? ClockTrust.REAL_TIME_CLOCK
        : ClockTrust.UNKNOWN;
  }

  private PartCheck checkClock() {
    Optional<String> told = value(root.resolve("sys/class/rtc/rtc0/since_epoch"));
    if (told.filter(text -> text.matches("[0-9]{1,12}")).isEmpty()) {
      return new PartCheck(
          Part.CLOCK, Verdict.NOT_DETERMINED, "the system has no clock that goes on without power");
    }
    Instant kept = Instant.ofEpochSecond(Long.parseLong(told.orElseThrow()));
    Duration apart = Duration.between(kept, Instant.now()).abs();
    return apart.compareTo(MOST_APART) <= 0
        ? new PartCheck(Part.CLOCK, Verdict.WORKS, "it and the system agree")
        : new PartCheck(
            Part.CLOCK,
            Verdict.FAILS,
            "it and the system are " + apart.toSeconds() + " s apart; set it from the console");
  }

  private PartCheck checkStorage() {
    Path file = home.resolve("selftest");
    try {
      Files.createDirectories(home);
      try (FileChannel out =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer octets = ByteBuffer.wrap(PATTERN);
        while (octets.hasRemaining()) {
          out.write(octets);
        }
        out.force(true);
      }
      boolean same = Arrays.equals(Files.readAllBytes(file), PATTERN);
      Files.delete(file);
      long free = Files.getFileStore(home).getUsableSpace();
      if (!same) {
        return new PartCheck(Part.STORAGE, Verdict.FAILS, "it reads back what was not written");
      }
      return free < Vitals.FULL_OCTETS
          ? new PartCheck(Part.STORAGE, Verdict.FAILS, "full: " + (free >> 20) + " MiB are free")
          : new PartCheck(
              Part.STORAGE, Verdict.WORKS, "written and read; " + (free >> 20) + " MiB are free");
    } catch (IOException failed) {
      return new PartCheck(Part.STORAGE, Verdict.FAILS, String.valueOf(failed));
    }
  }

  private PartCheck checkNetwork() {
    return switch (network()) {
      case WORKS -> new PartCheck(Part.NETWORK, Verdict.WORKS, "a cable is in; nothing was sent");
      case FAILS ->
          new PartCheck(
              Part.NETWORK,
              Verdict.NOT_DETERMINED,
              "the card is there, no cable is in or it is off");
      case NOT_DETERMINED -> new PartCheck(Part.NETWORK, Verdict.FAILS, "there is no network card");
    };
  }

  private List<Path> in(String folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root.resolve(folder))) {
      for (Path one : all) {
        if (found.size() < MOST) {
          found.add(one);
        }
      }
    } catch (IOException none) {
      return List.of();
    }
    return found;
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
