package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.Label;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Scale;
import lenswacht.assessment.floor.SightRound.Walked;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.Spot;
import lenswacht.assessment.floor.View;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanBookTest {
  private static final Said THEN = new Said("J. Jansen", Instant.parse("2026-11-20T10:00:00Z"));
  private static final Said LATER = new Said("P. Smit", Instant.parse("2026-11-21T10:00:00Z"));
  private static final View WIDE =
      new View(
          OptionalDouble.of(90), OptionalDouble.of(84), View.Source.MAKER, OptionalDouble.of(8));

  @TempDir private Path folder;

  private static PlanPicture picture(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    return PlanPicture.of(Bytes.of(out.toByteArray()));
  }

  private static Floor ground() throws IOException {
    return new Floor("Begane grond", 0, picture(640, 400), Optional.empty());
  }

  private static Placement at(double x, Said said) {
    return new Placement(
        "10.20.30.61", new Spot("Begane grond", x, 80), WIDE, List.of("balie", "stoep"), said);
  }

  @Test
  void a_floor_its_scale_and_what_hangs_there_come_back_as_they_were_said() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    Scale scale = new Scale(10, 10, 410, 10, 20);
    try (CaseFile file = CaseFile.create(path, "Stadhuis")) {
      file.floors().keep(ground(), THEN);
      file.floors().keep(ground().scaled(Optional.of(scale)), THEN);
      file.floors().place(at(120, THEN));
    }
    try (CaseFile file = CaseFile.open(path)) {
      assertThat(file.floors().plan().floors())
          .containsExactly(ground().scaled(Optional.of(scale)));
      assertThat(file.floors().plan().placements()).containsExactly(at(120, THEN));
      assertThat(scale.pixelsPerMetre()).isEqualTo(20);
    }
  }

  @Test
  void the_last_word_holds_and_nothing_is_overwritten() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    try (CaseFile file = CaseFile.create(path, "Stadhuis")) {
      file.floors().keep(ground(), THEN);
      file.floors().place(at(120, THEN));
      file.floors().place(at(300, LATER));

      assertThat(file.floors().plan().placements()).containsExactly(at(300, LATER));

      file.floors().unplace("10.20.30.61", LATER);

      assertThat(file.floors().plan().placements()).isEmpty();
    }
    try (CaseFile before = CaseFile.open(path, THEN.at())) {
      assertThat(before.floors().plan().placements()).containsExactly(at(120, THEN));
    }
  }

  @Test
  void what_hangs_on_a_floor_that_was_taken_away_is_to_be_placed_again() throws Exception {
    try (CaseFile file = CaseFile.create(folder.resolve("a.lenswacht"), "Stadhuis")) {
      file.floors().keep(ground(), THEN);
      file.floors().place(at(120, THEN));
      file.floors().removeFloor("Begane grond", LATER);

      assertThat(file.floors().plan().placements()).isEmpty();

      file.floors().keep(ground(), LATER);

      assertThat(file.floors().plan().placements()).containsExactly(at(120, THEN));
    }
  }

  @Test
  void what_was_seen_is_named_once_and_the_walk_is_kept_apart_from_it() throws Exception {
    try (CaseFile file = CaseFile.create(folder.resolve("a.lenswacht"), "Stadhuis")) {
      PlanBook book = file.floors();
      assertThat(book.round().wasMade()).isFalse();
      Sighting seen =
          new Sighting(
              book.freshSighting(),
              Optional.empty(),
              "hal",
              "witte koepel",
              new Label("TruVision", "TVD-5401", "", book.veiled("ABC-1234567")),
              "",
              Match.OPEN,
              THEN);
      book.note(seen);
      book.walked(new Walked("Begane grond", THEN));
      book.strike("s1", LATER);

      assertThat(seen.label().serial()).startsWith("#");
      assertThat(book.freshSighting()).isEqualTo("s2");
      assertThat(book.round().sightings()).isEmpty();
      assertThat(book.round().isWalked("Begane grond")).isTrue();
      assertThat(book.round().wasMade()).isTrue();
    }
  }

  @Test
  void a_list_and_what_was_said_of_its_rows_come_back() throws Exception {
    try (CaseFile file = CaseFile.create(folder.resolve("a.lenswacht"), "Stadhuis")) {
      PaperList list =
          new PaperList(
              "inventaris.xlsx",
              List.of(new PaperList.Row("C1", "10.20.30.61", "hal", Label.NONE)),
              THEN);
      file.floors().keep(list);
      file.floors().match("inventaris.xlsx#C1", Match.is("10.20.30.61"), THEN);

      assertThat(file.floors().papers().lists()).containsExactly(list);
      assertThat(file.floors().papers().match("inventaris.xlsx#C1"))
          .isEqualTo(Match.is("10.20.30.61"));

      file.floors().match("inventaris.xlsx#C1", Match.OPEN, LATER);

      assertThat(file.floors().papers().match("inventaris.xlsx#C1")).isEqualTo(Match.OPEN);
    }
  }

  @Test
  void a_plan_that_somebody_altered_in_the_file_is_refused() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    try (CaseFile file = CaseFile.create(path, "Stadhuis")) {
      file.floors().keep(ground(), THEN);
    }
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + path);
        var update = other.prepareStatement("UPDATE plan_picture SET png = ?")) {
      update.setBytes(1, picture(641, 400).png().toArray());
      update.executeUpdate();
    }
    try (CaseFile file = CaseFile.open(path)) {
      assertThatThrownBy(() -> file.floors().plan())
          .isInstanceOf(CaseFileException.class)
          .hasMessageContaining("altered");
    }
  }

  @Test
  void words_that_do_not_hold_together_are_refused() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    CaseFile.create(path, "Stadhuis").close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + path);
        var insert = other.createStatement()) {
      insert.execute(
          "INSERT INTO floor_word (kind, subject, words, said_by, said_at) VALUES ('placement',"
              + " 'x', '{\"asset\":\"x\",\"spot\":{\"floor\":\"f\",\"x\":-5,\"y\":1e300}}', '',"
              + " '2026-11-20T10:00:00Z')");
    }
    try (CaseFile file = CaseFile.open(path)) {
      assertThatThrownBy(() -> file.floors().plan())
          .isInstanceOf(CaseFileException.class)
          .hasMessageContaining("cannot be read");
    }
  }
}
