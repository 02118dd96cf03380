package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final InstantSource NOON = InstantSource.fixed(FactsForTests.NOON);

  @TempDir Path folder;

  @Test
  void what_was_written_is_read_again() throws Exception {
    List<JournalEvent> events = FactsForTests.oneRun(FactsForTests.keys());
    write(folder, events);
    assertThat(read(folder).stream().map(JournalLine::event)).isEqualTo(events);
  }

  @Test
  void every_line_is_numbered_and_dated() throws Exception {
    write(folder, FactsForTests.oneRun(FactsForTests.keys()));
    List<JournalLine> lines = read(folder);
    assertThat(lines.stream().map(JournalLine::sequence).toList())
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, lines.size()).boxed().toList());
    assertThat(lines).allMatch(line -> line.at().equals(FactsForTests.NOON));
  }

  @Test
  void a_journal_goes_on_where_it_ended() throws Exception {
    List<JournalEvent> events = FactsForTests.oneRun(FactsForTests.keys());
    write(folder, events);
    write(folder, events);
    assertThat(read(folder)).hasSize(2 * events.size());
  }

  @Test
  void cutting_the_file_at_any_byte_loses_only_the_line_that_was_cut() throws Exception {
    List<JournalEvent> events = FactsForTests.oneRun(FactsForTests.keys());
    write(folder, events);
    byte[] whole = Files.readAllBytes(Journal.fileIn(folder));
    for (int cut = 0; cut <= whole.length; cut++) {
      byte[] part = Arrays.copyOf(whole, cut);
      int wholeLines =
          (int)
              new String(part, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
      try (JournalReader reader = new JournalReader(new ByteArrayInputStream(part))) {
        reader.verify();
        assertThat(reader.sequence()).isEqualTo(wholeLines);
        assertThat(reader.offset() + reader.tornTail()).isEqualTo(cut);
      }
    }
  }

  @Test
  void a_torn_tail_is_cut_off_when_writing_goes_on() throws Exception {
    List<JournalEvent> events = FactsForTests.oneRun(FactsForTests.keys());
    write(folder, events);
    Path file = Journal.fileIn(folder);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    write(folder, List.of(events.getLast()));
    assertThat(read(folder).stream().map(JournalLine::event)).isEqualTo(events);
  }

  @Test
  void changing_any_byte_is_noticed_in_the_line_where_it_happened() throws Exception {
    write(folder, FactsForTests.oneRun(FactsForTests.keys()));
    byte[] whole = Files.readAllBytes(Journal.fileIn(folder));
    Random random = new Random(7);
    for (int trial = 0; trial < 400; trial++) {
      int at = random.nextInt(whole.length - 1);
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      long line =
          1
              + new String(whole, 0, at, StandardCharsets.ISO_8859_1)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
      try (JournalReader reader = new JournalReader(new ByteArrayInputStream(changed))) {
        assertThatThrownBy(reader::verify)
            .isInstanceOfSatisfying(
                BrokenJournalException.class,
                broken -> assertThat(broken.sequence()).isEqualTo(line));
      }
    }
  }

  @Test
  void taking_a_line_out_is_noticed() throws Exception {
    write(folder, FactsForTests.oneRun(FactsForTests.keys()));
    List<String> lines = new ArrayList<>(Files.readAllLines(Journal.fileIn(folder)));
    lines.remove(3);
    Files.write(Journal.fileIn(folder), lines);
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(BrokenJournalException.class)
        .hasMessageStartingWith("journal line 4:");
  }

  @Test
  void a_damaged_journal_is_not_written_to() throws Exception {
    write(folder, FactsForTests.oneRun(FactsForTests.keys()));
    Path file = Journal.fileIn(folder);
    byte[] changed = Files.readAllBytes(file);
    changed[200] ^= 1;
    Files.write(file, changed);
    assertThatThrownBy(() -> Journal.open(folder, NOON, ClockTrust.COMPUTER))
        .isInstanceOf(BrokenJournalException.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(changed);
  }

  @Test
  void a_journal_has_one_writer() throws Exception {
    try (Journal first = Journal.open(folder, NOON, ClockTrust.COMPUTER)) {
      first.append(new JournalEvent.PhaseStarted(JournalEvent.Phase.LISTEN));
      assertThatThrownBy(() -> Journal.open(folder, NOON, ClockTrust.COMPUTER))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("open for writing already");
    }
  }

  @Test
  void reading_goes_on_behind_a_line_that_is_known() throws Exception {
    write(folder, FactsForTests.oneRun(FactsForTests.keys()));
    byte[] whole = Files.readAllBytes(Journal.fileIn(folder));
    try (JournalReader first = new JournalReader(new ByteArrayInputStream(whole))) {
      first.next();
      first.next();
      byte[] rest = Arrays.copyOfRange(whole, (int) first.offset(), whole.length);
      try (JournalReader second =
          new JournalReader(new ByteArrayInputStream(rest), first.sequence(), first.lastHash())) {
        first.verify();
        second.verify();
        assertThat(second.sequence()).isEqualTo(first.sequence());
        assertThat(second.lastHash()).isEqualTo(first.lastHash());
      }
    }
  }

  @Test
  void noise_is_never_taken_for_a_journal() throws Exception {
    Random random = new Random(11);
    for (int trial = 0; trial < 300; trial++) {
      byte[] noise = new byte[random.nextInt(600)];
      random.nextBytes(noise);
      try (JournalReader reader = new JournalReader(new ByteArrayInputStream(noise))) {
        try {
          reader.verify();
          assertThat(reader.sequence()).isZero();
        } catch (BrokenJournalException expected) {
          assertThat(expected.sequence()).isEqualTo(1);
        }
      }
    }
  }

  private static void write(Path folder, List<JournalEvent> events) throws Exception {
    try (Journal journal = Journal.open(folder, NOON, ClockTrust.COMPUTER)) {
      events.forEach(journal::append);
      journal.sync();
    }
  }

  private static List<JournalLine> read(Path folder) throws Exception {
    List<JournalLine> lines = new ArrayList<>();
    try (JournalReader reader = JournalReader.in(folder)) {
      Optional<JournalLine> line;
      while ((line = reader.next()).isPresent()) {
        lines.add(line.get());
      }
    }
    return lines;
  }
}
