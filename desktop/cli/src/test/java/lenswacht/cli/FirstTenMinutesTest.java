package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import lenswacht.casefile.CaseFile;
import lenswacht.console.Officer;
import lenswacht.console.desk.Place;
import lenswacht.console.text.Language;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.product.sheet.SheetFile;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The first ten minutes of the three people who use the console, from the start screen to what
/// they take home, in both languages: with the device as a process of its own, a practice building
/// around it, and a picture of each step.
class FirstTenMinutesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LOW_PORTS_AT = 20_000;
  private static final String PRODUCTS =
      """
      Merk;Type;Aantal
      Axis;P3265-LVE;12
      Hikvison;DS2CD2143G2-I;40
      TruVision;TVD-5701;6
      Dahua;IPC-HDW2431T;8
      Nobody;Unknown-1;2
      """;
  private static final String NETWORK = "127.79.0.0/27";

  /// In the build's own folder, so that pictures show no path of this computer.
  private final Path folder = Path.of("target", "turfmarkt");

  @BeforeEach
  void begin_with_an_empty_folder() throws Exception {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path one : tree.toList().reversed()) {
          Files.delete(one);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private static Path pictures(Language language, String script) {
    return Path.of("target", "tour", language.tag(), script);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void an_officer_on_site_gets_a_first_list_with_its_limits(Language language) throws Exception {
    Path keys = folder.resolve("console");
    Path mandate = mandate(Identity.ofConsole(keys, "console"));
    try (SimulatedBuilding building =
            SimulatedBuilding.start(Building.practice(), "127.79.0.0/16", LOW_PORTS_AT);
        Child device = device();
        Officer officer = new Officer(language, keys, pictures(language, "officer"))) {
      String address = device.await("listening ", PATIENCE).substring("listening ".length());
      officer.sees("start-door-site").shows("three-doors");
      officer.presses("start-door-site");
      officer.goesTo(Place.VISIT).fillsIn("visit-address", address).presses("visit-connect");
      officer.sees("visit-digits-same").shows("same-digits");
      String shown = device.await("PANEL needs-human", PATIENCE).replaceAll("[^0-9]", "");
      assertThat(officer.reads("visit-digits").replaceAll("[^0-9]", "")).isEqualTo(shown);
      device.say("R");
      officer.presses("visit-digits-same").sees("visit-card", "Verbonden", "Connected");
      officer.shows("paired");
      officer.goesTo(Place.MANDATE).willChoose(mandate).presses("mandate-open");
      officer.sees("mandate-first", "BZK-2026-114", "BZK-2026-114").shows("mandate-and-pre-flight");
      officer.goesTo(Place.VISIT).fillsIn("visit-mandate", mandate.toString());
      Path kept = folder.resolve("site.lenswacht");
      officer.fillsIn("visit-case", kept.toString()).shows("ready-to-start");
      officer.presses("visit-start").sees("visit-remaining").shows("under-way");
      officer.waitsForTheCase().shows("done");
      officer.goesTo(Place.OVERVIEW).waitsForWork().shows("overview");
      officer.goesTo(Place.CAMERAS).sees("detail-evidence").waitsForWork().shows("cameras");
      officer.goesTo(Place.FLOOR).waitsForWork().shows("floor");
      officer.willChoose(plan()).presses("floor-import").waitsForWork().shows("floor-with-plan");
      officer.goesTo(Place.RECONCILE).waitsForWork().shows("paper-network-sight");
      officer.goesTo(Place.SEPARATION).waitsForWork().shows("separation");
      assertThat(building.total().tcpConnections()).isPositive();
      try (CaseFile file = CaseFile.open(kept)) {
        file.verify();
        assertThat(file.visits()).hasSize(1);
      }
    }
    assertPictures(language, "officer", 10);
    inspect(language, folder.resolve("site.lenswacht"));
    assertPictures(language, "inspector", 8);
  }

  /// Somebody else, at another console, who has nothing but the case file.
  private void inspect(Language language, Path kept) throws Exception {
    Path report = folder.resolve("report.pdf");
    try (Officer inspector =
        new Officer(language, folder.resolve("inspector"), pictures(language, "inspector"))) {
      inspector.sees("start-door-file").shows("three-doors");
      inspector.willChoose(kept).presses("start-door-file").waitsForTheCase();
      inspector.goesTo(Place.EVIDENCE).waitsForWork().sees("evidence-journals");
      inspector.shows("evidence-whole");
      inspector.goesTo(Place.OVERVIEW).waitsForWork().shows("coverage-first");
      inspector.goesTo(Place.CAMERAS).sees("detail-evidence").waitsForWork();
      inspector.strikes(KeyCode.F8).sees("detail-title").waitsForWork().shows("what-needs-me");
      inspector.goesTo(Place.SEPARATION).waitsForWork().shows("topology");
      inspector.goesTo(Place.QUESTIONS).sees("questions-table").shows("questions-for-the-site");
      inspector.goesTo(Place.JUDGEMENT).waitsForWork().shows("judgement");
      inspector.goesTo(Place.REPORT).willChoose(report).presses("report-write");
      inspector.waitsForWork().shows("draft-report");
      assertThat(Files.readString(report, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void an_auditor_judges_a_list_without_a_device(Language language) throws Exception {
    try (Officer auditor =
        new Officer(language, folder.resolve("auditor"), pictures(language, "auditor"))) {
      auditor.sees("start-door-list").shows("three-doors");
      auditor.presses("start-door-list").sees("products-list").shows("an-empty-list");
      auditor.fillsIn("products-list", PRODUCTS).shows("a-list");
      auditor.presses("products-check").waitsForWork().shows("recognised-and-judged");
      auditor.does(scene -> select(scene, 1)).shows("is-it-one-of-these");
      auditor.does(scene -> select(scene, 0)).waitsForWork().shows("a-line-explained");
      auditor.does(scene -> select(scene, 4)).shows("questions-to-the-supplier");
      Path sheet = folder.resolve("judged.xlsx");
      auditor.willChoose(sheet).presses("products-keep").waitsForWork().shows("given-back");
      assertThat(SheetFile.open(sheet).rows()).hasSize(6);
    }
    assertPictures(language, "auditor", 8);
  }

  private static void select(Scene scene, int line) {
    if (scene.lookup("#products-table") instanceof TableView<?> table) {
      table.getSelectionModel().clearAndSelect(line);
      table.requestFocus();
    }
  }

  /// A plan with three rooms.
  private Path plan() throws Exception {
    BufferedImage picture = new BufferedImage(900, 520, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 900, 520);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(4));
    pen.drawRect(20, 20, 860, 480);
    pen.drawLine(340, 20, 340, 380);
    pen.drawLine(20, 380, 640, 380);
    pen.dispose();
    Path png = folder.resolve("begane-grond.png");
    ImageIO.write(picture, "png", png.toFile());
    return png;
  }

  private Child device() throws Exception {
    return Child.start(
        "device agent",
        Program.AGENT,
        Map.of(),
        List.of(
            "serve",
            "--listen",
            "tcp:127.0.0.1:0",
            "--home",
            folder.resolve("device").toString(),
            "--low-ports-at",
            String.valueOf(LOW_PORTS_AT)));
  }

  private Path mandate(Identity console) throws Exception {
    Instant now = Instant.now();
    SignedMandate signed =
        SignedMandate.sign(
            new Mandate(
                "BZK-2026-114",
                "Turfmarkt",
                "Hoofd facilitair",
                new ScanScope(List.of(AddressRange.parse(NETWORK)), List.of()),
                now.minusSeconds(60),
                now.plus(Duration.ofHours(8)),
                Intrusiveness.ASK,
                10_000,
                true),
            console.privateKey(),
            console.publicKey());
    return Files.writeString(folder.resolve("turfmarkt.mandate"), signed.text());
  }

  private static void assertPictures(Language language, String script, int atLeast)
      throws Exception {
    try (Stream<Path> taken = Files.list(pictures(language, script))) {
      assertThat(taken.filter(file -> !file.endsWith("stuck.png")).toList())
          .hasSizeGreaterThanOrEqualTo(atLeast)
          .allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(20_000));
    }
  }
}
