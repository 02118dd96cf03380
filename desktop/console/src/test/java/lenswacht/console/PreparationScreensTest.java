package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyNote;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Theme;
import lenswacht.console.text.Language;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.observation.BoxState;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.FactJson;
import lenswacht.observation.HandOver;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Whereabouts;
import org.junit.jupiter.api.Test;

/// What is done before a visit and beside it, driven with a real case file and real keys.
class PreparationScreensTest extends RealCaseScreens {
  private void fill(String id, String text) {
    TextInputControl field = lookup("#" + id).query();
    interact(() -> field.setText(text));
  }

  private String text(String id) {
    TextInputControl field = lookup("#" + id).query();
    return field.getText();
  }

  private List<String> labels(String within) {
    return lookup(within + " .label").queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  private static BoxState box() throws Exception {
    return new BoxState(
        CLOCK.instant().plusSeconds(3),
        ClockTrust.REAL_TIME_CLOCK,
        Optional.of(12),
        false,
        Optional.of(21L << 30),
        false,
        List.of(
            new BoxState.Port(
                "eth0",
                "02:00:00:00:00:01",
                List.of(InetAddress.ofLiteral("192.0.2.87")),
                BoxState.Plugged.YES)),
        Optional.of(
            new Whereabouts(
                "eth0",
                List.of(InetAddress.ofLiteral("192.0.2.87")),
                List.of(InetAddress.ofLiteral("192.0.2.1")),
                List.of(),
                List.of(30),
                List.of(new Whereabouts.SwitchPort("lldp", "CAM-2", "", "14", 30, "")),
                Whereabouts.Standing.INSIDE)));
  }

  @Test
  void a_mandate_is_written_signed_with_the_key_of_this_console_and_opened() throws Exception {
    go(Place.MANDATE);
    fill("mandate-site", "Gemeentehuis");
    fill("mandate-ranges", "192.0.2.0/24 300.1");
    fill("mandate-until", "2026-11-21");
    press("mandate-sign");
    assertThat(words("frame-notice")).startsWith("\"300.1\" is geen adres.");
    fill("mandate-ranges", "192.0.2.0/24");
    fill("mandate-witness", "P. de Wit");
    Path signed = folder.resolve("written.mandate");
    fake.chosen = Optional.of(signed);
    press("mandate-sign");
    SignedMandate kept = new SignedMandate(Files.readString(signed));
    assertThat(kept.check(Set.of(Identity.ofConsole(fake.home, "console").key())))
        .isInstanceOfSatisfying(
            SignedMandate.Check.Valid.class,
            valid -> {
              Mandate mandate = valid.mandate();
              assertThat(mandate.witness()).isEqualTo("P. de Wit");
              assertThat(mandate.intrusiveness()).isEqualTo(Intrusiveness.ASK);
            });
    assertThat(program.visit().mandateFileProperty().get()).isEqualTo(signed.toString());
    assertThat(labels("#mandate-facts")).contains("Hoofd facilitair");
    assertThat(fake.kept.values())
        .allSatisfy(
            drafts -> assertThat(drafts.keySet()).noneMatch(name -> name.startsWith("mandate/")));
  }

  @Test
  void seven_things_are_looked_at_and_what_was_not_is_said() throws Exception {
    go(Place.MANDATE);
    assertThat(labels("#preflight"))
        .filteredOn(line -> line.equals("niet bekeken: er is geen sensor verbonden"))
        .hasSize(4);
    fake.box = Optional.of(box());
    interact(
        () -> {
          program.visit().addressProperty().set("tcp:127.0.0.1:1");
          program.visit().connect();
          program.visit().mandateFileProperty().set("any.mandate");
        });
    assertThat(labels("#preflight"))
        .contains("eigen klok met batterij, 3 s verschil met deze computer")
        .contains("eth0 is aangesloten (02:00:00:00:00:01)")
        .contains("Laad de sensor op voor u vertrekt.")
        .noneMatch(line -> line.startsWith("niet bekeken"));
    assertThat(labels("#mandate-here")).contains("30", "CAM-2, poort 14 (LLDP)");
    shoot("mandate-nl");
    interact(() -> program.frame().speak(Language.EN));
    assertThat(labels("#mandate-here")).contains("inside: every own address lies in it");
    interact(() -> program.frame().size(200));
    interact(() -> program.frame().wear(Theme.CONTRAST));
    shoot("mandate-en-200-contrast");
  }

  @Test
  void the_notice_names_the_hardware_address_and_whom_to_call() throws Exception {
    fake.box = Optional.of(box());
    interact(
        () -> {
          program.visit().addressProperty().set("tcp:127.0.0.1:1");
          program.visit().connect();
          program.visit().mandateFileProperty().set("any.mandate");
        });
    go(Place.MANDATE);
    fill("notice-contact", "J. Jansen, 070 123 45 67");
    press("notice-copy");
    String[] copied = new String[1];
    interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).contains("02:00:00:00:00:01", "J. Jansen, 070 123 45 67");
    Path kept = folder.resolve("notice.txt");
    fake.chosen = Optional.of(kept);
    press("notice-keep");
    assertThat(Files.readString(kept)).isEqualTo(copied[0]);
  }

  @Test
  void a_system_comes_on_the_register_is_rated_and_can_be_taken_back() throws Exception {
    go(Place.REGISTER);
    press("register-add");
    fill("register-name", "Toegang");
    fill("register-assets", "192.0.2.11");
    interact(() -> lookup("#register-human-review").<ComboBox<String>>query().setValue("no"));
    press("register-keep");
    assertThat(words("frame-notice")).startsWith("Bewaard: systeem Toegang");
    TableView<?> systems = table("register-table");
    assertThat(systems.getItems()).hasSize(1);
    interact(() -> systems.getSelectionModel().selectFirst());
    assertThat(labels("#register-judged"))
        .contains("Gevoed door 192.0.2.11")
        .anyMatch(line -> line.startsWith("Spionage"))
        .anyMatch(line -> line.startsWith("NL-FR-1 "));
    shoot("register-nl");
    press("register-strike");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.decisions().register()).isEmpty();
    }
    interact(() -> program.desk().undo());
    interact(() -> program.desk().undo());
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.decisions().register()).isEmpty();
    }
    interact(() -> program.desk().redo());
    assertThat(systems.getItems()).hasSize(1);
  }

  @Test
  void what_is_half_filled_in_comes_back_and_says_so() {
    go(Place.SEPARATION);
    fill("separation-zone-name", "Gasten");
    go(Place.OVERVIEW);
    interact(() -> program.desk().refresh());
    go(Place.SEPARATION);
    assertThat(text("separation-zone-name")).isEqualTo("Gasten");
    assertThat(lookup("#separation-zone-draft").query().isVisible()).isTrue();
    assertThat(fake.kept.get(file.toAbsolutePath().normalize().toString()))
        .containsEntry("separation-zone/separation-zone-name", "Gasten");
    press("separation-zone-draft-discard");
    assertThat(text("separation-zone-name")).isEmpty();
  }

  @Test
  void an_error_on_the_zones_is_in_the_language_of_the_screen() {
    go(Place.SEPARATION);
    fill("separation-zone-name", "Gasten");
    fill("separation-zone-ranges", "300.1");
    press("separation-zone-add");
    assertThat(words("frame-notice")).contains("\"300.1\" is geen adres").doesNotContain(" is no ");
  }

  @Test
  void knowledge_says_which_verdicts_it_changes_before_anybody_accepts() throws Exception {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Files.writeString(
        feeds.resolve("kev.json"),
        """
        {"title":"CISA Catalog of Known Exploited Vulnerabilities","catalogVersion":"2026.11.20",
         "dateReleased":"2026-11-20T10:00:00.0000Z","count":1,"vulnerabilities":[
         {"cveID":"CVE-2021-36260","vendorProject":"Hikvision","product":"Security cameras",
          "vulnerabilityName":"x","dateAdded":"2022-01-10","shortDescription":"x",
          "requiredAction":"x","dueDate":"2022-01-24","notes":""}]}
        """);
    go(Place.KNOWLEDGE);
    assertThat(lookup("#knowledge-packs").queryTableView().getItems()).hasSizeGreaterThan(3);
    fake.chosen = Optional.of(feeds);
    press("knowledge-folder");
    assertThat(labels("#knowledge-preview"))
        .anyMatch(line -> line.startsWith("1 bestanden gelezen"))
        .anyMatch(line -> line.startsWith("Dit verandert "));
    String before = words("knowledge-first");
    shoot("knowledge-nl");
    press("knowledge-discard");
    assertThat(words("knowledge-first")).isEqualTo(before);
    press("knowledge-folder");
    press("knowledge-accept");
    assertThat(words("knowledge-first")).isNotEqualTo(before);
  }

  @Test
  void a_device_is_handed_over_in_four_steps_and_both_names_are_in_the_case() throws Exception {
    Identity device = Identity.openOrCreate(folder.resolve("box"), "LW-0042");
    PairedPeers.open(fake.home).add(new PairedPeers.Peer(device.key(), "LW-0042", CLOCK.instant()));
    Identity other = Identity.openOrCreate(folder.resolve("other"), "other");
    Path request = folder.resolve("request.handover");
    Files.writeString(
        request,
        FactJson.writePretty(
            new HandOver.Party("Inspectie", other.key(), lenswacht.observation.Bytes.EMPTY)));
    go(Place.EVIDENCE);
    press("hand-over-give");
    assertThat(words("frame-notice")).contains("beide namen staan in wat u tekent");
    fill("hand-over-name", "RVB");
    fill("hand-over-why", "Inspectie neemt over");
    fill("hand-over-where", "Den Haag");
    Path given = folder.resolve("given.handover");
    fake.opens.add(request);
    fake.chosen = Optional.of(given);
    press("hand-over-give");
    HandOver offered = new HandOver(Files.readString(given));
    assertThat(offered.offered().place()).isEqualTo("Den Haag");
    Path accepted = folder.resolve("accepted.handover");
    Files.writeString(accepted, offered.accept(other.privateKey(), other.publicKey()).text());
    fake.opens.add(accepted);
    press("hand-over-complete");
    assertThat(fake.asked).contains("hand over");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.custody())
          .singleElement()
          .satisfies(
              statement -> {
                HandOver.Terms terms = statement.completed();
                assertThat(terms.from().name()).isEqualTo("RVB");
                assertThat(terms.to().name()).isEqualTo("Inspectie");
              });
    }
    assertThat(labels("#evidence-hands"))
        .anyMatch(line -> line.contains("overgedragen aan Inspectie") && line.contains("Den Haag"));
    shoot("evidence-nl");
  }

  @Test
  void a_file_is_compared_with_the_case_it_was_written_from() throws Exception {
    Path table = folder.resolve("assets.csv");
    Files.writeString(table, "address;maker\n".repeat(200));
    try (CaseFile kept = CaseFile.open(file)) {
      kept.custodyLog()
          .keptBy(
              new Custodian(
                  "J. Jansen",
                  () -> Identity.openOrCreate(folder.resolve("keys"), "console"),
                  CLOCK));
      kept.custodyLog()
          .noteFile(
              CustodyAct.Kind.REPORT_WRITTEN,
              table,
              CustodyNote.NONE.with(CustodyNote.Value.KIND, "site"));
    }
    go(Place.EVIDENCE);
    fake.chosen = Optional.of(table);
    press("evidence-file-check");
    assertThat(labels("#evidence-file-told"))
        .anyMatch(line -> line.contains("assets.csv is octet voor octet"))
        .anyMatch(line -> line.contains("door J. Jansen") && line.contains("locatierapport"));
    byte[] octets = Files.readAllBytes(table);
    octets[1000] ^= 1;
    Files.write(table, octets);
    press("evidence-file-check");
    assertThat(labels("#evidence-file-told"))
        .anyMatch(line -> line.contains("assets.csv is veranderd"))
        .anyMatch(line -> line.contains("octetten 992-1007") && line.contains("regels 71-72"));
    shoot("evidence-file-nl");
  }

  @Test
  void the_palette_finds_screens_commands_assets_and_words_and_runs_them_by_keyboard()
      throws Exception {
    press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    ListView<?> found = lookup("#palette-list").queryListView();
    assertThat(found.getItems()).hasSizeGreaterThan(20);
    write("axis");
    shoot("palette-nl");
    assertThat(found.getItems()).hasSize(1);
    type(KeyCode.ENTER);
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.CAMERAS);
    assertThat(lookup("#palette").query().isVisible()).isFalse();
    press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    write("english");
    type(KeyCode.ENTER);
    assertThat(program.texts().language()).isEqualTo(Language.NL);
    type(KeyCode.ESCAPE);
    interact(() -> program.frame().placeProperty().set(Place.JUDGEMENT));
    press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    write("bewijs");
    type(KeyCode.DOWN).type(KeyCode.UP);
    type(KeyCode.ENTER);
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.EVIDENCE);
  }

  @Test
  void help_explains_the_field_that_has_the_keyboard_and_prints_as_a_card() throws Exception {
    go(Place.MANDATE);
    Node never = lookup("#mandate-never").query();
    interact(never::requestFocus);
    type(KeyCode.F1);
    assertThat(labels("#help-card"))
        .anyMatch(line -> line.contains("brandmeldcentrale"))
        .contains("Dit scherm: Mandaat");
    shoot("help-nl");
    Path card = folder.resolve("card.pdf");
    fake.chosen = Optional.of(card);
    press("help-print");
    assertThat(Files.size(card)).isGreaterThan(10_000);
    type(KeyCode.ESCAPE);
    assertThat(lookup("#help").query().isVisible()).isFalse();
    boolean[] isBack = new boolean[1];
    interact(() -> isBack[0] = never.isFocused());
    assertThat(isBack[0]).isTrue();
  }
}
