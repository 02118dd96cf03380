package lenswacht.observation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.JournalAudit.Break;
import lenswacht.observation.JournalAudit.Fault;
import lenswacht.observation.JournalAudit.Lost;

/// Verifies a journal to its end, even behind lines that do not hold, and says which lines fall
/// away.
///
/// A signature is over a hash, and through it over every hash before. So where a line was altered
/// and its hash was left as it was, the lines behind it are still proved: only that line falls
/// away. Where no signature can be reached, everything behind the break does.
public final class JournalAuditor {
  /// So many lost lines are named; what follows is counted as lost as well.
  private static final int MOST_LOST = 1_000_000;

  private static final String WRONG_HASH =
      "the line's hash does not fit its text and the line before";

  private final SealOpener opener;
  private final List<Bytes> devices = new ArrayList<>();
  private final List<Lost> lost = new ArrayList<>();
  private final List<Open> block = new ArrayList<>();
  private Set<Bytes> before = new LinkedHashSet<>(List.of(Bytes.of(new byte[32])));
  private Optional<Break> broken = Optional.empty();
  private Optional<JournalOpening> opening = Optional.empty();
  private Optional<RecordSeal> seal = Optional.empty();
  private boolean isBlockBroken;
  private boolean isClosed;
  private long number;
  private long lines;
  private long clear;
  private long unread;
  private long octets;
  private long signedOctets;

  /// A line that waits for its signature.
  private record Open(long line, boolean holds, Optional<JournalEvent> event) {}

  private JournalAuditor(SealOpener opener) {
    this.opener = opener;
  }

  /// Verifies the journal in `in`, which begins with its first line.
  ///
  /// @param opener opens what it can, so that lost lines can be told of
  /// @throws IOException if it cannot be read
  public static JournalAudit audit(InputStream in, SealOpener opener) throws IOException {
    JournalAuditor auditor = new JournalAuditor(opener);
    InputStream buffered = new BufferedInputStream(in, 1 << 16);
    byte[] line = auditor.line(buffered);
    while (line.length > 0) {
      auditor.take(line);
      line = auditor.line(buffered);
    }
    return auditor.end();
  }

  /// The next line; empty at the end, or where what follows is no line.
  private byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      octets++;
      if (octet == '\n') {
        return line.size() == 0 ? new byte[] {'\n'} : line.toByteArray();
      }
      if (line.size() <= JournalChain.LONGEST_LINE) {
        line.write(octet);
      }
    }
    byte[] rest = line.toByteArray();
    if (before.stream().anyMatch(head -> JournalChain.hasLostItsFeed(head, rest))) {
      lose(number + 1, Fault.LINE_FEED, JournalChain.LOST_FEED);
    }
    return new byte[0];
  }

  private void take(byte[] raw) {
    lines++;
    isClosed = false;
    Optional<Chained> chained = Chained.of(raw, before);
    if (chained.isEmpty()) {
      lose(number + 1, Fault.NO_HASH, "the line has no hash");
      return;
    }
    before = chained.get().next();
    byte[] text = chained.get().text();
    try {
      if (text.length > 0 && text[0] == '{') {
        takeClear(text, chained.get().holds());
      } else {
        takeMarked(MarkedLine.of(text), chained.get());
      }
    } catch (MalformedFactException malformed) {
      lose(number + 1, Fault.SHAPE, String.valueOf(malformed.getMessage()));
    }
  }

  private void takeClear(byte[] text, boolean holds) throws MalformedFactException {
    JournalLine line = FactJson.read(text, JournalLine.class);
    if (opening.isPresent()) {
      throw new MalformedFactException("a line in the clear stands behind sealed ones");
    }
    number(line.sequence());
    if (holds && broken.isEmpty()) {
      clear++;
      signedOctets = octets;
    } else {
      // Nobody signed it: what stands behind a break in the clear proves nothing.
      note(line.sequence(), Fault.HASH, WRONG_HASH);
      forget(new Lost(line.sequence(), Optional.of(line.event())));
    }
  }

  private void takeMarked(MarkedLine line, Chained chained) throws MalformedFactException {
    number(line.sequence());
    if (!chained.holds()) {
      note(line.sequence(), Fault.HASH, WRONG_HASH);
    }
    switch (line.kind()) {
      case OPEN -> open(line, chained.holds());
      case SEALED -> {
        Optional<JournalEvent> event = event(line);
        unread += event.isEmpty() ? 1 : 0;
        block.add(new Open(line.sequence(), chained.holds(), event));
      }
      case SIGNED, CLOSED -> sign(line, chained);
    }
  }

  private void open(MarkedLine line, boolean holds) throws MalformedFactException {
    JournalOpening here = FactJson.read(line.body(), JournalOpening.class);
    block.add(new Open(line.sequence(), holds, Optional.empty()));
    opening = Optional.of(here);
    seal = opener.contentKey(here).filter(here::isOf).map(RecordSeal::new);
    if (!devices.contains(here.device())) {
      devices.add(here.device());
    }
  }

  private Optional<JournalEvent> event(MarkedLine line) {
    try {
      return seal.isPresent()
          ? Optional.of(
              FactJson.read(seal.get().open(line.sequence(), line.body()), JournalLine.class)
                  .event())
          : Optional.empty();
    } catch (MalformedFactException altered) {
      return Optional.empty();
    }
  }

  private void sign(MarkedLine line, Chained chained) throws MalformedFactException {
    Bytes signature = line.signature();
    boolean isSigned =
        opening.isPresent()
            && chained.heads().stream()
                .anyMatch(
                    head ->
                        new JournalSignature(
                                opening.get().device(),
                                line.kind(),
                                line.sequence(),
                                line.sequence(),
                                head,
                                signature)
                            .holds());
    if (!isSigned) {
      note(
          block.isEmpty() ? line.sequence() : block.getFirst().line(),
          Fault.SIGNATURE,
          "the lines up to %d are not what the device signed".formatted(line.sequence()));
    }
    for (Open one : block) {
      if (!isSigned || !one.holds()) {
        forget(new Lost(one.line(), one.event()));
      }
    }
    block.clear();
    isBlockBroken = false;
    isClosed = line.kind() == LineKind.CLOSED && isSigned;
    signedOctets = octets;
  }

  /// Lines that are missing are lost; a number that was passed already is a line that was doubled
  /// or moved.
  private void number(long sequence) throws MalformedFactException {
    if (sequence <= number) {
      throw new MalformedFactException("the line calls itself number " + sequence);
    }
    for (long missing = number + 1; missing < sequence && lost.size() < MOST_LOST; missing++) {
      note(missing, Fault.MISSING, "the line is missing");
      forget(new Lost(missing, Optional.empty()));
    }
    number = sequence;
  }

  private void lose(long line, Fault fault, String why) {
    note(line, fault, why);
    forget(new Lost(line, Optional.empty()));
    number = Math.max(number, line);
    isBlockBroken = true;
  }

  private void note(long line, Fault fault, String why) {
    if (broken.isEmpty() || line < broken.get().line()) {
      broken = Optional.of(new Break(line, fault, why));
    }
  }

  private void forget(Lost one) {
    if (lost.size() < MOST_LOST) {
      lost.add(one);
    }
  }

  /// What stands behind the last signature is a torn tail, unless it is broken itself.
  private JournalAudit end() {
    if (isBlockBroken || block.stream().anyMatch(one -> !one.holds())) {
      block.forEach(one -> forget(new Lost(one.line(), one.event())));
      block.clear();
    }
    long torn = octets - signedOctets;
    return new JournalAudit(
        lines - block.size(), devices, broken, lost, clear, unread, isClosed, torn);
  }
}
