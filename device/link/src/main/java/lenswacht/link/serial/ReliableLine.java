package lenswacht.link.serial;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import lenswacht.observation.Bytes;
import org.jspecify.annotations.Nullable;

/// A correct byte stream over a line that loses and alters octets, or a clear end.
///
/// Both ends are alike. Several packets are under way in each direction; wrong octets in them are
/// put right where that is possible, and packets that are lost all the same are sent again, they
/// alone. An end that hears nothing for a while, or hears that the other began anew, ends the
/// stream with an exception; no port is trusted to tell when it is unplugged.
///
/// One thread takes packets off the line, another puts them on: neither waits for the other, so two
/// full cables cannot hold each other up.
public final class ReliableLine implements Closeable {
  /// Closing waits this long for the next sign that what is under way arrives, and no longer than
  /// for silence in all.
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private static final Duration GLANCE = Duration.ofMillis(10);

  private final OctetLine line;
  private final LineTimes times;
  private final LinePacketCodec codec = new LinePacketCodec();
  private final Thread speaker;

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock writer = new ReentrantLock();
  private final Condition toSay = lock.newCondition();
  private final Condition toRead = lock.newCondition();
  private final Condition toWrite = lock.newCondition();

  /// The line has paused after so many reads without an octet.
  private static final int PAUSE = 3;

  /// A line is busy where so many octets come at once and a further packet has begun: receipt and
  /// reader then wait until some packets are there.
  private static final int BUSY = 2048;

  private static final int BATCH = 6;

  // Guarded by lock.
  private final Acquaintance acquaintance = new Acquaintance(drawn());
  private final LineNoise noise = new LineNoise();
  private final LineSplitter splitter = new LineSplitter(codec, noise);
  private final SendWindow sending = new SendWindow();
  private final ReceiveWindow receiving = new ReceiveWindow();
  private int quiet;
  private int stamp;
  private int stampHeard;
  private int strength = noise.advice();
  private int roomTold;
  private boolean speakNow = true;
  private int unreceipted;
  private long heardAt;
  private long spokeAt;
  private long newsAt;
  private boolean asked;
  private long askedAt;
  private boolean closing;
  private long closedAt;
  private @Nullable IOException broken;

  /// Over `line`, which is closed with this one. The other end need not be there yet.
  public ReliableLine(OctetLine line, LineTimes times) {
    this.line = line;
    this.times = times;
    this.spokeAt = System.nanoTime();
    this.heardAt = spokeAt;
    this.askedAt = spokeAt;
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
    byte[] octets = new byte[LineSplitter.PORTION];
    try {
      while (!over()) {
        takeIn(octets, line.read(octets));
      }
    } catch (IOException gone) {
      breakOff(gone);
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

  private void takeIn(byte[] octets, int count) {
    lock.lock();
    try {
      quiet = count > 0 ? 0 : quiet + 1;
      if (count > 0) {
        splitter.take(octets, count, this::hear);
      } else if (quiet == PAUSE) {
        splitter.pause(this::hear);
      }
      boolean busy = count >= BUSY && splitter.hasMore();
      speakNow |= unreceipted > 0 && (!busy || unreceipted >= BATCH || receiving.hasGap());
      wake(busy);
      if (acquaintance.met()
          && !receiving.complete()
          && System.nanoTime() - heardAt > times.silence().toNanos()) {
        breakOff(
            "nothing was heard on " + line.name() + " for " + times.silence().toSeconds() + " s");
      }
    } finally {
      lock.unlock();
    }
  }

  /// Wakes who has something to do now. On a busy line the reader gets several packets at once.
  private void wake(boolean busy) {
    if (speakNow || closing || sending.due().isPresent()) {
      toSay.signal();
    }
    if (receiving.readable() >= (busy ? BATCH : 1)) {
      toRead.signalAll();
    }
    if (!sending.full()) {
      toWrite.signal();
    }
  }

  private void hear(LinePacket packet) {
    switch (acquaintance.hear(packet)) {
      case STRAY -> {}
      case GREETING -> speakNow = true;
      case ANEW -> breakOff("the other end of " + line.name() + " began anew");
      case OURS -> take(packet);
    }
  }

  private void take(LinePacket packet) {
    long now = System.nanoTime();
    heardAt = now;
    strength = packet.receipt().strength();
    if (packet.stamp() - stampHeard > 0) {
      stampHeard = packet.stamp();
    }
    if (sending.learn(packet.receipt())) {
      newsAt = now;
      askedAt = now;
    }
    boolean last = packet.kind() == LinePacket.Kind.BYE;
    if (last || packet.kind() == LinePacket.Kind.LOAD) {
      receiving.take(packet.sequence(), packet.payload(), last);
    }
    if (packet.kind() == LinePacket.Kind.LOAD) {
      unreceipted++;
    } else {
      speakNow |= packet.kind() != LinePacket.Kind.BEAT;
    }
  }

  // ---- to the line

  private void putOut() {
    try {
      for (Spoken next = next(); next != null; next = next()) {
        line.write(codec.write(next.packet(), next.strength()));
      }
    } catch (IOException gone) {
      breakOff(gone);
    } catch (InterruptedException ended) {
      breakOff("the line was interrupted");
    }
  }

  /// A packet and how strongly it is guarded.
  private record Spoken(LinePacket packet, int strength) {}

  /// Waits until a packet is due; null when this end has nothing more to say.
  private @Nullable Spoken next() throws InterruptedException {
    lock.lock();
    try {
      while (broken == null && !said()) {
        long now = System.nanoTime();
        Optional<SendWindow.Due> due = acquaintance.met() ? sending.due() : Optional.empty();
        if (due.isPresent()) {
          asked = false;
          sending.sent(due.get(), stamp + 1);
          return spoken(
              due.get().last() ? LinePacket.Kind.BYE : LinePacket.Kind.LOAD, due.get(), now);
        }
        boolean waits = acquaintance.met() && !sending.empty();
        long untilAsk = asked ? times.retry().toNanos() - (now - askedAt) : 0;
        if (waits && untilAsk <= 0) {
          asked = true;
          askedAt = now;
          return spoken(LinePacket.Kind.ASK, null, now);
        }
        long untilBeat =
            (acquaintance.met() ? times.beat() : times.retry()).toNanos() - (now - spokeAt);
        if (speakNow || untilBeat <= 0) {
          return spoken(
              acquaintance.met() ? LinePacket.Kind.BEAT : LinePacket.Kind.HELLO, null, now);
        }
        toSay.awaitNanos(waits ? Math.min(untilAsk, untilBeat) : untilBeat);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /// Whether this end closes and has said all that is to be said. To an end that has left there is
  /// nothing to say but that its farewell was heard.
  private boolean said() {
    if (!closing) {
      return false;
    }
    if (receiving.complete()) {
      return !speakNow;
    }
    if (!acquaintance.met()) {
      return sending.empty();
    }
    sending.end();
    return sending.empty();
  }

  private Spoken spoken(LinePacket.Kind kind, SendWindow.@Nullable Due due, long now) {
    speakNow = false;
    unreceipted = 0;
    spokeAt = now;
    stamp++;
    LinePacket.Receipt receipt = receiving.receipt(stampHeard, noise.advice());
    roomTold = receipt.room();
    return new Spoken(
        new LinePacket(
            kind,
            acquaintance.own(),
            acquaintance.peer(),
            stamp,
            due == null ? 0 : due.sequence(),
            receipt,
            due == null ? Bytes.EMPTY : due.payload()),
        strength);
  }

  private void breakOff(String why) {
    breakOff(new IOException(why));
  }

  private void breakOff(IOException why) {
    lock.lock();
    try {
      if (broken == null) {
        broken = why;
      }
      toSay.signalAll();
      toRead.signalAll();
      toWrite.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What ended the stream, as seen by this call.
  private IOException broken() {
    IOException why = Objects.requireNonNull(broken);
    return why instanceof NobodyThereException
        ? new NobodyThereException(String.valueOf(why.getMessage()))
        : new IOException(why.getMessage(), why);
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
        Objects.checkFromIndexSize(from, length, octets.length);
        return length == 0 ? 0 : ReliableLine.this.read(octets, from, length);
      }
    };
  }

  private int read(byte[] octets, int from, int length) throws IOException {
    lock.lock();
    try {
      int count = receiving.read(octets, from, length);
      while (count == 0) {
        if (broken != null) {
          throw broken();
        }
        toRead.awaitUninterruptibly();
        count = receiving.read(octets, from, length);
      }
      if (receiving.room() - roomTold >= ReceiveWindow.PLACES / 2) {
        speakNow = true;
        toSay.signal();
      }
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// What the other end reads. A write returns when everything is on its way.
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        ReliableLine.this.write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, octets.length);
        ReliableLine.this.write(octets, from, length);
      }
    };
  }

  private void write(byte[] octets, int from, int length) throws IOException {
    writer.lock();
    lock.lock();
    try {
      int done = 0;
      while (done < length) {
        if (broken != null) {
          throw broken();
        }
        if (closing || receiving.complete()) {
          throw new IOException(
              closing
                  ? "the line is closed at this end"
                  : "the other end of " + line.name() + " has left");
        }
        int taken =
            sending.add(
                octets, from + done, length - done, LinePacketCodec.longestPayload(strength));
        done += taken;
        if (taken > 0) {
          toSay.signal();
        } else {
          toWrite.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
      writer.unlock();
    }
  }

  private boolean mayStillArrive() {
    lock.lock();
    try {
      long now = System.nanoTime();
      return broken == null
          && now - newsAt < FAREWELL.toNanos()
          && now - closedAt < times.silence().toNanos();
    } finally {
      lock.unlock();
    }
  }

  /// Sends what is still to be sent and says farewell, as long as the other end takes it; closes
  /// the line. An end that did not get everything hears no farewell and knows it.
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closing = true;
      closedAt = System.nanoTime();
      newsAt = closedAt;
      toSay.signalAll();
      toWrite.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      boolean said = false;
      while (!said && mayStillArrive()) {
        said = speaker.join(GLANCE);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      breakOff(
          acquaintance.met()
              ? new IOException("the line is closed at this end")
              : new NobodyThereException(
                  acquaintance.strangeness(line.name(), splitter.foreign())));
    } finally {
      lock.unlock();
    }
    line.close();
  }
}
