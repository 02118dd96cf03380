package lenswacht.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import lenswacht.assessment.advisory.Product;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A product that somebody states: who made it, which model and which firmware.
final class ProductOption {
  @Option(names = "--maker", paramLabel = "NAME", description = "Maker, as the register spells it.")
  private @Nullable String maker;

  @Option(names = "--label", paramLabel = "NAME", description = "Firm on the label, if another.")
  private @Nullable String label;

  @Option(names = "--model", paramLabel = "MODEL", description = "Model number.")
  private @Nullable String model;

  @Option(names = "--hardware", paramLabel = "LINE", description = "Hardware line or revision.")
  private @Nullable String hardware;

  @Option(names = "--firmware", paramLabel = "VERSION", description = "Firmware version.")
  private @Nullable String firmware;

  @Option(names = "--built", paramLabel = "DAY", description = "Day it was built: 2021-06-30.")
  private @Nullable String built;

  /// What was stated; nothing where no maker was.
  Optional<Product> product() throws CommandException {
    if (maker == null && label == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Product(
            Optional.ofNullable(maker),
            Optional.ofNullable(label),
            Optional.ofNullable(model),
            Optional.ofNullable(hardware),
            Optional.ofNullable(firmware),
            day()));
  }

  private Optional<LocalDate> day() throws CommandException {
    try {
      return Optional.ofNullable(built).map(LocalDate::parse);
    } catch (DateTimeException _) {
      throw new CommandException(
          ExitCode.USAGE, "--built: '" + built + "' is no day as 2021-06-30");
    }
  }
}
