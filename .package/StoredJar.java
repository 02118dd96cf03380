import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A jar as packages carry it: not compressed by itself, as the package's compression makes all of
/// them together a third as large, and without native code for other systems and processors.
///
/// @param leftOut how many files of native code stayed behind
record StoredJar(int leftOut) {
  /// Machine numbers of ELF files, after our architectures.
  private static final Map<String, Integer> MACHINES = Map.of("amd64", 62, "arm64", 183);

  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  /// Writes `jar` into `laid`, for an architecture under its name in Debian.
  static StoredJar write(Path jar, Path laid, String architecture) throws IOException {
    int leftOut = 0;
    Set<String> written = new HashSet<>();
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream into = new ZipOutputStream(Files.newOutputStream(laid))) {
      into.setMethod(ZipOutputStream.STORED);
      for (ZipEntry each : (Iterable<ZipEntry>) from.stream().map(ZipEntry.class::cast)::iterator) {
        byte[] octets = from.getInputStream(each).readAllBytes();
        if (isForeign(each.getName(), octets, MACHINES.get(architecture))) {
          leftOut++;
        } else if (written.add(each.getName())) {
          CRC32 sum = new CRC32();
          sum.update(octets);
          ZipEntry same = new ZipEntry(each.getName());
          same.setTimeLocal(TIME);
          same.setSize(octets.length);
          same.setCrc(sum.getValue());
          into.putNextEntry(same);
          into.write(octets);
          into.closeEntry();
        }
      }
    }
    return new StoredJar(leftOut);
  }

  /// Whether this is code for another system than Linux with the GNU C library, or for another
  /// processor.
  private static boolean isForeign(String name, byte[] octets, int machine) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*\\.(dll|jnilib|dylib|exe|a)")) {
      return true;
    }
    boolean elf = octets.length > 20 && octets[0] == 0x7f && octets[1] == 'E' && octets[2] == 'L' && octets[3] == 'F';
    if (!elf) {
      return false;
    }
    boolean little = octets[5] == 1;
    return !little || (octets[18] & 0xff | (octets[19] & 0xff) << 8) != machine
        || lower.matches(".*(musl|android|bsd|solaris|sunos|dragonfly).*");
  }

  /// What was done, in words.
  String notes() {
    return "Files stored without compression"
        + (leftOut == 0 ? "." : "; left out: " + leftOut + " with code for other systems and processors.");
  }
}
