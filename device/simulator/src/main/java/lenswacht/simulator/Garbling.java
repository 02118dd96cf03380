package lenswacht.simulator;

import java.util.Random;

/// Makes part of the bytes wrong, in the same way for the same bytes.
final class Garbling {
  private static final long SEED = 20_260_101L;

  private Garbling() {}

  /// A copy of `bytes` with about every sixth byte changed and the last third of every other
  /// message missing.
  static byte[] of(byte[] bytes) {
    Random random = new Random(SEED + bytes.length);
    int length = bytes.length % 2 == 0 ? bytes.length : bytes.length - bytes.length / 3;
    byte[] wrong = new byte[length];
    for (int i = 0; i < length; i++) {
      wrong[i] = random.nextInt(6) == 0 ? (byte) random.nextInt(256) : bytes[i];
    }
    return wrong;
  }
}
