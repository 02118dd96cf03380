package lenswacht.agent.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// How the slots are written: in steps, each of which is on the storage before the next begins.
interface SlotDisk {
  /// Writes a file; it is on the storage once the stream is closed.
  OutputStream write(Path file) throws IOException;

  /// Puts `from` in the place of `to`, at once.
  void replace(Path from, Path to) throws IOException;

  /// Deletes a file, if it is there.
  void delete(Path file) throws IOException;

  /// The storage of this computer.
  static SlotDisk forced() {
    return new SlotDisk() {
      @Override
      public OutputStream write(Path file) throws IOException {
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            out.write(octet);
          }

          @Override
          public void write(byte[] octets, int from, int length) throws IOException {
            out.write(octets, from, length);
          }

          @Override
          public void close() throws IOException {
            try (channel) {
              channel.force(true);
            }
          }
        };
      }

      @Override
      public void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to);
      }

      @Override
      public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        force(file);
      }

      /// Forces what the folder of `file` lists.
      private void force(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
          }
        }
      }
    };
  }

  /// Writes a whole file in the place of `file`, at once.
  default void put(Path file, InputStream content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream out = write(fresh)) {
      content.transferTo(out);
    }
    replace(fresh, file);
  }
}
