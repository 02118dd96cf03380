package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditionTest {
  @Test
  void bundled_edition_is_sound_and_names_its_hash() {
    Edition edition = Edition.bundled();

    assertThat(edition.hash()).matches("[0-9a-f]{64}");
    assertThat(edition.id()).isEqualTo("2026-11-nl+" + edition.hash().substring(0, 16));
    assertThat(edition.date()).hasToString("2026-11-20");
  }

  @Test
  void same_files_give_the_same_hash_and_one_byte_less_another() throws PackException {
    String bundled = Edition.bundled().hash();
    KnowledgeFolder changed =
        name -> {
          byte[] bytes = KnowledgeFolder.bundled().read(name);
          if (name.equals("remedies.csv")) {
            return java.util.Arrays.copyOf(bytes, bytes.length - 1);
          }
          return bytes;
        };

    assertThat(Edition.bundled().hash()).isEqualTo(bundled);
    assertThat(Edition.read(changed, PackChoice.DUTCH).hash()).isNotEqualTo(bundled);
  }
}
