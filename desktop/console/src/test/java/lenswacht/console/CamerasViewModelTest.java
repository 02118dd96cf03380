package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import lenswacht.console.camera.AssetDetail;
import lenswacht.console.camera.AssetRow;
import lenswacht.console.camera.CamerasViewModel;
import lenswacht.console.camera.Focus;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.Work;
import lenswacht.console.text.Language;
import lenswacht.console.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CamerasViewModelTest {
  private final Texts texts = Texts.load(Language.NL, ZoneOffset.UTC);
  private final CaseDesk desk =
      FakeRooms.desk(new FakeRooms(), new Work(Runnable::run, Runnable::run));
  private final CamerasViewModel model = new CamerasViewModel(desk, texts, new FakeRooms());

  @BeforeEach
  void open_the_case() {
    desk.put(InventedCase.opened());
  }

  private Iterable<String> shown() {
    return model.shown().stream().map(AssetRow::address).toList();
  }

  @Test
  void every_asset_is_shown_rated_or_not() {
    assertThat(shown())
        .containsExactly(
            "10.20.30.61",
            "10.20.30.9",
            "10.20.30.12",
            "10.20.30.8",
            "10.20.30.101",
            "10.20.30.40");
    assertThat(texts.render(model.countBinding().get())).isEqualTo("6 van 6 getoond");
  }

  @Test
  void all_words_of_the_filter_must_occur() {
    model.filterProperty().set("hoog hik");
    assertThat(shown()).containsExactly("10.20.30.61");
    assertThat(texts.render(model.countBinding().get())).isEqualTo("1 van 6 getoond");
  }

  @Test
  void the_filter_speaks_the_language_of_the_moment() {
    model.filterProperty().set("deurbel");
    assertThat(shown()).containsExactly("10.20.30.101");
    texts.languageProperty().set(Language.EN);
    assertThat(shown()).isEmpty();
    model.filterProperty().set("doorbell");
    assertThat(shown()).containsExactly("10.20.30.101");
  }

  @Test
  void sorting_keeps_the_filter() {
    model.filterProperty().set("camera");
    model.orderProperty().set(Comparator.comparing(AssetRow::sortableAddress));
    assertThat(shown()).containsExactly("10.20.30.9", "10.20.30.61");
    model.orderProperty().set(Comparator.comparing(AssetRow::sortableAddress).reversed());
    assertThat(shown()).containsExactly("10.20.30.61", "10.20.30.9");
  }

  @Test
  void not_determined_is_not_low() {
    model.focusProperty().set(Focus.OPEN);
    assertThat(shown()).containsExactly("10.20.30.8");
    AssetRow row = model.shown().getFirst();
    assertThat(row.isGrave()).isFalse();
    assertThat(row.needsPerson()).isTrue();
  }

  @Test
  void the_focus_narrows_to_high_and_to_contradictions() {
    model.focusProperty().set(Focus.GRAVE);
    assertThat(shown()).containsExactly("10.20.30.61", "10.20.30.9", "10.20.30.12");
    model.focusProperty().set(Focus.CONTRADICTED);
    assertThat(shown()).containsExactly("10.20.30.61");
  }

  @Test
  void the_explanation_says_what_label_and_evidence_say() {
    model.select("10.20.30.61");
    AssetDetail detail = model.detailBinding().get().orElseThrow();
    assertThat(texts.render(detail.sentence()))
        .isEqualTo(
            "Op het label staat TruVision, maar de maker is Hikvision (waarschijnlijk)."
                + " De software is van 7 feb 2018 (8 jaar oud)."
                + " Spionage: zeer hoog. Privacy: matig.");
    assertThat(detail.contradictions()).hasSize(1);
    assertThat(texts.render(detail.contradictions().getFirst())).contains("TruVision", "Hikvision");
    assertThat(detail.open()).containsExactly("R31", "R32");
    assertThat(detail.findings()).hasSize(3);
  }

  @Test
  void what_is_not_rated_is_not_called_harmless() {
    model.select("10.20.30.40");
    AssetDetail detail = model.detailBinding().get().orElseThrow();
    assertThat(detail.coverage()).isEmpty();
    assertThat(texts.render(detail.sentence())).contains("niet hetzelfde als onschuldig");
  }

  @Test
  void selecting_a_hidden_asset_takes_the_filter_away() {
    model.filterProperty().set("hikvision");
    assertThat(model.select("10.20.30.9")).isTrue();
    assertThat(model.filterProperty().get()).isEmpty();
    assertThat(model.select("10.20.30.250")).isFalse();
  }

  @Test
  void f8_goes_round_the_assets_that_need_a_person() {
    assertThat(model.selectedProperty().get().map(AssetRow::address)).contains("10.20.30.61");
    model.selectNextNeedingPerson();
    assertThat(model.selectedProperty().get().map(AssetRow::address)).contains("10.20.30.8");
    model.selectNextNeedingPerson();
    assertThat(model.selectedProperty().get().map(AssetRow::address)).contains("10.20.30.61");
    assertThat(texts.render(model.toDoBinding().get())).isEqualTo("Te doen: 2 (F8)");
  }

  @Test
  void the_selection_survives_a_new_assessment() {
    model.select("10.20.30.9");
    desk.put(InventedCase.opened());
    assertThat(model.selectedProperty().get().map(AssetRow::address))
        .isEqualTo(Optional.of("10.20.30.9"));
  }
}
