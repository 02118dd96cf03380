package lenswacht.probe.capture;

import java.time.Instant;
import lenswacht.probe.net.Overheard.LinkType;

/// One interface that a pcapng file describes.
///
/// @param link what its frames begin with
/// @param snapLength most octets kept of a frame, 0 for no limit
/// @param resolution how its times are to be read
record CaptureInterface(LinkType link, long snapLength, Resolution resolution) {

  /// How times are written: as ticks of a power of ten or of two of a second, since an offset from
  /// 1970.
  ///
  /// @param binary whether the power is of two
  /// @param exponent of the power
  /// @param offset seconds
  record Resolution(boolean binary, int exponent, long offset) {
    static final Resolution MICROSECONDS = new Resolution(false, 6, 0);

    private static final long LAST_SECOND = 253_402_300_799L;
    private static final int NANO_DIGITS = 9;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_BITS = 62;

    /// The unit as `if_tsresol` has it.
    Resolution withUnit(int octet) {
      return new Resolution((octet & 0x80) != 0, octet & 0x7f, offset);
    }

    Resolution withOffset(long seconds) {
      return new Resolution(binary, exponent, seconds);
    }

    /// The moment of `ticks`; the first moment of 1970 where it lies outside the years 1970 to
    /// 9999.
    Instant at(long ticks) {
      if (exponent > (binary ? MOST_BITS : MOST_DIGITS)) {
        return Instant.EPOCH;
      }
      long perSecond = binary ? 1L << exponent : power(exponent);
      long seconds = Long.divideUnsigned(ticks, perSecond);
      long rest = Long.remainderUnsigned(ticks, perSecond);
      if (seconds < 0 || seconds > LAST_SECOND || Math.absExact(limited(offset)) > LAST_SECOND) {
        return Instant.EPOCH;
      }
      long since = seconds + offset;
      return since < 0 || since > LAST_SECOND
          ? Instant.EPOCH
          : Instant.ofEpochSecond(since, nanos(rest, perSecond));
    }

    private static long limited(long seconds) {
      return Math.max(seconds, -Long.MAX_VALUE);
    }

    private long nanos(long rest, long perSecond) {
      if (binary) {
        return (long) ((double) rest / perSecond * 1e9);
      }
      return exponent <= NANO_DIGITS
          ? rest * power(NANO_DIGITS - exponent)
          : rest / power(exponent - NANO_DIGITS);
    }

    private static long power(int exponent) {
      long power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= 10;
      }
      return power;
    }
  }
}
