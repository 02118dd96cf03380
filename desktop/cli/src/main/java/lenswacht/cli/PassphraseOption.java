package lenswacht.cli;

import java.io.Console;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a passphrase comes from: never from the arguments, which others can read.
final class PassphraseOption {
  private static final int LONGEST = 1024;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "A file with the passphrase or PIN in its first line. Default: it is asked for.")
  private @Nullable Path file;

  @Option(
      names = "--passphrase-fd",
      paramLabel = "NUMBER",
      description = "An open file descriptor with the passphrase or PIN in its first line.")
  private @Nullable Integer descriptor;

  /// The passphrase; the caller wipes it.
  char[] read(String what) throws IOException, CommandException {
    if (file != null) {
      try (InputStream in = Files.newInputStream(file)) {
        return firstLine(in);
      }
    }
    if (descriptor != null) {
      try (InputStream in = new FileInputStream("/dev/fd/" + descriptor)) {
        return firstLine(in);
      }
    }
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new CommandException(
          ExitCode.USAGE,
          "nobody is there to be asked for the passphrase; give --passphrase-file or"
              + " --passphrase-fd");
    }
    char[] typed = console.readPassword("Passphrase of %s: ", what);
    return typed == null ? new char[0] : typed;
  }

  private static char[] firstLine(InputStream in) throws IOException {
    byte[] octets = in.readNBytes(LONGEST);
    int end = 0;
    while (end < octets.length && octets[end] != '\n' && octets[end] != '\r') {
      end++;
    }
    CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets, 0, end));
    char[] passphrase = Arrays.copyOfRange(text.array(), 0, text.limit());
    Arrays.fill(text.array(), '\0');
    Arrays.fill(octets, (byte) 0);
    return passphrase;
  }
}
