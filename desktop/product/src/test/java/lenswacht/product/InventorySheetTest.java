package lenswacht.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lenswacht.assessment.floor.Label;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Said;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventorySheetTest {
  private static final Said SAID = new Said("J. Jansen", Instant.parse("2026-11-20T10:00:00Z"));

  @TempDir private Path folder;

  private PaperList read(byte[] octets) throws Exception {
    Path file = Files.write(folder.resolve("lijst"), octets);
    return InventorySheet.read(
        file, "lijst", serial -> serial.isEmpty() ? "" : "#" + serial.length(), SAID);
  }

  private PaperList read(String csv) throws Exception {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void dutch_and_english_headings_are_read_and_serial_numbers_are_veiled() throws Exception {
    PaperList dutch =
        read(
            "Inventaris 2026\n\nCamera;IP-adres;Locatie;Merk;Type;MAC-adres;Serienummer\n"
                + "C1;10.0.0.1;hal;Axis;P3245;aa:bb:cc:00:00:01;ABC1234\n");
    assertThat(dutch.rows())
        .containsExactly(
            new PaperList.Row(
                "C1", "10.0.0.1", "hal", new Label("Axis", "P3245", "aa:bb:cc:00:00:01", "#7")));
    PaperList english = read("Name,IP address,Room,Manufacturer,Model\nC1,10.0.0.1,hall,Axis,P1\n");
    assertThat(english.rows().getFirst().label().brand()).isEqualTo("Axis");
  }

  @Test
  void rows_without_a_name_or_with_one_twice_are_called_after_their_line() throws Exception {
    PaperList list = read("Nr;IP-adres\nA;10.0.0.1\nA;10.0.0.2\n;10.0.0.3\n;\n");

    assertThat(list.rows()).extracting(PaperList.Row::id).containsExactly("A", "rij 3", "rij 4");
  }

  @Test
  void a_spreadsheet_of_an_office_program_is_read_as_well() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetFile.writeXlsx(out, "lijst", List.of(List.of("Merk", "Plek"), List.of("Axis", "hal")));

    assertThat(read(out.toByteArray()).rows()).hasSize(1);
  }

  @Test
  void a_list_without_headings_or_rows_is_refused_with_a_sentence() {
    assertThatThrownBy(() -> read("a;b\n1;2\n"))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining("no row of headings was found");
    assertThatThrownBy(() -> read("Merk;Type\n")).hasMessageContaining("no rows");
    assertThatThrownBy(() -> read("PK\u0003\u0004nothing")).isInstanceOf(SheetException.class);
  }

  @Test
  void damaged_lists_are_refused_or_read_and_never_crash() throws Exception {
    Random random = new Random(7);
    byte[] whole =
        "Camera;IP-adres;Merk\nC1;10.0.0.1;Axis\nC2;10.0.0.2;Bosch\n"
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 200; round++) {
      byte[] octets = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int i = 0; i < round % 6; i++) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(octets).rows()).isNotEmpty();
      } catch (SheetException refused) {
        assertThat(refused).message().isNotBlank();
      }
    }
  }
}
