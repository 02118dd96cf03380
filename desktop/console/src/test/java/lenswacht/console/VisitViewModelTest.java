package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import lenswacht.console.desk.Work;
import lenswacht.console.text.Language;
import lenswacht.console.text.Texts;
import lenswacht.console.visit.OpenedMandate;
import lenswacht.console.visit.VisitLine;
import lenswacht.console.visit.VisitViewModel;
import lenswacht.console.visit.VisitViewModel.Step;
import lenswacht.link.DeviceCard;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import org.junit.jupiter.api.Test;

class VisitViewModelTest {
  private final Texts texts = Texts.load(Language.NL, ZoneOffset.UTC);
  private final FakeRooms rooms = new FakeRooms();

  private VisitViewModel model(VisitLine line, Work work) {
    return new VisitViewModel(line, FakeRooms.desk(rooms, work), work, rooms, texts);
  }

  private VisitViewModel atOnce() {
    return model(rooms, new Work(Runnable::run, Runnable::run));
  }

  @Test
  void a_visit_goes_from_the_cable_to_the_case_file() {
    VisitViewModel model = atOnce();
    model.addressProperty().set(" tcp:127.0.0.1:4712 ");
    model.connect();
    assertThat(model.stepProperty().get()).isEqualTo(Step.CONNECTED);
    assertThat(model.mayStartBinding().get()).isFalse();
    model.mandateFileProperty().set("m.txt");
    assertThat(model.caseFileProperty().get()).endsWith("TM-2026-114.lenswacht");
    assertThat(model.mayStartBinding().get()).isTrue();
    model.start();
    assertThat(model.stepProperty().get()).isEqualTo(Step.ENDED);
    assertThat(model.progressProperty().get()).contains(FakeRooms.progress(false));
    assertThat(rooms.asked)
        .containsExactly(
            "connect tcp:127.0.0.1:4712",
            "run m.txt " + model.caseFileProperty().get(),
            "open " + model.caseFileProperty().get());
  }

  @Test
  void a_refusal_says_what_to_do_next() {
    rooms.refuses = true;
    VisitViewModel model = atOnce();
    model.addressProperty().set("tcp:127.0.0.1:4712");
    model.connect();
    assertThat(model.stepProperty().get()).isEqualTo(Step.IDLE);
    assertThat(model.troubleProperty().get().map(told -> texts.render(told.next())))
        .contains("Controleer de kabel, of de sensor aan staat, en het adres.");
  }

  @Test
  void without_an_address_nothing_is_tried() {
    VisitViewModel model = atOnce();
    model.connect();
    assertThat(rooms.asked).isEmpty();
    assertThat(model.troubleProperty().get()).isPresent();
  }

  @Test
  void without_a_mandate_nothing_starts() {
    VisitViewModel model = atOnce();
    model.addressProperty().set("tcp:127.0.0.1:4712");
    model.connect();
    model.start();
    assertThat(rooms.asked).containsExactly("connect tcp:127.0.0.1:4712");
  }

  @Test
  void stop_reaches_the_device_only_while_it_scans() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    Executor later = waiting::add;
    VisitViewModel model = model(rooms, new Work(later, Runnable::run));
    model.stop();
    assertThat(waiting).isEmpty();
    model.addressProperty().set("tcp:127.0.0.1:4712");
    model.connect();
    waiting.pop().run();
    model.mandateFileProperty().set("m.txt");
    waiting.pop().run();
    model.start();
    Runnable scan = waiting.pop();
    model.stop();
    assertThat(model.stepProperty().get()).isEqualTo(Step.STOPPING);
    waiting.pop().run();
    assertThat(rooms.asked).contains("stop");
    scan.run();
    assertThat(model.stepProperty().get()).isEqualTo(Step.ENDED);
  }

  @Test
  void the_digits_wait_for_the_officer() throws InterruptedException {
    LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    try (var behind = Executors.newVirtualThreadPerTaskExecutor()) {
      VisitViewModel model = model(new Comparing(), new Work(behind, screen::add));
      model.addressProperty().set("tcp:127.0.0.1:4712");
      model.connect();
      screen.take().run();
      assertThat(model.stepProperty().get()).isEqualTo(Step.COMPARING);
      assertThat(model.digitsProperty().get()).contains("48219037");
      model.answer(true);
      screen.take().run();
      assertThat(model.cardProperty().get().map(DeviceCard::id)).contains("paired");
      assertThat(model.digitsProperty().get()).isEqualTo(Optional.empty());
    }
  }

  /// A device that does not know us yet.
  private static final class Comparing implements VisitLine {
    @Override
    public OpenedMandate mandate(Path file) {
      return new OpenedMandate(InventedCase.mandate(), "");
    }

    @Override
    public Optional<BoxState> box() {
      return Optional.empty();
    }

    @Override
    public void sendKnowledge(Path file) {}

    @Override
    public void handOver(HandOver statement) {}

    @Override
    public DeviceCard connect(String address, Comparison comparison) {
      String id = comparison.isSame("48219037") ? "paired" : "refused";
      return new DeviceCard(id, "agent", Bytes.fromHex("00"));
    }

    @Override
    public void run(Path mandate, Path caseFile, Follower follower) {}

    @Override
    public void stop() {}
  }
}
