package lenswacht.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lenswacht.fingerprint.Explanation.Sign;
import lenswacht.observation.Evidence;

/// Where in what was seen the decisive parts of an explanation stand. It shows what it is given:
/// who must not see serial numbers is given an asset and evidence without them.
public final class Passages {
  private static final int AROUND = 24;
  private static final int LONGEST_READ = 120;

  /// A stretch of what was seen.
  ///
  /// @param before what stands before the decisive part
  /// @param decisive the part that decided
  /// @param after what stands behind it
  /// @param from where the decisive part begins, from 0
  /// @param to where it ends
  /// @param length length of the whole
  public record Passage(
      String before, String decisive, String after, int from, int to, int length) {}

  /// The text that was read, with the part that decided.
  public Passage read(Sign sign) {
    String seen = sign.claim().seen();
    return passage(seen, sign.from(), sign.to(), LONGEST_READ);
  }

  /// The bytes that the text was read from, one character a byte, with those that decided. Nothing
  /// where the text does not stand in them as it was read.
  public Optional<Passage> bytes(Sign sign, Evidence evidence) {
    String bytes = evidence.bytes().latin1();
    String seen = sign.claim().seen();
    String decisive = octets(sign.decisive());
    if (decisive.isEmpty()) {
      return Optional.empty();
    }
    int whole = bytes.indexOf(octets(seen));
    int at =
        whole < 0
            ? bytes.indexOf(decisive)
            : whole + octets(seen.substring(0, sign.from())).length();
    return at < 0
        ? Optional.empty()
        : Optional.of(passage(bytes, at, at + decisive.length(), AROUND));
  }

  private static Passage passage(String text, int from, int to, int around) {
    return new Passage(
        printable(text.substring(Math.max(0, from - around), from)),
        printable(text.substring(from, to)),
        printable(text.substring(to, Math.min(text.length(), to + around))),
        from,
        to,
        text.length());
  }

  /// The UTF-8 bytes of `text`, one character a byte.
  private static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (char symbol : text.toCharArray()) {
      printable.append(symbol >= ' ' && symbol < 0x7f ? symbol : '.');
    }
    return printable.toString();
  }
}
