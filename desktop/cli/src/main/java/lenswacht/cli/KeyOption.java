package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lenswacht.casefile.Wordbook;
import lenswacht.report.sign.SigningException;
import lenswacht.report.sign.SigningKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The organisation's own key, to sign with.
final class KeyOption {
  @ArgGroup(multiplicity = "1")
  private Where where = new Where();

  /// Where the key is.
  private static final class Where {
    @Option(names = "--key", paramLabel = "FILE.p12", description = "A PKCS#12 file.")
    private @Nullable Path file;

    @Option(
        names = "--token",
        paramLabel = "LIBRARY",
        description = "A token, by the PKCS#11 library of its maker.")
    private @Nullable Path token;
  }

  @Option(
      names = "--slot",
      defaultValue = "0",
      description = "The how-manyth slot with a token, from 0.")
  private int slot;

  @Option(
      names = "--key-name",
      paramLabel = "NAME",
      description = "The name of the key, where there are several.")
  private Optional<String> name = Optional.empty();

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  /// Opens the key.
  ///
  /// @param language in which is told why it does not open
  SigningKey open(Locale language) throws IOException, CommandException {
    Path place = where.file != null ? where.file : where.token;
    if (place == null) {
      throw new CommandException(ExitCode.USAGE, "--key or --token says where the key is");
    }
    char[] secret = passphrase.read(place.toString());
    try {
      return where.file != null
          ? SigningKey.inFile(place, secret, name)
          : SigningKey.inToken(place, slot, secret, name);
    } catch (SigningException refused) {
      throw refused(refused, language);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  /// Why something is not signed, as the command tells it.
  static CommandException refused(SigningException refused, Locale language) {
    return new CommandException(
        ExitCode.USAGE,
        words(language)
            .say("refused." + refused.reason(), refused.about(), refused.detail())
            .replace(" ()", ""),
        refused);
  }

  static Wordbook words(Locale language) {
    return new Wordbook("lenswacht.cli.sign", language);
  }
}
