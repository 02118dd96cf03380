package lenswacht.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import lenswacht.link.frame.Frame;
import lenswacht.link.frame.FrameCodec;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.link.tls.SecureChannel;
import lenswacht.observation.Bytes;

/// Messages and pieces of journal in frames over a secure channel, with a heart-beat in both
/// directions. Several threads may speak; one at a time may listen.
///
/// The asking end beats always, because the other listens always; the answering end beats while it
/// owes an answer, because only then somebody listens.
final class Conversation implements AutoCloseable {
  /// Name of the protocol that paired ends speak (RFC 7301).
  static final String SESSION = "lenswacht/1";

  /// Name of the protocol in which strangers may do nothing but pair.
  static final String PAIRING = "lenswacht-pairing/1";

  /// The versions of the messages that are spoken, the newest last.
  static final List<Integer> VERSIONS = List.of(1, 2, 3);

  /// The other end may have stopped reading: saying farewell takes no longer than this.
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final Cable cable;
  private final SecureChannel channel;
  private final InputStream in;
  private final OutputStream out;
  private final LinkTimes times;
  private final ReentrantLock speaking = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);

  private final boolean asks;
  private volatile boolean owesAnswer;

  private Conversation(Cable cable, SecureChannel channel, LinkTimes times, boolean asks) {
    this.asks = asks;
    this.cable = cable;
    this.channel = channel;
    this.in = channel.in();
    this.out = channel.out();
    this.times = times;
    Thread.ofVirtual().name("link-pulse").start(this::beat);
  }

  /// The asking end, over a channel whose handshake is done; closes cable and channel with this
  /// conversation.
  static Conversation asking(Cable cable, SecureChannel channel, LinkTimes times) {
    return new Conversation(cable, channel, times, true);
  }

  /// The answering end, over a channel whose handshake is done; closes cable and channel with this
  /// conversation.
  static Conversation answering(Cable cable, SecureChannel channel, LinkTimes times) {
    return new Conversation(cable, channel, times, false);
  }

  /// The key that the other end proved.
  Bytes peerKey() throws IOException {
    return channel.peerKey();
  }

  /// Says `message`.
  void say(LinkMessage message) throws IOException {
    send(LinkMessageCodec.write(message));
  }

  /// Sends a piece of the journal.
  void sendChunk(Bytes octets) throws IOException {
    send(new Frame(LinkMessageCodec.CHUNK, octets));
  }

  /// Sends a piece of the journal, packed where that makes it shorter.
  void sendPacked(Bytes octets) throws IOException {
    Optional<Bytes> packed = Packing.pack(octets);
    send(
        packed
            .map(shorter -> new Frame(LinkMessageCodec.PACKED, shorter))
            .orElseGet(() -> new Frame(LinkMessageCodec.CHUNK, octets)));
  }

  private void send(Frame frame) throws IOException {
    speaking.lock();
    try {
      owesAnswer = false;
      FrameCodec.write(frame, out);
    } finally {
      speaking.unlock();
    }
  }

  /// The next message.
  ///
  /// @throws MalformedFrameException if something else comes
  /// @throws EOFException if the other end closed
  LinkMessage hear() throws IOException {
    return LinkMessageCodec.parse(hearFrame());
  }

  /// The next message, which must be of this kind.
  ///
  /// @throws EndedException if the other end says that it ends
  <T extends LinkMessage> T hear(Class<T> kind) throws IOException {
    return expected(hear(), kind);
  }

  /// A piece of the journal, which must come next.
  Bytes hearChunk() throws IOException {
    return chunk(hearFrame());
  }

  /// A piece of the journal, packed or not, which must come next.
  ///
  /// @param most octets it may hold
  Bytes hearPacked(int most) throws IOException {
    Frame frame = hearFrame();
    return frame.type() == LinkMessageCodec.PACKED
        ? Packing.unpack(frame.payload(), most)
        : chunk(frame);
  }

  private static Bytes chunk(Frame frame) throws IOException {
    if (frame.type() != LinkMessageCodec.CHUNK) {
      LinkMessage message = LinkMessageCodec.parse(frame);
      if (message instanceof LinkMessage.Ended ended) {
        throw new EndedException(ended);
      }
      throw outOfTurn(message);
    }
    return frame.payload();
  }

  private static <T extends LinkMessage> T expected(LinkMessage message, Class<T> kind)
      throws IOException {
    if (kind.isInstance(message)) {
      return kind.cast(message);
    }
    if (message instanceof LinkMessage.Ended ended) {
      throw new EndedException(ended);
    }
    throw outOfTurn(message);
  }

  /// What to throw about a message that may not come now.
  static MalformedFrameException outOfTurn(LinkMessage message) {
    return new MalformedFrameException(
        "the message " + message.getClass().getSimpleName() + " came out of turn");
  }

  private Frame hearFrame() throws IOException {
    Frame frame = FrameCodec.read(in, LinkMessageCodec::longest);
    while (frame.type() == LinkMessageCodec.PULSE) {
      frame = FrameCodec.read(in, LinkMessageCodec::longest);
    }
    owesAnswer = true;
    return frame;
  }

  private void beat() {
    try {
      while (!closed.await(times.pulse().toMillis(), TimeUnit.MILLISECONDS)) {
        if (!speaking.tryLock(times.stuck().toMillis(), TimeUnit.MILLISECONDS)) {
          cable.close();
          return;
        }
        try {
          if (asks || owesAnswer) {
            FrameCodec.write(new Frame(LinkMessageCodec.PULSE, Bytes.EMPTY), out);
          }
        } finally {
          speaking.unlock();
        }
      }
    } catch (IOException broken) {
      // whoever listens or speaks meets the same failure and reports it
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the conversation and closes the cable, whatever state both are in.
  @Override
  public void close() {
    closed.countDown();
    try (cable;
        Deadline _ = Deadline.on(cable, FAREWELL)) {
      channel.close();
    } catch (IOException gone) {
      // the other end has left already
    }
  }

  /// The other end said that it ends, and why.
  static final class EndedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final LinkException.Reason reason;

    EndedException(LinkMessage.Ended ended) {
      super(ended.detail());
      this.reason = ended.reason();
    }

    /// Why, in the words of the other end.
    LinkException.Reason reason() {
      return reason;
    }
  }
}
