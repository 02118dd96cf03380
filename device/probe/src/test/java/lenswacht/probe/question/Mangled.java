package lenswacht.probe.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lenswacht.observation.Bytes;

/// Ways in which a well-formed reply can arrive broken; the same each time.
public final class Mangled {
  private static final int FLIPS = 400;

  private Mangled() {}

  /// `good` cut at each offset, with octets changed, with runs that lie about lengths, and with
  /// parts repeated.
  public static List<Bytes> of(Bytes good) {
    List<Bytes> all = new ArrayList<>();
    for (int i = 0; i <= good.length(); i += Math.max(1, good.length() / 600)) {
      all.add(good.head(i));
    }
    Random random = new Random(20_260_101);
    for (int i = 0; i < FLIPS && good.length() > 0; i++) {
      byte[] octets = good.toArray();
      for (int flips = 0; flips <= i % 4; flips++) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      all.add(Bytes.of(octets));
    }
    for (int i = 0; i < good.length(); i += Math.max(1, good.length() / 100)) {
      byte[] octets = good.toArray();
      for (int j = i; j < Math.min(i + 4, octets.length); j++) {
        octets[j] = (byte) 0xff;
      }
      all.add(Bytes.of(octets));
    }
    byte[] noise = new byte[9000];
    random.nextBytes(noise);
    all.add(Bytes.of(noise));
    all.add(Bytes.utf8(good.utf8().repeat(1 + 8000 / Math.max(1, good.length()))));
    return all;
  }
}
