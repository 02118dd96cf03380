package lenswacht.link;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import lenswacht.link.serial.LineTimes;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.JournalReader;
import lenswacht.observation.Order;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// Both ends of a session as programs, whole but for the scanning. Tests kill them, benchmarks time
/// them.
///
/// - `prepare HOME` makes both ends know each other.
/// - `serve HOME ADDRESS FILE` hands out FILE as its journal.
/// - `write HOME ADDRESS FOLDER` appends to the journal in FOLDER without end, and says `kept N`
///   once record N is on the storage.
/// - `packs HOME - FILE` packs FILE in pieces as on a slow cable and says `packed OCTETS PACKED`.
/// - `verify HOME - FOLDER` verifies the journal in FOLDER and says `verified RECORDS`.
/// - `copy HOME ADDRESS FILE` copies the journal once and says `copied OCTETS NANOSECONDS`.
/// - `follow HOME ADDRESS FILE` keeps a copy up to date without end, whatever happens to the cable,
///   and says `have OCTETS` once the device was told so.
public final class JournalEnds {
  private static final LineTimes QUICK_LINE =
      new LineTimes(Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMillis(900));

  private static final LinkTimes QUICK =
      new LinkTimes(
          Duration.ofSeconds(3),
          Duration.ofMillis(300),
          Duration.ofSeconds(3),
          Duration.ofMinutes(1),
          Duration.ZERO,
          Duration.ofMillis(20));

  private JournalEnds() {}

  /// One of the programs.
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[1]);
    Identity device = Identity.openOrCreate(home.resolve("device"), "device");
    Identity console = Identity.openOrCreate(home.resolve("console"), "console");
    PairedPeers consoles = PairedPeers.open(home.resolve("device"));
    PairedPeers devices = PairedPeers.open(home.resolve("console"));
    switch (arguments[0]) {
      case "prepare" -> {
        consoles.add(new PairedPeers.Peer(console.key(), "console", Instant.EPOCH));
        devices.add(new PairedPeers.Peer(device.key(), "device", Instant.EPOCH));
      }
      case "serve" -> {
        Path file = Path.of(arguments[3]);
        DeviceDesk desk = new FileDesk(device, file, () -> file.toFile().length());
        OrderBook orders = OrderBook.open(home.resolve("device"));
        DeviceLink link = new DeviceLink(device, consoles, orders, desk);
        if (LinkAddress.parse(arguments[2]) instanceof LinkAddress.Tcp tcp) {
          link.listen(new InetSocketAddress(tcp.address(), tcp.port()));
        } else {
          link.listen((LinkAddress.Serial) LinkAddress.parse(arguments[2]));
        }
        say("listening");
        new CountDownLatch(1).await();
      }
      case "verify" -> {
        try (JournalReader reader = JournalReader.in(Path.of(arguments[3]))) {
          reader.verify();
          say("verified " + reader.sequence());
        }
      }
      case "packs" -> packs(Path.of(arguments[3]));
      case "write" -> write(device, consoles, home, arguments[2], Path.of(arguments[3]));
      case "copy" -> {
        try (ConsoleLink link =
                ConsoleLink.connect(
                    Cables.open(LinkAddress.parse(arguments[2])), console, devices);
            OutputStream copy = Files.newOutputStream(Path.of(arguments[3]))) {
          long began = System.nanoTime();
          long octets = link.copyJournal(0, copy);
          link.acknowledge(octets);
          say("copied " + octets + " " + (System.nanoTime() - began));
        }
      }
      default -> follow(console, devices, LinkAddress.parse(arguments[2]), Path.of(arguments[3]));
    }
  }

  private static void packs(Path file) throws IOException {
    long octets = 0;
    long packed = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = in.readNBytes(JournalCopy.LEAST_UNDER_WAY / 2);
      while (piece.length > 0) {
        octets += piece.length;
        packed += Packing.pack(Bytes.of(piece)).map(Bytes::length).orElse(piece.length);
        piece = in.readNBytes(JournalCopy.LEAST_UNDER_WAY / 2);
      }
    }
    say("packed " + octets + " " + packed);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void write(
      Identity device, PairedPeers consoles, Path home, String where, Path folder)
      throws Exception {
    SealingKey reader = SealingIdentity.openOrCreate(home.resolve("reader")).key();
    JournalKeys keys = new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader));
    Journal journal = Journal.open(folder, keys, InstantSource.system(), ClockTrust.COMPUTER);
    DeviceDesk desk = new FileDesk(device, Journal.fileIn(folder), journal::durable);
    OrderBook orders = OrderBook.open(home.resolve("device"));
    DeviceLink link = new DeviceLink(device, consoles, orders, desk, QUICK);
    Thread.ofPlatform().daemon().start(() -> listen(link, where));
    while (true) {
      for (int record = 0; record < 10; record++) {
        journal.append(
            new JournalEvent.RunResumed(
                "run-" + (journal.sequence() + 1), "lw", "x".repeat(1 + record * 40)));
      }
      say("kept " + journal.sync());
      Thread.sleep(10);
    }
  }

  private static void listen(DeviceLink link, String where) {
    LinkAddress address = LinkAddress.parse(where);
    while (true) {
      try {
        if (address instanceof LinkAddress.Serial serial) {
          link.serve(SerialCable.open(serial, QUICK_LINE));
          Thread.sleep(20);
        } else if (address instanceof LinkAddress.Tcp tcp) {
          link.listen(new InetSocketAddress(tcp.address(), tcp.port()));
          return;
        }
      } catch (LinkException | IOException absent) {
        pause();
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  private static void follow(Identity console, PairedPeers devices, LinkAddress address, Path file)
      throws InterruptedException {
    while (true) {
      try (ConsoleLink link = ConsoleLink.connect(open(address), console, devices, QUICK)) {
        while (true) {
          say("have " + more(link, file));
          Thread.sleep(20);
        }
      } catch (LinkException | IOException broken) {
        Thread.sleep(50);
      }
    }
  }

  private static Cable open(LinkAddress address) throws LinkException {
    return address instanceof LinkAddress.Serial serial
        ? SerialCable.open(serial, QUICK_LINE)
        : Cables.open(address);
  }

  private static long more(ConsoleLink link, Path file) throws LinkException, IOException {
    try (FileOutputStream copy = new FileOutputStream(file.toFile(), true)) {
      long end = link.copyJournal(Files.size(file), copy);
      copy.getFD().sync();
      link.acknowledge(end);
      return end;
    }
  }

  /// Hands out a file.
  private record FileDesk(Identity identity, Path journal, LongSupplier length)
      implements DeviceDesk {
    @Override
    public DeviceCard card() {
      return new DeviceCard("LW-0001", "bench", identity.key());
    }

    @Override
    public boolean confirmPairing(String eightDigits) {
      return false;
    }

    @Override
    public OrderReply order(SignedMandate mandate) {
      return new OrderReply.Refused("bench", "nothing is scanned here");
    }

    @Override
    public void stop() {}

    @Override
    public Progress progress() {
      return new Progress(
          JournalEvent.Phase.FINISH, 1, 1, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, false);
    }

    @Override
    public long journalLength() {
      return length.getAsLong();
    }

    @Override
    public InputStream journalFrom(long offset) throws IOException {
      FileChannel file = FileChannel.open(journal, StandardOpenOption.READ);
      file.position(offset);
      return Channels.newInputStream(file);
    }

    @Override
    public JournalState journalState() {
      return new JournalState(journalLength(), 0, Optional.empty(), Optional.empty());
    }

    @Override
    public void acknowledged(Bytes console, long offset) {}

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
      return journal.resolveSibling(
          delivery instanceof Order.TakeEdition edition ? "editions/" + edition.name() : "program");
    }

    @Override
    public OrderAnswer carryOut(Bytes console, SignedOrder signed, Order order) {
      return new OrderAnswer.Refused("bench", "no orders are taken here");
    }
  }
}
