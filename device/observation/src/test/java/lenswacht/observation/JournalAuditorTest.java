package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAuditorTest {
  private static final KeyPair DEVICE = FactsForTests.keys();

  @TempDir Path folder;
  private List<String> lines = List.of();

  @BeforeEach
  void write_a_journal_in_four_blocks() throws Exception {
    List<JournalEvent> run = FactsForTests.oneRun(DEVICE);
    try (Journal journal =
        Journal.open(
            folder,
            OpenBox.keys(DEVICE),
            InstantSource.fixed(FactsForTests.NOON),
            ClockTrust.UNKNOWN)) {
      for (int i = 0; i < 12; i++) {
        journal.append(run.get(i % run.size()));
        if (i % 3 == 2) {
          journal.sync();
        }
      }
    }
    lines = Files.readAllLines(Journal.fileIn(folder), StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_whole_journal_loses_nothing() throws Exception {
    JournalAudit audit = audit(lines);
    assertThat(audit.isWhole()).isTrue();
    assertThat(audit.isClosed()).isTrue();
    assertThat(audit.lost()).isEmpty();
    assertThat(audit.lines()).isEqualTo(lines.size());
    assertThat(audit.devices()).containsExactly(Bytes.of(DEVICE.getPublic().getEncoded()));
  }

  @Test
  void of_an_altered_record_only_that_one_falls_away() throws Exception {
    for (int line = 1; line < lines.size(); line++) {
      if (lines.get(line).contains(" sealed ")) {
        JournalAudit audit =
            audit(with(line, altered(lines.get(line), lines.get(line).length() - 5)));
        assertThat(audit.broken().orElseThrow().line()).isEqualTo(line + 1);
        assertThat(audit.lost()).extracting(JournalAudit.Lost::line).containsExactly(line + 1L);
      }
    }
  }

  @Test
  void a_flipped_bit_anywhere_is_found_in_its_line() throws Exception {
    Random random = new Random(3);
    for (int trial = 0; trial < 40; trial++) {
      int line = random.nextInt(lines.size());
      String changed = altered(lines.get(line), random.nextInt(lines.get(line).length()));
      JournalAudit audit = audit(with(line, changed));
      assertThat(audit.isWhole()).as(changed).isFalse();
      assertThat(audit.broken().orElseThrow().line()).isLessThanOrEqualTo(line + 1);
    }
  }

  @Test
  void a_last_line_feed_that_was_altered_is_no_torn_tail_but_one_that_is_missing_is()
      throws Exception {
    byte[] journal = (String.join("\n", lines) + "\r").getBytes(StandardCharsets.ISO_8859_1);
    JournalAudit altered = JournalAuditor.audit(new ByteArrayInputStream(journal), new OpenBox());
    assertThat(altered.isWhole()).isFalse();
    assertThat(altered.broken().orElseThrow().line()).isEqualTo(lines.size());
    assertThatExceptionOfType(BrokenJournalException.class)
        .isThrownBy(() -> new JournalReader(new ByteArrayInputStream(journal)).verify())
        .matches(broken -> broken.sequence() == lines.size());

    byte[] cut = Arrays.copyOf(journal, journal.length - 1);
    assertThat(JournalAuditor.audit(new ByteArrayInputStream(cut), new OpenBox()).broken())
        .isEmpty();
    new JournalReader(new ByteArrayInputStream(cut)).verify();
  }

  @Test
  void a_line_that_is_missing_is_named_and_what_follows_is_still_proved() throws Exception {
    List<String> without = new ArrayList<>(lines);
    without.remove(2);
    JournalAudit audit = audit(without);
    assertThat(audit.broken().orElseThrow().line()).isEqualTo(3);
    assertThat(audit.lost()).extracting(JournalAudit.Lost::line).contains(3L).doesNotContain(8L);
  }

  @Test
  void a_forged_block_falls_away_whole() throws Exception {
    JournalChain reading = new JournalChain();
    JournalChain chain = new JournalChain();
    ByteArrayOutputStream forged = new ByteArrayOutputStream();
    for (String line : lines) {
      byte[] text = reading.take(line.getBytes(StandardCharsets.ISO_8859_1));
      if (new String(text, StandardCharsets.ISO_8859_1).startsWith("7 sealed ")) {
        text[text.length - 9] ^= 1;
      }
      forged.write(chain.append(text));
    }
    JournalAudit audit =
        JournalAuditor.audit(new ByteArrayInputStream(forged.toByteArray()), new OpenBox());
    assertThat(audit.broken().orElseThrow().line()).isEqualTo(6);
    assertThat(audit.lost()).extracting(JournalAudit.Lost::line).contains(6L, 7L, 8L, 10L);
  }

  private List<String> with(int line, String other) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(line, other);
    return changed;
  }

  private static String altered(String line, int at) {
    return line.substring(0, at) + (char) (line.charAt(at) ^ 1) + line.substring(at + 1);
  }

  private static JournalAudit audit(List<String> lines) throws Exception {
    byte[] journal = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    return JournalAuditor.audit(new ByteArrayInputStream(journal), new OpenBox());
  }
}
