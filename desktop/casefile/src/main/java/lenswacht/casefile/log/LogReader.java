package lenswacht.casefile.log;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lenswacht.casefile.log.LineShape.Kind;
import lenswacht.fingerprint.domain.Domain;
import lenswacht.fingerprint.domain.DomainMatcher;
import lenswacht.observation.Bytes;
import org.jspecify.annotations.Nullable;

/// Reads logs as streams, one after the other: an address that one log says a name was answered
/// with is known in the next. Holds a few blocks of a log at a time. For one thread.
public final class LogReader {
  /// Longest line that is read, in octets.
  static final int LONGEST_LINE = 1 << 16;

  private static final int MOST_FAULTS = 50;
  private static final int ALL_LOOKED_AT = 10_000;
  private static final int EVERY = 63;
  private static final int LINES_TO_TELL_BY = 64;

  private final DomainMatcher matcher;
  private final Contacts contacts;
  private final ZoneId zone;

  /// @param matcher what is looked for
  /// @param policy how closely it is kept who asked
  /// @param zone of logs that name none
  public LogReader(DomainMatcher matcher, ClientPolicy policy, ZoneId zone) {
    this.matcher = matcher;
    this.contacts = new Contacts(policy);
    this.zone = zone;
  }

  /// Reads a log to its end.
  ///
  /// @param in the log, unpacked
  /// @param format its form; empty to tell by its first lines
  /// @param notAfter when it was written last, for times without a year
  /// @param mayGoOn asked after each block
  /// @throws LogException if no line of it can be read, or it was stopped
  /// @throws IOException if the stream fails
  public LogReading read(
      InputStream in, Optional<LogFormat> format, Instant notAfter, BooleanSupplier mayGoOn)
      throws IOException, LogException {
    contacts.next();
    return new Run(new LogTimes(zone, notAfter)).read(in, format, mayGoOn);
  }

  /// One log.
  private final class Run {
    private final LogTimes times;
    private final Fields fields = new Fields();
    private final List<LogFault> faults = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private final byte[] block = new byte[ReadAhead.BLOCK + LONGEST_LINE];
    private long octets;
    private long lines;
    private long named;
    private long broken;
    private int held;
    private boolean skipping;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Run(LogTimes times) {
      this.times = times;
    }

    LogReading read(InputStream in, Optional<LogFormat> asked, BooleanSupplier mayGoOn)
        throws IOException, LogException {
      try (ReadAhead blocks = new ReadAhead(in, digest)) {
        return read(blocks, asked, mayGoOn);
      }
    }

    private LogReading read(ReadAhead blocks, Optional<LogFormat> asked, BooleanSupplier mayGoOn)
        throws IOException, LogException {
      boolean more = fill(blocks);
      int start = held >= 3 && (block[0] & 0xff) == 0xef && (block[1] & 0xff) == 0xbb ? 3 : 0;
      LogFormat format = asked.orElse(null);
      if (format == null) {
        format = FormatGuess.of(block, start, held, LINES_TO_TELL_BY);
      }
      LineShape shape = format.shape();
      while (true) {
        int rest = lines(shape, start, !more);
        if (!more) {
          break;
        }
        if (!mayGoOn.getAsBoolean()) {
          throw new LogException("reading was stopped at line " + lines);
        }
        System.arraycopy(block, rest, block, 0, held - rest);
        held -= rest;
        start = 0;
        more = fill(blocks);
      }
      if (named == 0 && broken > 0) {
        throw new LogException(
            "no line is one of a log of the form %s; line %d: %s"
                .formatted(format.word(), faults.getFirst().line(), faults.getFirst().reason()));
      }
      return new LogReading(
          format,
          Bytes.of(digest.digest()),
          octets,
          lines,
          named,
          broken,
          faults,
          Optional.ofNullable(first),
          Optional.ofNullable(last),
          contacts.segments(),
          contacts.all(),
          contacts.beyond());
    }

    private boolean fill(ReadAhead blocks) throws IOException {
      int read = blocks.take(block, held);
      octets += read;
      held += read;
      return read == ReadAhead.BLOCK;
    }

    /// Reads the whole lines of the block, at the end of the log the last one as well. Gives where
    /// the rest begins.
    private int lines(LineShape shape, int start, boolean atEnd) {
      int at = start;
      int lastLine = -1;
      int lastEnd = 0;
      boolean timed = false;
      while (at < held) {
        int end = Scan.find(block, at, held, '\n');
        if (end == held && !atEnd) {
          break;
        }
        lines++;
        if (skipping) {
          skipping = false;
        } else {
          int bare = end > at && block[end - 1] == '\r' ? end - 1 : end;
          if (line(shape, at, bare)) {
            if (!timed) {
              time(shape, at, bare);
              timed = true;
            }
            lastLine = at;
            lastEnd = bare;
          }
        }
        at = end + 1;
      }
      if (lastLine >= 0) {
        time(shape, lastLine, lastEnd);
      }
      at = Math.min(at, held);
      if (held - at > LONGEST_LINE && !skipping) {
        fault(lines + 1, "the line is longer than " + LONGEST_LINE + " octets");
        skipping = true;
      }
      return skipping ? held : at;
    }

    private void time(LineShape shape, int from, int to) {
      shape.time(block, from, to, fields);
      times.read(fields.time()).ifPresent(this::seen);
    }

    private void seen(Instant at) {
      first = first == null || at.isBefore(first) ? at : first;
      last = last == null || at.isAfter(last) ? at : last;
    }

    /// Reads one line; whether it names something.
    private boolean line(LineShape shape, int from, int to) {
      if (to - from > LONGEST_LINE) {
        fault(lines, "the line is longer than " + LONGEST_LINE + " octets");
        return false;
      }
      Kind kind = shape.name(block, from, to, fields);
      switch (kind) {
        case OTHER -> {
          return false;
        }
        case BROKEN -> {
          fault(lines, "the line is cut off or of another form");
          return false;
        }
        case NAMED -> {
          int found = matcher.find(fields.nameIn(), fields.nameFrom(), fields.nameTo());
          if (found != DomainMatcher.NONE) {
            matched(shape, from, to, matcher.domain(found));
          }
        }
        case REACHED -> reached(shape, from, to);
      }
      named++;
      if (named < ALL_LOOKED_AT || (named & EVERY) == 0) {
        spoke(shape, from, to);
      }
      return true;
    }

    private void spoke(LineShape shape, int from, int to) {
      fields.clear();
      if (shape.rest(block, from, to, fields) == null) {
        contacts.spoke(fields.client());
      }
    }

    private void reached(LineShape shape, int from, int to) {
      if (contacts.knowsAddresses()) {
        contacts.reached(fields.name()).ifPresent(domain -> matched(shape, from, to, domain));
      }
    }

    private void matched(LineShape shape, int from, int to, Domain domain) {
      fields.clear();
      String wrong = shape.rest(block, from, to, fields);
      if (wrong == null) {
        String client = fields.client();
        String answers = fields.answers();
        if (!answers.isEmpty()) {
          contacts.answered(answers, domain);
        }
        shape.time(block, from, to, fields);
        wrong = contacts.count(client, domain, times.read(fields.time()));
      }
      if (wrong != null) {
        fault(lines, wrong);
      }
    }

    private void fault(long line, String reason) {
      broken++;
      if (faults.size() < MOST_FAULTS) {
        faults.add(new LogFault(line, reason));
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
