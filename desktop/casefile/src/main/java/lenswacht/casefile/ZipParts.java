package lenswacht.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lenswacht.observation.CleanText;

/// Where the parts of a zip archive begin, as its directory says. Of our own archives, as they were
/// written a moment ago; of one that is made otherwise nothing is told.
final class ZipParts {
  /// What stands behind the last part; no part is named so.
  static final String DIRECTORY = "";

  /// Parts that are not told one by one; no part is named so.
  static final String FURTHER = "*";

  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int LARGEST_DIRECTORY = 16 << 20;

  /// Most characters that the names of parts come to, with twelve for each place.
  private static final int ROOM = 6_000;

  private static final int PLACE = 12;

  private ZipParts() {}

  /// The parts in their order and the directory behind them; of an archive with very many parts
  /// those that come first.
  static List<WrittenFile.Part> of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer end = read(channel, channel.size() - END_LENGTH, END_LENGTH);
      long octets = end.getInt(12) & 0xffffffffL;
      long at = end.getInt(16) & 0xffffffffL;
      if (end.getInt(0) != END || octets > LARGEST_DIRECTORY || at + octets > channel.size()) {
        return List.of();
      }
      List<WrittenFile.Part> parts = entries(read(channel, at, (int) octets));
      parts.add(new WrittenFile.Part(at, DIRECTORY));
      return bounded(parts);
    }
  }

  private static List<WrittenFile.Part> entries(ByteBuffer directory) {
    List<WrittenFile.Part> parts = new ArrayList<>();
    int at = 0;
    while (at + ENTRY_LENGTH <= directory.limit() && directory.getInt(at) == ENTRY) {
      int name = directory.getShort(at + 28) & 0xffff;
      int more = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
      byte[] spelled = new byte[Math.min(name, directory.limit() - at - ENTRY_LENGTH)];
      directory.get(at + ENTRY_LENGTH, spelled);
      parts.add(
          new WrittenFile.Part(
              directory.getInt(at + 42) & 0xffffffffL,
              CleanText.of(new String(spelled, StandardCharsets.UTF_8), 200)));
      at += ENTRY_LENGTH + name + more;
    }
    parts.sort(Comparator.comparingLong(WrittenFile.Part::from));
    return parts;
  }

  private static List<WrittenFile.Part> bounded(List<WrittenFile.Part> parts) {
    int room = 0;
    for (int i = 0; i < parts.size(); i++) {
      room += parts.get(i).name().length() + PLACE;
      if (room > ROOM) {
        List<WrittenFile.Part> first = new ArrayList<>(parts.subList(0, i));
        first.add(new WrittenFile.Part(parts.get(i).from(), FURTHER));
        return first;
      }
    }
    return parts;
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer octets = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (octets.hasRemaining()
        && channel.read(octets, Math.max(0, at) + octets.position()) >= 0) {
      // until all is read or the file ends
    }
    return octets.rewind();
  }
}
