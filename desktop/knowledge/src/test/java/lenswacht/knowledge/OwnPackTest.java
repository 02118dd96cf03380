package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pack that somebody keeps in a folder of their own.
class OwnPackTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @TempDir Path root;
  private Path folder = Path.of("");

  @BeforeEach
  void a_copy_of_the_belgian_pack() throws Exception {
    folder = root.resolve("mine");
    Files.createDirectory(folder);
    PolicyPack pack = PolicyPack.read(KnowledgeFolder.bundled(), "pack-be");
    for (Map.Entry<String, byte[]> file : pack.bytes(KnowledgeFolder.bundled()).entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void a_copy_is_the_same_pack_wherever_it_lies() throws PackException {
    Edition there = Edition.bundled(new PackChoice.Named("be"));

    assertThat(read().pack().hash()).isEqualTo(there.pack().hash());
    assertThat(read().id()).isEqualTo(there.id());
    assertThat(read().pack().below()).isPresent();
  }

  @Test
  void a_changed_threshold_is_used_and_gives_another_edition() throws Exception {
    String before = read().id();
    change("conditions.csv", "? 92 : 31", "? 92 : 14");

    Rule rule = pack().rule("BE10").orElseThrow();
    Map<String, String> values =
        Map.of("retention.days", "20", "retention.incident_tagged", "no", "be.special_place", "no");

    assertThat(rule.fires(name -> java.util.Optional.ofNullable(values.get(name))))
        .isEqualTo(Truth.YES);
    assertThat(read().id()).isNotEqualTo(before).startsWith("2026-11-be+");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "conditions.csv|be.quickscan_date >|be.quikscan_date >|5|31|there is no field 'be.quikscan",
        "conditions.csv|31)|31|10|55|missing ')'",
        "conditions.csv|BE11,1,sign.present,is,no,|BE11,1,sign.present,is,no,true|11|8|either",
        "conditions.csv|,from,2023|,form,2023|3|28|there is no operator 'form'",
        "pack.csv|expressions,CEL|expressions,DMN|0|0|pack.csv must say the language",
        "pack.csv|extends,nl|extends,us|0|0|a pack extends a whole pack",
        "pack.csv|status,draft|status,ready|5|8|must be one of",
        "pack.csv|id,be|id,Ours|2|4|small letters",
        "pack.csv|version,1.0|verzion,1.0|3|1|a pack has no 'verzion'",
        "rules.csv|GBA,2007-03-21|GBA,2007-3-21|5|83|must be a day",
        "rules.csv|BE13,PRIVACY|BE12,PRIVACY|8|1|stands here twice",
        "fields.csv|be.notified,yes-no|be.notified,maybe|7|13|'type' cannot be 'maybe'",
        "fields.csv|be.notified,yes-no|sign.present,yes-no|7|1|or in the pack below",
        "fields.csv|be.notified,yes-no|listed.none,yes-no|7|1|has no list 'none'",
        "controls.csv|2018-05-25,law|2018-05-25,wet|4|196|'standing' cannot be 'wet'",
        "controls.csv|be.federal_buyer|retention.days|2|23|no yes-no field"
      })
  void a_fault_is_told_with_file_line_and_column(
      String file, String text, String instead, long line, int column, String reason)
      throws IOException {
    change(file, text, instead);

    assertThatThrownBy(this::pack)
        .isInstanceOfSatisfying(
            PackException.class,
            fault -> {
              assertThat(fault.reason()).contains(reason);
              if (line > 0) {
                assertThat(fault.file()).isEqualTo("mine/" + file);
                assertThat(List.of(fault.line(), (long) fault.column()))
                    .containsExactly(line, (long) column);
              }
            });
  }

  @Test
  void a_list_that_names_nobody_of_the_register_is_refused() throws IOException {
    Files.writeString(
        folder.resolve("lists.csv"),
        """
        list,maker,clause,source,date,reading
        ours,Hikvision,besluit 7,OMZ-2023,2026-01-01,own
        ours,Hikvison,besluit 7,OMZ-2023,2026-01-01,own
        """);
    assertThatThrownBy(this::pack)
        .isInstanceOf(PackException.class)
        .hasMessage("mine/lists.csv:3:6: makers.csv has no maker 'Hikvison'");
  }

  @Test
  void a_signature_holds_until_a_cell_changes() throws Exception {
    assertThat(pack().seal()).isEmpty();
    sign("Gemeente \"Voorbeeld\", inkoop");

    Seal seal = pack().seal().orElseThrow();
    assertThat(seal.signer()).isEqualTo("Gemeente \"Voorbeeld\", inkoop");
    assertThat(seal.day()).isEqualTo(DAY);
    assertThat(seal.keyName()).matches("[0-9a-f]{16}");

    change("conditions.csv", "? 92 : 31", "? 92 : 32");
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            PackException.class, fault -> assertThat(fault.isBrokenSeal()).isTrue())
        .hasMessageContaining("not those that were signed by Gemeente");
  }

  @Test
  void a_signature_that_was_touched_is_refused() throws Exception {
    sign("Inkoop");
    String whole = Files.readString(folder.resolve(Seal.FILE));
    Random random = new Random(20_191_120);
    for (int round = 0; round < 100; round++) {
      char[] damaged = whole.toCharArray();
      int at = random.nextInt(whole.length() - 1);
      damaged[at] = damaged[at] == 'x' ? 'y' : 'x';
      Files.writeString(folder.resolve(Seal.FILE), new String(damaged));

      assertThatThrownBy(this::pack).as("at %d", at).isInstanceOf(PackException.class);
    }
  }

  @Test
  void a_signature_of_other_keys_is_not_made() throws Exception {
    KeyPair one = pair();
    KeyPair other = pair();
    assertThatThrownBy(() -> Seal.sign("00", "Inkoop", DAY, one.getPrivate(), other.getPublic()))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void a_whole_pack_may_leave_rules_out_that_remedies_name() throws Exception {
    Path whole = root.resolve("whole");
    Files.createDirectory(whole);
    PolicyPack dutch = Edition.bundled().pack();
    for (Map.Entry<String, byte[]> file : dutch.bytes(KnowledgeFolder.bundled()).entrySet()) {
      Files.write(whole.resolve(file.getKey()), file.getValue());
    }
    folder = whole;
    remove("rules.csv", "R42b,");
    remove("conditions.csv", "R42b,");

    Edition mine = read();
    assertThat(mine.pack().rule("R42b")).isEmpty();
    assertThat(mine.remedies().all()).hasSameSizeAs(Edition.bundled().remedies().all());
  }

  private PolicyPack pack() throws PackException {
    return PolicyPack.read(
        KnowledgeFolder.bundled().with("mine", KnowledgeFolder.of(folder)), "mine");
  }

  private Edition read() throws PackException {
    return Edition.bundled(new PackChoice.Own(folder));
  }

  private static KeyPair pair() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private void sign(String signer) throws Exception {
    KeyPair pair = pair();
    Seal seal = Seal.sign(pack().hash(), signer, DAY, pair.getPrivate(), pair.getPublic());
    Files.writeString(folder.resolve(Seal.FILE), seal.text());
  }

  private void change(String file, String text, String instead) throws IOException {
    String before = Files.readString(folder.resolve(file));
    assertThat(before).contains(text);
    int at = before.indexOf(text);
    Files.writeString(
        folder.resolve(file),
        before.substring(0, at) + instead + before.substring(at + text.length()));
  }

  private void remove(String file, String start) throws IOException {
    List<String> lines =
        Files.readAllLines(folder.resolve(file)).stream()
            .filter(line -> !line.startsWith(start))
            .toList();
    Files.write(folder.resolve(file), lines);
  }
}
