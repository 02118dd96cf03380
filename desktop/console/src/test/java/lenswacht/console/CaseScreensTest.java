package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.review.Reviewed;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Language;
import lenswacht.product.sheet.SheetFile;
import lenswacht.report.Audience;
import lenswacht.report.ReportKind;
import lenswacht.report.export.Format;
import org.junit.jupiter.api.Test;

/// The screens of a case, driven with a real case file.
class CaseScreensTest extends RealCaseScreens {

  @Test
  void without_a_case_every_screen_of_a_case_says_what_it_is_for() {
    ConsoleProgram[] empty = new ConsoleProgram[1];
    interact(() -> empty[0] = fake.program(ConsoleSettings.FIRST));
    for (Place place : Set.of(Place.JUDGEMENT, Place.REMEDIES, Place.SEPARATION)) {
      interact(
          () -> {
            empty[0].frame().placeProperty().set(place);
            var scene = empty[0].scene(900, 700);
            assertThat(
                    scene.getRoot().lookupAll(".label").stream()
                        .map(node -> ((Label) node).getText()))
                .anyMatch(text -> text.startsWith("Er is geen dossier open."));
            scene.setRoot(new Region());
          });
    }
  }

  @Test
  void the_matrices_count_assets_and_a_cell_leads_to_the_way_to_its_rating() throws Exception {
    go(Place.JUDGEMENT);
    TableView<RatedAsset> assets = table("judgement-table");
    assertThat(assets.getItems()).hasSize(3);
    Set<Node> cells = lookup(".spot").queryAll();
    assertThat(cells).isNotEmpty().allMatch(cell -> cell.getAccessibleText().contains("192.0.2."));
    Node first = cells.iterator().next();
    interact(first::requestFocus);
    type(KeyCode.ENTER);
    assertThat(assets.getItems()).hasSizeBetween(1, 3);
    assertThat(words("judgement-first")).contains("nooit opgeteld");
    assertThat(lookup("#judgement-way-espionage .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.startsWith("Pad A: verwaarlozing, los van de leverancier: "))
        .anyMatch(text -> text.startsWith("Pad B: leverancier of derde: "))
        .anyMatch(text -> text.startsWith("Uitkomst: "))
        .anyMatch(text -> text.contains("(bron: "));
    assertThat(lookup("#judgement-way-privacy .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.startsWith("Poort: "));
    shoot("judgement-real");
  }

  @Test
  void a_picture_is_kept_as_svg_with_its_words() throws Exception {
    go(Place.JUDGEMENT);
    Path svg = folder.resolve("matrix.svg");
    fake.chosen = Optional.of(svg);
    press("judgement-espionage-svg");
    assertThat(Files.readString(svg))
        .contains("<title id=\"title\">Spionage</title>", "192.0.2.11", "</svg>");
    Path png = folder.resolve("matrix.png");
    fake.chosen = Optional.of(png);
    press("judgement-espionage-png");
    assertThat(javax.imageio.ImageIO.read(png.toFile()).getWidth()).isGreaterThan(800);
    clickOn("#frame-language-en");
    assertThat(lookup("#judgement-espionage-paper").query().getAccessibleText())
        .startsWith("Espionage. ");
  }

  @Test
  void the_owners_word_on_a_remedy_is_kept_and_can_be_taken_back() throws Exception {
    go(Place.REMEDIES);
    interact(() -> lookup("#remedies-purpose").queryAs(CheckBox.class).fire());
    TableView<?> steps = table("remedies-table");
    assertThat(steps.getItems()).as(words("remedies-remarks")).isNotEmpty();
    assertThat(lookup("#remedies-front-paper").query().getAccessibleText()).contains("\u20ac");
    interact(() -> steps.getSelectionModel().selectFirst());
    press("remedies-say-agreed");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.decisions().remedies())
          .singleElement()
          .satisfies(
              word -> {
                assertThat(word.state()).isEqualTo(RemedyState.AGREED);
                assertThat(word.by()).isEqualTo("J. Jansen");
              });
    }
    press("frame-undo");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.decisions().remedies()).hasSize(2);
      assertThat(kept.decisions().remedies().getLast().state()).isEqualTo(RemedyState.PROPOSED);
    }
    shoot("remedies-real");
  }

  @Test
  void the_separation_matrix_says_what_was_not_tried_and_zones_are_kept_at_once() throws Exception {
    go(Place.SEPARATION);
    Set<Node> cells = lookup("#separation-matrix .spot").queryAll();
    assertThat(cells)
        .hasSize(2)
        .extracting(Node::getAccessibleText)
        .anyMatch(text -> text.startsWith("Van Kantoor naar Camera's: "));
    interact(() -> lookup("#separation-zone-name").queryAs(TextField.class).setText("Gasten"));
    interact(
        () ->
            lookup("#separation-zone-ranges").queryAs(TextField.class).setText("198.51.100.0/24"));
    press("separation-zone-add");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.zones().zones()).hasSize(3);
    }
    interact(() -> program.desk().undo());
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.zones().zones()).hasSize(2);
    }
    interact(() -> lookup("#separation-zone-ranges").queryAs(TextField.class).setText("300.1"));
    press("separation-zone-add");
    assertThat(words("frame-notice")).startsWith("Zo kan het niet: ");
    shoot("separation-real");
  }

  @Test
  void an_answer_is_kept_with_name_and_moment_and_nobody_answers_without_a_name() throws Exception {
    go(Place.QUESTIONS);
    TableView<?> questions = table("questions-table");
    interact(() -> questions.getSelectionModel().select(1));
    press("questions-no");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.decisions().answers())
          .filteredOn(answer -> !answer.field().equals("site.class"))
          .singleElement()
          .satisfies(
              answer -> {
                assertThat(answer.value()).isEqualTo("no");
                assertThat(answer.by()).isEqualTo("J. Jansen");
                assertThat(answer.at()).isEqualTo(CLOCK.instant());
              });
    }
    assertThat(questions.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    interact(() -> program.desk().undo());
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.decisions().answers()).hasSize(1);
    }
    interact(() -> lookup("#questions-who").queryAs(TextField.class).setText(" "));
    press("questions-unknown");
    assertThat(words("frame-notice")).startsWith("Er staat niet bij wie dit zegt.");
    shoot("questions-real");
  }

  @Test
  void the_evidence_is_verified_and_a_damaged_line_is_shown_as_a_break() throws Exception {
    go(Place.EVIDENCE);
    assertThat(words("evidence-first")).startsWith("Keten heel: ");
    assertThat(lookup("#evidence-chain-paper").query().getAccessibleText())
        .contains("Journaal 1 (LW-0042)");
    shoot("evidence-real");
  }

  @Test
  void every_control_of_every_screen_has_an_id_and_a_name_in_both_languages() {
    for (Place place : Place.values()) {
      go(place);
      for (Language language : Language.values()) {
        interact(() -> program.frame().speak(language));
        Set<Node> controls = lookup("#frame").lookup(ConsoleRobotTest::isControl).queryAll();
        assertThat(controls)
            .as(place.word())
            .isNotEmpty()
            .allSatisfy(
                node -> {
                  assertThat(node.getId()).as(node.toString()).isNotNull();
                  assertThat(node.getAccessibleText()).as(node.getId()).isNotBlank();
                });
      }
    }
  }

  @Test
  void the_settings_hold_at_once() {
    go(Place.SETTINGS);
    ComboBox<Theme> theme = lookup("#settings-theme").query();
    interact(() -> theme.setValue(Theme.CONTRAST));
    assertThat(lookup("#frame").query().getStyleClass()).contains("theme-contrast");
    interact(() -> program.frame().size(200));
    assertThat(lookup("#frame").query().getStyle())
        .isEqualTo(String.format(Locale.ROOT, "-fx-font-size: %s;", "27.0px"));
    interact(() -> theme.setValue(Theme.LIGHT));
  }

  @Test
  void a_report_and_a_list_are_written_and_read_back() throws Exception {
    go(Place.REPORT);
    Path sheet = folder.resolve("assets.xlsx");
    fake.chosen = Optional.of(sheet);
    interact(() -> lookup("#report-format").<Format>queryComboBox().setValue(Format.XLSX));
    press("report-write");
    assertThat(written()).contains("SHA-256", "assets.xlsx");
    assertThat(SheetFile.open(sheet).rows())
        .anyMatch(row -> row.containsAll(List.of("192.0.2.12", "Axis", "P3265-LVE")));
    Path pdf = folder.resolve("report.pdf");
    fake.chosen = Optional.of(pdf);
    interact(() -> lookup("#report-format").<Format>queryComboBox().setValue(Format.PDF));
    press("report-write");
    assertThat(written()).contains("report.pdf");
    assertThat(Files.size(pdf)).isGreaterThan(10_000);
    shoot("report-real");
  }

  @Test
  void what_a_report_will_be_is_told_before_it_is_written_and_where_it_is_after() throws Exception {
    go(Place.REPORT);
    assertThat(told("#report-foreseen .label"))
        .contains("Op elke bladzijde: TLP:AMBER+STRICT.", "Concept: ", "Er wordt niets weggelaten.")
        .contains("stellingen zijn nog niet vastgesteld");
    ComboBox<Audience> audience = lookup("#report-audience").queryComboBox();
    interact(() -> audience.setValue(Audience.PUBLIC));
    assertThat(told("#report-foreseen .label")).contains("Wordt weggelaten: ", "192.0.2.12");
    interact(() -> lookup("#report-classification").<TextField>query().setText("Geheim"));
    press("report-write");
    assertThat(words("frame-notice")).contains("Deze rubricering");
    interact(() -> lookup("#report-classification").<TextField>query().setText("Dep.V."));
    assertThat(lookup("#report-kind").<ReportKind>queryComboBox().getItems())
        .containsExactly(ReportKind.values());
    assertThat(lookup("#report-format").<Format>queryComboBox().getItems())
        .containsExactly(Format.values());
    TextField call = lookup("#report-call").query();
    assertThat(call.isDisabled()).isTrue();
    interact(() -> lookup("#report-kind").<ReportKind>queryComboBox().setValue(ReportKind.NOTICE));
    interact(() -> call.setText("J. Jansen, 070 123 45 67"));
    assertThat(told("#report-foreseen .label")).contains("Dep.V.", "Geen concept.");
    interact(() -> audience.setValue(Audience.CONFIDENTIAL));
    Path pdf = folder.resolve("notice.pdf");
    fake.chosen = Optional.of(pdf);
    press("report-write");
    assertThat(written()).contains("notice.pdf", "SHA-256");
    assertThat(lookup("#report-path").<TextField>query().getText()).endsWith("notice.pdf");
    press("report-open-folder");
    press("report-open");
    assertThat(fake.asked).endsWith("show " + folder.getFileName(), "show notice.pdf");
    fake.refuses = true;
    press("report-open");
    assertThat(words("frame-notice")).contains("Kopieer de plaats").contains("notice.pdf");
  }

  @Test
  void the_judgement_tells_how_far_people_are_and_the_next_that_waits() throws Exception {
    go(Place.JUDGEMENT);
    assertThat(told("#judgement-steps .label")).contains("Concept", "Vastgesteld");
    assertThat(words("judgement-waits")).startsWith("Volgende die op iemand wacht (F8): ");
    TableView<RatedAsset> table = table("judgement-table");
    int before = table.getSelectionModel().getSelectedIndex();
    type(KeyCode.F8);
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(before + 1);
    assertThat(told("#judgement-decided .label"))
        .contains("Wat mensen hierover besloten", "Concept");
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.JUDGEMENT);
    shoot("judgement-decisions");
    press("judgement-review");
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.REVIEW);
    TableView<Reviewed> statements = table("review-table");
    int chosen = statements.getSelectionModel().getSelectedIndex();
    type(KeyCode.F8);
    assertThat(statements.getSelectionModel().getSelectedIndex()).isEqualTo(chosen + 1);
    go(Place.QUESTIONS);
    type(KeyCode.F8);
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.QUESTIONS);
    assertThat(table("questions-table").getSelectionModel().getSelectedItem()).isNotNull();
    go(Place.EVIDENCE);
    type(KeyCode.F8);
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.CAMERAS);
  }

  private String written() {
    return told("#report-written .label");
  }

  private String told(String query) {
    return lookup(query).queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_comparison_tells_each_difference_by_its_cause() throws Exception {
    go(Place.COMPARE);
    Path earlier = folder.resolve("earlier.lenswacht");
    Files.copy(original, earlier, StandardCopyOption.REPLACE_EXISTING);
    try (CaseFile kept = CaseFile.open(earlier)) {
      kept.answer("site.class", "ministry");
    }
    fake.chosen = Optional.of(earlier);
    press("compare-choose");
    assertThat(words("compare-first")).endsWith(" verschillen");
    assertThat(lookup("#compare-causes-paper").query().getAccessibleText())
        .contains("op locatie: 0", "in de regels: 0")
        .doesNotContain("in antwoorden: 0");
    shoot("compare-real");
  }
}
