package lenswacht.link.serial;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import lenswacht.observation.Bytes;
import org.jspecify.annotations.Nullable;

/// A correct byte stream over a line that loses and alters octets, or a clear end.
///
/// Both ends are alike. Each draws a number when it opens the line and tells it until the other
/// repeats it; what an earlier session left in the cable carries other numbers and is dropped. One
/// packet at a time is under way in each direction and is sent again until it is acknowledged. An
/// end that hears nothing for a while, or hears that the other began anew, ends the stream with an
/// exception.
///
/// One thread takes packets off the line, another puts them on: neither waits for the other, so two
/// full cables cannot hold each other up.
public final class ReliableLine implements Closeable {
  /// Octets that may wait for the reader before the other end is kept waiting.
  private static final int ROOM = 65_536;

  /// How often, and for how long in all, this end says that it leaves.
  private static final int FAREWELLS = 3;

  private static final long FAREWELL_MILLIS = 500;

  private final OctetLine line;
  private final LineTimes times;
  private final int own = drawn();

  private final Thread speaker;

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock writer = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by lock.
  private final byte[] arrived = new byte[ROOM];
  private int arrivedFrom;
  private int arrivedCount;
  private int peer;
  private boolean met;
  private int sequence;
  private int expected;
  private @Nullable Bytes underWay;
  private boolean sendNow;
  private boolean speakNow = true;
  private long heardAt;
  private long spokeAt;
  private long carriedAt;
  private boolean closing;
  private @Nullable String broken;
  private boolean left;
  private boolean saidBye;
  private boolean answerBye;

  /// Over `line`, which is closed with this one. The other end need not be there yet.
  public ReliableLine(OctetLine line, LineTimes times) {
    this.line = line;
    this.times = times;
    this.spokeAt = System.nanoTime();
    this.heardAt = spokeAt;
    Thread.ofPlatform().daemon().name("line-in " + line.name()).start(this::takeIn);
    this.speaker = Thread.ofPlatform().daemon().name("line-out " + line.name()).start(this::putOut);
  }

  private static int drawn() {
    int number = 0;
    while (number == 0) {
      number = new SecureRandom().nextInt();
    }
    return number;
  }

  // ---- from the line

  private void takeIn() {
    byte[] octets = new byte[4096];
    byte[] packet = new byte[LinePacketCodec.LONGEST_STUFFED];
    int length = 0;
    try {
      while (!over()) {
        int count = line.read(octets);
        for (int at = 0; at < count; at++) {
          if (octets[at] != 0) {
            if (length < packet.length) {
              packet[length] = octets[at];
            }
            length = Math.min(length + 1, packet.length + 1);
          } else {
            if (length > 0 && length <= packet.length) {
              LinePacketCodec.parse(Bytes.of(packet).head(length)).ifPresent(this::hear);
            }
            length = 0;
          }
        }
        checkSilence();
      }
    } catch (IOException gone) {
      breakOff(String.valueOf(gone.getMessage()));
    }
  }

  private boolean over() {
    lock.lock();
    try {
      return broken != null;
    } finally {
      lock.unlock();
    }
  }

  private void checkSilence() {
    lock.lock();
    try {
      if (met && !left && System.nanoTime() - heardAt > times.silence().toNanos()) {
        breakOff(
            "nothing was heard on " + line.name() + " for " + times.silence().toSeconds() + " s");
      }
    } finally {
      lock.unlock();
    }
  }

  private void hear(LinePacket packet) {
    lock.lock();
    try {
      if (packet.from() == own) {
        return; // our own voice, from a cable that loops back
      }
      if (!met) {
        meet(packet);
      } else if (packet.from() != peer && packet.kind() == LinePacket.Kind.HELLO) {
        breakOff("the other end of " + line.name() + " began anew");
      }
      if (met && packet.from() == peer && packet.to() == own) {
        heardAt = System.nanoTime();
        take(packet);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Learns the other's number. It counts once the other has repeated ours, which is fresh: only
  /// then it cannot stem from an earlier session.
  private void meet(LinePacket packet) {
    if (packet.to() == own) {
      peer = packet.from();
      met = true;
      changed.signalAll();
    } else if (packet.kind() == LinePacket.Kind.HELLO) {
      peer = packet.from();
    }
    speakNow = true;
    changed.signalAll();
  }

  private void take(LinePacket packet) {
    acknowledge(packet.expected());
    switch (packet.kind()) {
      case HELLO -> speakNow = true; // the other does not know yet that we know it
      case LOAD -> {
        if (packet.sequence() == expected && arrivedCount + packet.payload().length() <= ROOM) {
          store(packet.payload());
          expected++;
        }
        speakNow = true;
      }
      case BEAT -> {}
      case BYE -> {
        left = true;
        answerBye = true;
      }
    }
    changed.signalAll();
  }

  private void acknowledge(int next) {
    if (underWay != null && next == sequence + 1) {
      underWay = null;
      sequence++;
    }
  }

  private void store(Bytes payload) {
    for (int at = 0; at < payload.length(); at++) {
      arrived[(arrivedFrom + arrivedCount) % ROOM] = (byte) payload.at(at);
      arrivedCount++;
    }
  }

  // ---- to the line

  private void putOut() {
    try {
      for (LinePacket packet = next(); packet != null; packet = next()) {
        line.write(LinePacketCodec.write(packet));
      }
      sayBye();
    } catch (IOException gone) {
      breakOff(String.valueOf(gone.getMessage()));
    } catch (InterruptedException ended) {
      breakOff("the line was interrupted");
    }
  }

  /// Waits until a packet is due; null when this end closes.
  private @Nullable LinePacket next() throws InterruptedException {
    lock.lock();
    try {
      while (!closing && broken == null) {
        long now = System.nanoTime();
        boolean mayCarry = met && underWay != null;
        long untilLoad = times.retry().toNanos() - (now - carriedAt);
        if (mayCarry && (sendNow || untilLoad <= 0)) {
          sendNow = false;
          carriedAt = now;
          return spoken(LinePacket.Kind.LOAD, underWay, now);
        }
        if (answerBye) {
          answerBye = false;
          return spoken(LinePacket.Kind.BYE, Bytes.EMPTY, now);
        }
        long untilBeat = (met ? times.beat() : times.retry()).toNanos() - (now - spokeAt);
        if (speakNow || untilBeat <= 0) {
          return spoken(met ? LinePacket.Kind.BEAT : LinePacket.Kind.HELLO, Bytes.EMPTY, now);
        }
        changed.awaitNanos(mayCarry ? Math.min(untilLoad, untilBeat) : untilBeat);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private LinePacket spoken(LinePacket.Kind kind, @Nullable Bytes payload, long now) {
    speakNow = false;
    spokeAt = now;
    return new LinePacket(
        kind, own, peer, sequence, expected, payload == null ? Bytes.EMPTY : payload);
  }

  /// Says that this end leaves until the other has heard it: closing the port may throw away what
  /// is still on its way.
  private void sayBye() throws IOException, InterruptedException {
    LinePacket bye = bye();
    for (int times = 0; times < FAREWELLS && bye != null; times++) {
      line.write(LinePacketCodec.write(bye));
      bye = bye();
    }
  }

  /// Waits a moment for the other's farewell; null once it has come or cannot come.
  private @Nullable LinePacket bye() throws InterruptedException {
    lock.lock();
    try {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS) / FAREWELLS;
      while (saidBye && !left && broken == null && until - System.nanoTime() > 0) {
        changed.awaitNanos(until - System.nanoTime());
      }
      saidBye = true;
      return left || broken != null || !met
          ? null
          : spoken(LinePacket.Kind.BYE, Bytes.EMPTY, System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  private void breakOff(String why) {
    lock.lock();
    try {
      if (broken == null) {
        broken = why;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // ---- for the user of the stream

  /// What the other end wrote. Ends in order once the other end has closed.
  public InputStream in() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return ReliableLine.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] octets, int from, int length) throws IOException {
        return ReliableLine.this.read(octets, from, length);
      }
    };
  }

  private int read(byte[] octets, int from, int length) throws IOException {
    lock.lock();
    try {
      while (arrivedCount == 0 && length > 0) {
        if (left) {
          return -1;
        }
        if (broken != null) {
          throw new IOException(broken);
        }
        changed.awaitUninterruptibly();
      }
      int count = Math.min(length, arrivedCount);
      for (int at = 0; at < count; at++) {
        octets[from + at] = arrived[(arrivedFrom + at) % ROOM];
      }
      arrivedFrom = (arrivedFrom + count) % ROOM;
      arrivedCount -= count;
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// What the other end reads. A write returns when everything has arrived there.
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        ReliableLine.this.write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int from, int length) throws IOException {
        ReliableLine.this.write(octets, from, length);
      }
    };
  }

  private void write(byte[] octets, int from, int length) throws IOException {
    Bytes whole = Bytes.of(octets).slice(from, from + length);
    writer.lock();
    try {
      for (int at = 0; at < length; at += LinePacket.LONGEST) {
        carry(whole.slice(at, Math.min(length, at + LinePacket.LONGEST)));
      }
    } finally {
      writer.unlock();
    }
  }

  private void carry(Bytes payload) throws IOException {
    lock.lock();
    try {
      underWay = payload;
      sendNow = true;
      changed.signalAll();
      while (underWay != null) {
        if (broken != null || left) {
          throw new IOException(
              broken != null ? broken : "the other end of " + line.name() + " has left");
        }
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Says farewell if the line still takes it, and closes the line.
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      speaker.join(FAREWELL_MILLIS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    breakOff("the line is closed at this end");
    line.close();
  }
}
