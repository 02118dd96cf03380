package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lenswacht.assessment.review.Conclusion;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Role;
import lenswacht.assessment.review.StatementKind;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Work;
import lenswacht.console.look.Lettering;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/// A real case reviewed on the screen by a handler and two assessors, in both languages.
class ReviewScreenTest extends ApplicationTest {
  private static final Path SHOTS = Path.of("target", "screens");
  private static final Knowledge KNOWLEDGE = new Knowledge(Edition.bundled());
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
  @TempDir private static Path folder;
  private static Path original = Path.of("");

  private final FakeRooms fake = new FakeRooms();
  private ConsoleProgram program;
  private Path file = Path.of("");

  @BeforeAll
  static void make_a_case() throws Exception {
    original = RealCase.in(folder);
    Files.createDirectories(SHOTS);
  }

  @Override
  public void start(Stage stage) {
    Lettering.load();
    Application.setUserAgentStylesheet(Theme.LIGHT.styleSheet());
    Rooms rooms = fake.real(IDENTIFIER, KNOWLEDGE, CLOCK);
    program =
        new ConsoleProgram(
            rooms,
            ConsoleSettings.FIRST.withOfficer("Hans Heuvel"),
            kept -> {},
            fake,
            new Work(Runnable::run, Runnable::run),
            "console.properties");
    stage.setScene(program.scene(1200, 900));
    stage.show();
  }

  @BeforeEach
  void open_the_case() throws Exception {
    file = Files.createTempFile(folder, "case", ".lenswacht");
    Files.copy(original, file, StandardCopyOption.REPLACE_EXISTING);
    interact(() -> program.desk().open(file, () -> {}));
    interact(() -> program.frame().placeProperty().set(Place.REVIEW));
  }

  private void press(String id) {
    Button button = lookup("#" + id).queryButton();
    interact(button::fire);
  }

  private void write(String id, String text) {
    Node field = lookup("#" + id).query();
    interact(
        () -> {
          switch (field) {
            case TextField line -> line.setText(text);
            case TextArea area -> area.setText(text);
            default -> throw new AssertionError(id + " takes no text");
          }
        });
  }

  private void choose(String id) {
    ToggleButton toggle = lookup("#" + id).queryAs(ToggleButton.class);
    interact(
        () -> {
          toggle.setSelected(true);
          toggle.fireEvent(new javafx.event.ActionEvent());
        });
  }

  private <T> TableView<T> table(String id) {
    return lookup("#" + id).queryTableView();
  }

  private String words(String id) {
    Labeled labeled = lookup("#" + id).query();
    return labeled.getText();
  }

  private void shoot(String name) throws Exception {
    Path png = SHOTS.resolve(name + ".png");
    interact(
        () -> {
          try {
            Picture.write(lookup("#frame").query().getScene(), png);
          } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
          }
        });
    assertThat(Files.size(png)).isGreaterThan(20_000);
  }

  private Review review() throws Exception {
    LocalDate day = LocalDate.of(2026, 11, 20);
    try (CaseFile kept = CaseFile.open(file)) {
      return kept.reviews()
          .review(kept.judge(IDENTIFIER, KNOWLEDGE.get(), day), IDENTIFIER, KNOWLEDGE.get(), day);
    }
  }

  private void assign() {
    write("review-person-operator", "Olga Oudejans");
    press("review-assign-operator");
    write("review-person-handler", "Hans Heuvel");
    press("review-assign-handler");
    write("review-person-first", "Fatima Faber");
    press("review-assign-first");
    write("review-person-second", "Sjoerd Smit");
    press("review-assign-second");
  }

  private void sit(String name) {
    write("review-who", name);
    press("review-me");
  }

  /// Assesses everything: the weakest claim where `isCareful`, else what is offered last.
  private void assess(boolean isCareful, String reason) {
    TableView<Extract.Passed> waiting = table("review-assess");
    int most = waiting.getItems().size();
    for (int i = 0; i < most; i++) {
      Extract.Passed passed = waiting.getSelectionModel().getSelectedItem();
      Conclusion one = isCareful ? passed.carried().getFirst() : passed.carried().getLast();
      interact(waiting::requestFocus);
      type(KeyCode.valueOf("DIGIT" + (passed.kind().list().indexOf(one) + 1)));
      write("review-reason", reason);
      press("review-keep");
    }
  }

  @Test
  void three_people_review_a_case_without_the_assessors_seeing_each_other() throws Exception {
    assign();
    assertThat(review().roles()).containsEntry(Role.SECOND, "Sjoerd Smit");
    TableView<Reviewed> all = table("review-table");
    int count = all.getItems().size();
    assertThat(count).isPositive().isEqualTo(review().statements().size());
    shoot("review-prepare-nl");
    interact(() -> all.getSelectionModel().selectAll());
    press("review-handle");
    assertThat(review().waiting(Role.FIRST)).hasSize(count);

    sit("Fatima Faber");
    assertThat(this.<Extract.Passed>table("review-assess").getItems()).hasSize(count);
    assess(true, "volgens de etiketten");
    assertThat(review().statements()).allSatisfy(one -> assertThat(one.filings()).isEmpty());
    shoot("review-assess-nl");
    press("review-file");
    assertThat(review().waiting(Role.FIRST).size()).as(words("frame-notice")).isZero();
    assertThat(lookup("#review-assess").queryTableView().getItems()).isEmpty();

    clickOn("#frame-language-en");
    sit("Sjoerd Smit");
    shoot("review-assess-en");
    assertThat(lookup(".label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .noneMatch(text -> text != null && text.contains("volgens de etiketten"));
    assess(false, "as the device says itself");
    press("review-file");

    sit("Hans Heuvel");
    choose("review-view-close");
    Review both = review();
    assertThat(both.statements()).allSatisfy(one -> assertThat(one.standing()).isPresent());
    Reviewed maker =
        both.differences().stream()
            .filter(one -> one.statement().kind() == StatementKind.MAKER)
            .findFirst()
            .orElseThrow();
    assertThat(maker.standing()).contains(Conclusion.CANNOT_TELL);
    assertThat(lookup(".label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text != null && text.contains("volgens de etiketten"))
        .anyMatch(text -> text != null && text.startsWith("What stands: "));
    shoot("review-close-en");
    press("review-determine");
    assertThat(review().isDetermined()).isTrue();
    assertThat(words("review-first")).startsWith(count + " of " + count + " determined");
    clickOn("#frame-language-nl");
    shoot("review-determined-nl");
  }

  @Test
  void who_scanned_is_told_why_not_and_what_is_noted_can_be_taken_back_until_filed()
      throws Exception {
    assign();
    write("review-person-second", "O. Oudejans");
    press("review-assign-second");
    assertThat(words("frame-notice")).contains("kan geen tweede beoordelaar zijn");
    assertThat(review().roles()).containsEntry(Role.SECOND, "Sjoerd Smit");
    interact(() -> this.<Reviewed>table("review-table").getSelectionModel().selectFirst());
    press("review-handle");
    sit("Fatima Faber");
    assess(true, "gezien");
    assertThat(words("frame-notice")).contains("genoteerd");
    press("frame-undo");
    press("review-file");
    assertThat(words("frame-notice")).contains("niets gekozen of genoteerd");
    press("frame-redo");
    press("review-file");
    assertThat(review().statements().getFirst().filings()).hasSize(1);
    assertThat(review().statements().getFirst().filings().getFirst().opinion()).isEmpty();
  }

  @Test
  void a_deviation_goes_to_many_at_once_keeps_its_end_date_and_can_be_taken_back()
      throws Exception {
    assign();
    TableView<Reviewed> all = table("review-table");
    interact(
        () -> {
          all.getSelectionModel().clearSelection();
          for (Reviewed one : all.getItems()) {
            if (one.statement().kind() == StatementKind.MAKER
                && one.statement().proposed() != Conclusion.CANNOT_TELL) {
              all.getSelectionModel().select(one);
            }
          }
          lookup("#review-common").queryAs(TitledPane.class).setExpanded(true);
        });
    int many = all.getSelectionModel().getSelectedItems().size();
    assertThat(many).isPositive();
    ComboBox<Conclusion> instead = lookup("#review-instead").queryComboBox();
    interact(() -> instead.setValue(Conclusion.CANNOT_TELL));
    write("review-common-reason", "etiketten zijn verwisseld");
    press("review-deviate");
    assertThat(words("frame-notice")).contains("ontbreekt");
    write("review-common-source", "brief 12");
    write("review-common-owner", "A. de Vries");
    write("review-common-until", "2027-03-01");
    press("review-deviate");
    assertThat(review().deviating()).hasSize(many);
    shoot("review-deviation-nl");
    press("frame-undo");
    assertThat(review().deviating()).isEmpty();
  }

  @Test
  void an_assessor_elsewhere_gets_a_file_and_what_comes_back_altered_is_noticed() throws Exception {
    assign();
    TableView<Reviewed> all = table("review-table");
    int count = all.getItems().size();
    interact(() -> all.getSelectionModel().selectAll());
    press("review-handle");
    Path out = folder.resolve("second.lwreview");
    fake.chosen = Optional.of(out);
    press("review-pass-second");
    assertThat(words("frame-notice")).isEqualTo(count + " stellingen zijn doorgegeven");
    assertThat(Files.readString(out)).contains("Sjoerd Smit").doesNotContain("Heuvel", "Faber");

    press("review-extract");
    assertThat(lookup("#review-elsewhere").tryQuery()).isPresent();
    TableView<Extract.Passed> waiting = table("review-assess");
    interact(() -> waiting.getSelectionModel().selectFirst());
    assess(false, "zoals op de foto");
    shoot("review-elsewhere-nl");
    Path back = folder.resolve("second.lwassessed");
    fake.chosen = Optional.of(back);
    press("review-file");
    assertThat(words("frame-notice")).contains("second.lwassessed", "lees dit kenmerk voor");
    String mark = words("frame-notice").replaceAll("(?s).*sleutel ((?:[0-9a-f]{4} ?){4}).*", "$1");
    press("review-leave");

    Path altered = folder.resolve("altered.lwassessed");
    Files.writeString(altered, Files.readString(back).replace("zoals op", "anders dan"));
    fake.chosen = Optional.of(altered);
    press("review-take");
    assertThat(words("frame-notice")).contains("Het bestand is veranderd", "altered.lwassessed");
    assertThat(lookup("#review-take-yes").tryQuery()).isEmpty();
    fake.chosen = Optional.of(back);
    press("review-take");
    assertThat(lookup("#review-taking .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.contains(mark.strip()));
    shoot("review-taking-nl");
    press("review-take-yes");
    assertThat(words("frame-notice")).contains("conclusies zijn ingenomen en verzegeld");
    assertThat(review().waiting(Role.SECOND)).isEmpty();
    assertThat(review().waiting(Role.FIRST)).hasSize(count);
  }
}
