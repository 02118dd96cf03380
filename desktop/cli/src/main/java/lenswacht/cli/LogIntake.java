package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.log.LogException;
import lenswacht.casefile.log.LogFault;
import lenswacht.casefile.log.LogFile;
import lenswacht.casefile.log.LogFormat;
import lenswacht.casefile.log.LogReader;
import lenswacht.casefile.log.LogReading;
import lenswacht.fingerprint.domain.DomainCatalogue;
import lenswacht.fingerprint.domain.DomainMatcher;

/// Reads logs into a case, one after the other, and says how that went.
final class LogIntake {
  private final CaseFile file;
  private final PrintWriter err;
  private final LogReader reader;

  LogIntake(CaseFile file, PrintWriter err, ZoneId zone) throws CaseFileException {
    this.file = file;
    this.err = err;
    this.reader =
        new LogReader(new DomainMatcher(DomainCatalogue.bundled()), file.clientPolicy(), zone);
  }

  /// Reads one log and keeps what it brings.
  ///
  /// @param form its form; empty to tell by its first lines
  ExitCode read(Path log, Optional<LogFormat> form) throws IOException, CaseFileException {
    LogClock clock = new LogClock(err, log, Files.size(log), System.nanoTime());
    try {
      LogReading reading = LogFile.read(log, reader, form, clock::tell);
      boolean before = file.keep(String.valueOf(log.getFileName()), reading);
      err.printf(
          "%s: %s, %d lines, %d could not be read, %s to %s%s%n",
          log,
          reading.format().word(),
          reading.lines(),
          reading.broken(),
          text(reading.first()),
          text(reading.last()),
          before ? "; it was read before and counts once" : "");
      for (LogFault fault : reading.faults()) {
        err.printf("%s: line %d: %s%n", log, fault.line(), fault.reason());
      }
      if (reading.beyond() > 0) {
        err.printf("%s: %d contacts beyond the number that is kept%n", log, reading.beyond());
      }
      err.flush();
      return reading.broken() > 0 || reading.beyond() > 0 ? ExitCode.INCOMPLETE : ExitCode.RAN;
    } catch (LogException refused) {
      err.println("lenswacht: " + log + ": " + refused.why());
      err.flush();
      return ExitCode.USAGE;
    }
  }

  /// The outcome of two files together.
  static ExitCode worse(ExitCode one, ExitCode other) {
    return one == ExitCode.USAGE || other == ExitCode.RAN ? one : other;
  }

  private static String text(Optional<Instant> moment) {
    return moment.map(Instant::toString).orElse("");
  }
}
