package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final InstantSource NOON = InstantSource.fixed(FactsForTests.NOON);
  private static final KeyPair DEVICE = FactsForTests.keys();
  private static final List<JournalEvent> ONE_RUN = FactsForTests.oneRun(DEVICE);

  /// Short records, for tests that try every octet.
  private static final List<JournalEvent> SHORT =
      List.of(
          new JournalEvent.PhaseStarted(JournalEvent.Phase.SWEEP),
          new JournalEvent.PhaseStarted(JournalEvent.Phase.FINISH));

  @TempDir Path folder;

  @Test
  void what_was_written_is_read_again() throws Exception {
    write(folder, ONE_RUN);
    assertThat(read(folder).stream().map(JournalLine::event)).isEqualTo(ONE_RUN);
  }

  @Test
  void every_line_is_numbered_and_every_record_dated() throws Exception {
    write(folder, ONE_RUN);
    List<JournalPart> parts = parts(Files.readAllBytes(Journal.fileIn(folder)));
    assertThat(parts.stream().map(JournalPart::sequence).toList())
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, parts.size()).boxed().toList());
    assertThat(read(folder))
        .allMatch(line -> line.at().equals(FactsForTests.NOON))
        .allMatch(line -> line.clock() == ClockTrust.UNKNOWN);
  }

  @Test
  void every_record_says_how_far_its_time_can_be_trusted() throws Exception {
    try (Journal journal = open(folder)) {
      journal.append(ONE_RUN.getFirst());
      journal.trustClock(ClockTrust.SET_BY_CONSOLE);
      journal.append(ONE_RUN.getLast());
    }
    assertThat(read(folder).stream().map(JournalLine::clock))
        .containsExactly(ClockTrust.UNKNOWN, ClockTrust.SET_BY_CONSOLE);
  }

  @Test
  void a_journal_goes_on_where_it_ended() throws Exception {
    write(folder, ONE_RUN);
    write(folder, ONE_RUN);
    assertThat(read(folder)).hasSize(2 * ONE_RUN.size());
  }

  @Test
  void without_the_readers_key_a_journal_is_verified_and_tells_nothing() throws Exception {
    write(folder, ONE_RUN);
    String text = Files.readString(Journal.fileIn(folder), StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("10.20").doesNotContain("RunStarted").doesNotContain("2026");
    try (JournalReader reader = JournalReader.in(folder)) {
      List<JournalPart> parts = new ArrayList<>();
      for (var part = reader.nextPart(); part.isPresent(); part = reader.nextPart()) {
        parts.add(part.get());
      }
      assertThat(parts).filteredOn(JournalPart.Sealed.class::isInstance).hasSize(ONE_RUN.size());
      assertThat(reader.isClosed()).isTrue();
    }
  }

  @Test
  void a_key_that_the_device_did_not_commit_to_opens_nothing() throws Exception {
    write(folder, ONE_RUN);
    SealOpener other = opening -> Optional.of(Bytes.of(new byte[JournalOpening.CONTENT_KEY]));
    try (JournalReader reader = JournalReader.in(folder, other)) {
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void cutting_the_file_at_any_byte_loses_nothing_that_was_acknowledged() throws Exception {
    List<Long> acknowledged = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    try (Journal journal = open(folder)) {
      for (JournalEvent event : SHORT) {
        journal.append(event);
        acknowledged.add(journal.sync());
        ends.add(Files.size(Journal.fileIn(folder)));
      }
    }
    byte[] whole = Files.readAllBytes(Journal.fileIn(folder));
    for (int cut = 0; cut <= whole.length; cut++) {
      int safe = 0;
      while (safe < ends.size() && ends.get(safe) <= cut) {
        safe++;
      }
      try (JournalReader reader = reader(Arrays.copyOf(whole, cut))) {
        int records = 0;
        while (reader.next().isPresent()) {
          records++;
        }
        assertThat(records).isEqualTo(safe);
        assertThat(reader.sequence())
            .isGreaterThanOrEqualTo(safe == 0 ? 0 : acknowledged.get(safe - 1));
        assertThat(reader.offset() + reader.tornTail()).isEqualTo(cut);
        assertThat(reader.isClosed()).isEqualTo(cut == whole.length);
      }
    }
  }

  @Test
  void after_a_cut_at_any_byte_writing_goes_on_and_everything_verifies() throws Exception {
    write(folder, SHORT);
    byte[] whole = Files.readAllBytes(Journal.fileIn(folder));
    Path file = Journal.fileIn(folder);
    for (int cut = 0; cut <= whole.length; cut += 41) {
      Files.write(file, Arrays.copyOf(whole, cut));
      long before;
      long torn;
      try (JournalReader reader = reader(Arrays.copyOf(whole, cut))) {
        reader.verify();
        before = reader.sequence();
        torn = reader.tornTail();
      }
      try (Journal journal = open(folder)) {
        assertThat(journal.tornTail().map(Journal.TornTail::octets).orElse(0L)).isEqualTo(torn);
        journal.append(ONE_RUN.getLast());
      }
      byte[] after = Files.readAllBytes(file);
      assertThat(Arrays.copyOf(after, (int) (cut - torn)))
          .isEqualTo(Arrays.copyOf(whole, (int) (cut - torn)));
      assertThat(parts(after)).hasSize((int) before + 3);
      if (torn > 0) {
        assertThat(folder.resolve("journal.torn-" + (before + 1)))
            .hasBinaryContent(Arrays.copyOfRange(whole, (int) (cut - torn), cut));
      }
    }
  }

  @Test
  void changing_any_byte_is_noticed_in_the_line_where_it_happened() throws Exception {
    write(folder, ONE_RUN);
    byte[] whole = Files.readAllBytes(Journal.fileIn(folder));
    Random random = new Random(7);
    for (int trial = 0; trial < 120; trial++) {
      int at = random.nextInt(whole.length - 1);
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertBroken(changed, 1 + linesBefore(whole, at));
    }
  }

  @Test
  void a_line_that_is_taken_out_doubled_or_moved_is_named() throws Exception {
    write(folder, ONE_RUN);
    List<String> lines = Files.readAllLines(Journal.fileIn(folder), StandardCharsets.ISO_8859_1);
    List<String> without = new ArrayList<>(lines);
    without.remove(3);
    assertBroken(joined(without), 4);
    List<String> doubled = new ArrayList<>(lines);
    doubled.add(4, lines.get(3));
    assertBroken(joined(doubled), 5);
    List<String> swapped = new ArrayList<>(lines);
    Collections.swap(swapped, 3, 4);
    assertBroken(joined(swapped), 4);
  }

  @Test
  void who_computes_every_hash_anew_still_lacks_the_device_s_signature() throws Exception {
    write(folder, ONE_RUN);
    JournalChain chain = new JournalChain();
    JournalChain reading = new JournalChain();
    java.io.ByteArrayOutputStream forged = new java.io.ByteArrayOutputStream();
    for (String line : Files.readAllLines(Journal.fileIn(folder), StandardCharsets.ISO_8859_1)) {
      byte[] text = reading.take(line.getBytes(StandardCharsets.ISO_8859_1));
      if (new String(text, StandardCharsets.ISO_8859_1).startsWith("4 sealed ")) {
        text[text.length - 9] ^= 1;
      }
      forged.write(chain.append(text));
    }
    SealOpener none = SealOpener.NONE;
    try (JournalReader reader =
        new JournalReader(new ByteArrayInputStream(forged.toByteArray()), none)) {
      assertThatThrownBy(reader::verify)
          .isInstanceOf(BrokenJournalException.class)
          .hasMessageStartingWith("journal line 1: lines 1 to ")
          .hasMessageEndingWith("are not what the device signed");
    }
  }

  @Test
  void a_damaged_journal_is_not_written_to() throws Exception {
    write(folder, ONE_RUN);
    Path file = Journal.fileIn(folder);
    byte[] changed = Files.readAllBytes(file);
    changed[200] ^= 1;
    Files.write(file, changed);
    assertThatThrownBy(() -> open(folder)).isInstanceOf(BrokenJournalException.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(changed);
  }

  @Test
  void a_journal_has_one_writer() throws Exception {
    try (Journal first = open(folder)) {
      first.append(new JournalEvent.PhaseStarted(JournalEvent.Phase.LISTEN));
      assertThatThrownBy(() -> open(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("open for writing already");
    }
  }

  @Test
  void what_nobody_asks_to_be_kept_is_signed_and_kept_nevertheless() throws Exception {
    try (Journal journal = open(folder)) {
      long sequence = journal.append(ONE_RUN.getFirst());
      long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (journal.sequence() == sequence && System.nanoTime() < patience) {
        Thread.sleep(10);
      }
      assertThat(journal.sequence()).isEqualTo(sequence + 1);
      assertThat(read(folder)).hasSize(1);
    }
  }

  @Test
  void reading_goes_on_behind_a_line_that_is_known() throws Exception {
    try (Journal journal = open(folder)) {
      for (JournalEvent event : ONE_RUN) {
        journal.append(event);
        journal.sync();
      }
    }
    byte[] whole = Files.readAllBytes(Journal.fileIn(folder));
    try (JournalReader first = reader(whole)) {
      while (!(first.nextPart().orElseThrow() instanceof JournalPart.Signed signed)
          || signed.sequence() < 6) {
        // up to a signature
      }
      byte[] rest = Arrays.copyOfRange(whole, (int) first.offset(), whole.length);
      JournalReader.Point here =
          new JournalReader.Point(first.sequence(), first.lastHash(), first.opening());
      try (JournalReader second =
          new JournalReader(new ByteArrayInputStream(rest), new OpenBox(), here)) {
        Optional<JournalLine> next = first.next();
        assertThat(second.next()).isEqualTo(next).isPresent();
        first.verify();
        second.verify();
        assertThat(second.sequence()).isEqualTo(first.sequence());
        assertThat(second.lastHash()).isEqualTo(first.lastHash());
      }
    }
  }

  @Test
  void who_is_paired_later_reads_what_is_written_later() throws Exception {
    List<SealRecipient> readers = new ArrayList<>(List.of(new OpenBox()));
    JournalKeys one = OpenBox.keys(DEVICE);
    JournalKeys keys = new JournalKeys(one.signing(), one.device(), () -> List.copyOf(readers));
    OpenBox later = new OpenBox(Bytes.utf8("another box").sha256());
    try (Journal journal = Journal.open(folder, keys, NOON, ClockTrust.UNKNOWN)) {
      journal.append(SHORT.getFirst());
      journal.sync();
      readers.add(later);
      journal.append(SHORT.getLast());
    }
    try (JournalReader reader = JournalReader.in(folder, later)) {
      assertThat(reader.next().map(JournalLine::event)).contains(SHORT.getLast());
      assertThat(reader.next()).isEmpty();
    }
    assertThat(read(folder)).hasSize(2);
  }

  @Test
  void after_a_wipe_nothing_is_left_and_a_new_journal_begins() throws Exception {
    try (Journal journal = open(folder)) {
      journal.append(ONE_RUN.getFirst());
      journal.sync();
      byte[] before = Files.readAllBytes(Journal.fileIn(folder));
      assertThat(journal.wipe()).isEqualTo(before.length);
      assertThat(Journal.fileIn(folder)).isEmptyFile();
      journal.append(SHORT.getFirst());
      journal.sync();
    }
    assertThat(read(folder).stream().map(JournalLine::event)).containsExactly(SHORT.getFirst());
  }

  @Test
  void a_journal_of_version_1_is_read_and_continued() throws Exception {
    byte[] golden = golden();
    Path file = Journal.fileIn(folder);
    Files.write(file, golden);
    List<JournalLine> before = read(folder);
    assertThat(before).hasSize(linesBefore(golden, golden.length)).hasSizeGreaterThan(100);
    assertThat(before).anyMatch(line -> line.event() instanceof JournalEvent.RunEnded);
    write(folder, ONE_RUN);
    assertThat(read(folder)).startsWith(before.toArray(new JournalLine[0]));
    assertThat(read(folder)).hasSize(before.size() + ONE_RUN.size());
  }

  @Test
  void behind_sealed_lines_nothing_stands_in_the_clear() throws Exception {
    write(folder, ONE_RUN);
    Path file = Journal.fileIn(folder);
    JournalChain chain = new JournalChain();
    long lines;
    try (JournalReader reader = JournalReader.in(folder)) {
      reader.verify();
      chain.resumeAt(reader.lastHash());
      lines = reader.sequence();
    }
    byte[] more =
        chain.append(
            FactJson.writeLine(
                new JournalLine(
                    lines + 1, FactsForTests.NOON, ClockTrust.UNKNOWN, ONE_RUN.getLast())));
    Files.write(file, more, java.nio.file.StandardOpenOption.APPEND);
    assertBroken(Files.readAllBytes(file), lines + 1);
  }

  @Test
  void noise_is_never_taken_for_a_journal() throws Exception {
    Random random = new Random(11);
    for (int trial = 0; trial < 300; trial++) {
      byte[] noise = new byte[random.nextInt(600)];
      random.nextBytes(noise);
      try (JournalReader reader = reader(noise)) {
        try {
          reader.verify();
          assertThat(reader.sequence()).isZero();
        } catch (BrokenJournalException expected) {
          assertThat(expected.sequence()).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void the_length_of_a_record_is_rounded_up_by_an_eighth_at_most() {
    for (int length = 1; length < 200_000; length++) {
      assertThat(RecordSeal.padded(length)).isBetween(length, length + length / 8);
    }
    assertThat(RecordSeal.padded(1001)).isEqualTo(RecordSeal.padded(1020)).isEqualTo(1024);
  }

  private static byte[] golden() throws IOException {
    try (InputStream in = JournalTest.class.getResourceAsStream("journal-1.lwj")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static void assertBroken(byte[] journal, long line) throws IOException {
    try (JournalReader reader = reader(journal)) {
      assertThatThrownBy(reader::verify)
          .isInstanceOfSatisfying(
              BrokenJournalException.class,
              broken -> assertThat(broken.sequence()).isEqualTo(line));
    }
  }

  private static byte[] joined(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int linesBefore(byte[] journal, int end) {
    return (int)
        new String(journal, 0, end, StandardCharsets.ISO_8859_1)
            .chars()
            .filter(c -> c == '\n')
            .count();
  }

  private static Journal open(Path folder) throws Exception {
    return Journal.open(folder, OpenBox.keys(DEVICE), NOON, ClockTrust.UNKNOWN);
  }

  private static void write(Path folder, List<JournalEvent> events) throws Exception {
    try (Journal journal = open(folder)) {
      events.forEach(journal::append);
    }
  }

  private static JournalReader reader(byte[] journal) {
    return new JournalReader(new ByteArrayInputStream(journal), new OpenBox());
  }

  private static List<JournalPart> parts(byte[] journal) throws Exception {
    List<JournalPart> parts = new ArrayList<>();
    try (JournalReader reader = reader(journal)) {
      for (var part = reader.nextPart(); part.isPresent(); part = reader.nextPart()) {
        parts.add(part.get());
      }
    }
    return parts;
  }

  private static List<JournalLine> read(Path folder) throws Exception {
    return parts(Files.readAllBytes(Journal.fileIn(folder))).stream()
        .flatMap(
            part ->
                part instanceof JournalPart.Told(JournalLine line)
                    ? java.util.stream.Stream.of(line)
                    : java.util.stream.Stream.empty())
        .toList();
  }
}
