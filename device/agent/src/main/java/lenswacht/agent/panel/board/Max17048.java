package lenswacht.agent.panel.board;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import lenswacht.agent.panel.Battery;

/// A battery gauge MAX17048. It tells how full the battery is, and how much fuller or emptier it
/// becomes in an hour.
///
/// @param chip the gauge
record Max17048(Chip chip) {
  /// Its address on the bus.
  static final int ADDRESS = 0x36;

  private static final int CHARGE = 0x04;
  private static final int VERSION = 0x08;
  private static final int RATE = 0x16;
  private static final double PERCENT_PER_STEP = 1 / 256.0;
  private static final double RATE_PER_STEP = 0.208;
  private static final double AT_REST = 0.5;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final int FULL = 100;
  private static final Duration LONGEST = Duration.ofHours(99);

  /// The battery now.
  ///
  /// @throws IOException if the gauge does not answer, or answers like none
  Battery read() throws IOException {
    int version = word(VERSION);
    if (version == 0 || version == 0xffff) {
      throw new IOException("the chip at address 0x36 is no battery gauge");
    }
    double charge = Math.min(FULL, word(CHARGE) * PERCENT_PER_STEP);
    double rate = (short) word(RATE) * RATE_PER_STEP;
    Optional<Duration> left =
        rate < -AT_REST
            ? Optional.of(Duration.ofSeconds((long) (charge / -rate * SECONDS_PER_HOUR)))
            : Optional.empty();
    return new Battery(
        OptionalInt.of((int) Math.round(charge)),
        left.map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time),
        rate > AT_REST);
  }

  private int word(int register) throws IOException {
    byte[] octets = chip.read(register, 2);
    return (octets[0] & 0xff) << Byte.SIZE | octets[1] & 0xff;
  }
}
