package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.observation.BrokenJournalException;

/// A program that is in the middle of receiving a journal when it is killed: the journal comes from
/// a stream that gives all its octets, says so on the standard output and never ends.
final class KilledWriterMain {
  private KilledWriterMain() {}

  public static void main(String[] arguments)
      throws IOException, BrokenJournalException, CaseFileException {
    try (CaseFile caseFile = CaseFile.open(Path.of(arguments[0]));
        InputStream octets = Files.newInputStream(Path.of(arguments[1]))) {
      caseFile.receive(
          new InputStream() {
            @Override
            public int read() throws IOException {
              byte[] one = new byte[1];
              return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
              int count = octets.read(into, offset, length);
              if (count < 0) {
                System.out.println("waiting");
                System.in.read();
              }
              return count;
            }
          },
          Recipient.ANYBODY);
    }
  }
}
