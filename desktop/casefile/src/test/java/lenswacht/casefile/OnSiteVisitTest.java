package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lenswacht.assessment.Visit;
import lenswacht.link.Cable;
import lenswacht.link.Cables;
import lenswacht.link.DeviceCard;
import lenswacht.link.DeviceDesk;
import lenswacht.link.DeviceLink;
import lenswacht.link.Identity;
import lenswacht.link.JournalState;
import lenswacht.link.LinkAddress;
import lenswacht.link.LinkException;
import lenswacht.link.OrderAnswer;
import lenswacht.link.OrderBook;
import lenswacht.link.OrderReply;
import lenswacht.link.PairedPeers;
import lenswacht.link.Progress;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.Order;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnSiteVisitTest {
  private static final String DEVICE = "lw-0042";

  @TempDir Path folder;
  private Identity console;
  private PairedPeers known;
  private DeviceLink device;
  private Desk desk;
  private LinkAddress address;
  private CaseFile caseFile;

  @BeforeEach
  void plug_in() throws Exception {
    console = Identity.openOrCreate(folder.resolve("console"), "Console");
    Identity pi = Identity.openOrCreate(folder.resolve("device"), "Device");
    known = PairedPeers.open(folder.resolve("console"));
    known.add(new PairedPeers.Peer(pi.key(), DEVICE, Instant.EPOCH));
    PairedPeers consoles = PairedPeers.open(folder.resolve("device"));
    consoles.add(new PairedPeers.Peer(console.key(), "Console", Instant.EPOCH));
    desk = new Desk(pi, new PracticeJournal(folder.resolve("journal")));
    device = new DeviceLink(pi, consoles, OrderBook.open(folder.resolve("pi")), desk);
    int port = device.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = new LinkAddress.Tcp("127.0.0.1", port);
    caseFile = CaseFile.create(folder.resolve("case.lenswacht"), PracticeJournal.SITE);
  }

  @AfterEach
  void pull_out() throws Exception {
    caseFile.close();
    device.close();
    desk.journal.close();
  }

  @Test
  void order_follow_and_receive_bring_the_journal_home() throws Exception {
    try (OnSiteVisit visit = visit(Cables.open(address))) {
      assertThat(visit.order(PracticeJournal.mandate(PracticeJournal.SITE)))
          .isEqualTo(new OrderReply.Accepted("run-1"));
      List<Progress> heard = new ArrayList<>();
      visit.follow(heard::add);
      Received received = visit.receive();

      assertThat(heard).isNotEmpty().last().matches(progress -> !progress.running());
      assertThat(received.newLines()).isEqualTo(6);
      assertThat(caseFile.visits()).extracting(Visit::run).containsExactly("run-1");
      assertThat(desk.acknowledged).hasValue(Files.size(desk.journal.file()));
      assertThat(visit.receive().newLines()).isZero();
    }
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void a_cut_link_loses_nothing_and_the_next_call_goes_on() throws Exception {
    desk.journal.start("run-1", DEVICE);
    for (int i = 0; i < 3_000; i++) {
      desk.journal.answer("192.0.2." + i % 250, "App-webs/");
    }
    desk.journal.end().octets();
    try (OnSiteVisit visit = visit(new ShortCable(Cables.open(address), 40_000))) {
      assertThatExceptionOfType(LinkException.class).isThrownBy(visit::receive);
    }
    long kept = caseFile.resumePoint(DEVICE).orElseThrow().lines();
    assertThat(kept).isBetween(1L, 3_000L);
    try (OnSiteVisit visit = visit(Cables.open(address))) {
      Received rest = visit.receive();
      assertThat(rest.newLines()).isEqualTo(3_005 - kept);
    }
    assertThat(desk.lowestOffsetAsked).isZero();
    assertThat(caseFile.visits()).hasSize(1);
    caseFile.verify();
  }

  @Test
  void a_journal_that_is_longer_than_there_is_room_for_is_not_begun() throws Exception {
    desk.journal.start("run-1", DEVICE).answer("192.0.2.1", "a").end();
    desk.claims = Long.MAX_VALUE / 2;
    try (OnSiteVisit visit = visit(Cables.open(address))) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(visit::receive)
          .withMessageContaining("octets of its journal are to come");
      desk.claims = 0;
      assertThat(visit.receive().newLines()).isPositive();
    }
  }

  @Test
  void a_device_with_a_new_card_is_received_from_the_beginning() throws Exception {
    desk.journal.start("run-1", DEVICE).answer("192.0.2.1", "a").end();
    try (OnSiteVisit visit = visit(Cables.open(address))) {
      visit.receive();
    }
    desk.journal.close();
    desk.journal = new PracticeJournal(folder.resolve("new-card"));
    desk.journal.start("run-2", DEVICE);
    for (int i = 0; i < 20; i++) {
      desk.journal.answer("192.0.2.2", "b");
    }
    desk.journal.end();
    try (OnSiteVisit visit = visit(Cables.open(address))) {
      assertThat(visit.receive().newLines()).isEqualTo(25);
    }
    assertThat(caseFile.visits()).extracting(Visit::run).containsExactly("run-1", "run-2");
  }

  private OnSiteVisit visit(Cable cable) throws LinkException {
    return OnSiteVisit.begin(caseFile, cable, console, known);
  }

  /// A device that has finished each scan as soon as it was ordered.
  private static final class Desk implements DeviceDesk {
    private final Identity identity;
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile PracticeJournal journal;
    private volatile long claims;
    private volatile SignedMandate kept = new SignedMandate("");
    private volatile long lowestOffsetAsked = Long.MAX_VALUE;

    Desk(Identity identity, PracticeJournal journal) {
      this.identity = identity;
      this.journal = journal;
    }

    @Override
    public DeviceCard card() {
      return new DeviceCard(DEVICE, "agent 0.1", identity.key());
    }

    @Override
    public boolean confirmPairing(String eightDigits) {
      return false;
    }

    @Override
    public OrderReply order(SignedMandate mandate) {
      journal.start("run-1", DEVICE).answer("192.0.2.1", "App-webs/").end();
      return new OrderReply.Accepted("run-1");
    }

    @Override
    public void stop() {}

    @Override
    public Progress progress() {
      return new Progress(Phase.FINISH, 1, 1, 1, 0, 0, 0, Duration.ZERO, Duration.ZERO, false);
    }

    @Override
    public long journalLength() {
      try {
        return Math.max(claims, journal.octets().length);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public InputStream journalFrom(long offset) throws IOException {
      lowestOffsetAsked = Math.min(lowestOffsetAsked, offset);
      InputStream in = Files.newInputStream(journal.file());
      in.skipNBytes(offset);
      return in;
    }

    @Override
    public JournalState journalState() {
      return new JournalState(journalLength(), 0, Optional.empty(), Optional.empty());
    }

    @Override
    public void acknowledged(Bytes console, long offset) {
      acknowledged.set(offset);
    }

    @Override
    public BoxState box() {
      return new BoxState(
          Instant.EPOCH,
          ClockTrust.UNKNOWN,
          Optional.of(80),
          false,
          Optional.empty(),
          false,
          List.of(),
          Optional.empty());
    }

    @Override
    public Optional<OrderAnswer.Refused> objection(Order.Delivery delivery) {
      return Optional.empty();
    }

    @Override
    public Path place(Order.Delivery delivery) {
      throw new AssertionError("nothing was sent");
    }

    @Override
    public OrderAnswer carryOut(Bytes console, SignedOrder signed, Order order) {
      return order instanceof Order.Start
          ? new OrderAnswer.Begun(((OrderReply.Accepted) order(kept)).run())
          : keep(order);
    }

    private OrderAnswer keep(Order order) {
      kept = order instanceof Order.KeepMandate(SignedMandate mandate) ? mandate : kept;
      return new OrderAnswer.Done();
    }
  }

  /// A cable that falls out after a number of octets.
  private static final class ShortCable implements Cable {
    private final Cable cable;
    private final InputStream in;

    ShortCable(Cable cable, long octets) {
      this.cable = cable;
      this.in =
          new FilterInputStream(cable.in()) {
            private long left = octets;

            @Override
            public int read() throws IOException {
              return spent(super.read(), 1);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
              int count = super.read(into, offset, length);
              return spent(count, count);
            }

            private int spent(int answer, int count) throws IOException {
              left -= count;
              if (left < 0) {
                throw new IOException("the cable fell out");
              }
              return answer;
            }
          };
    }

    @Override
    public InputStream in() {
      return in;
    }

    @Override
    public OutputStream out() {
      return cable.out();
    }

    @Override
    public String description() {
      return cable.description();
    }

    @Override
    public void close() throws IOException {
      cable.close();
    }
  }
}
