package lenswacht.link;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.link.tls.SecureChannel;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;

/// The device's side of one session, from the first octet to the last.
final class DeviceSession {
  private final Identity identity;
  private final PairedPeers peers;
  private final OrderBook orders;
  private final DeviceDesk desk;
  private final PairingGate gate;
  private final LinkTimes times;
  private final InstantSource clock;

  DeviceSession(
      Identity identity,
      PairedPeers peers,
      OrderBook orders,
      DeviceDesk desk,
      PairingGate gate,
      LinkTimes times,
      InstantSource clock) {
    this.identity = identity;
    this.peers = peers;
    this.orders = orders;
    this.desk = desk;
    this.gate = gate;
    this.times = times;
    this.clock = clock;
  }

  /// Runs the session until it ends; closes `cable`.
  ///
  /// @throws IOException with what ended it, where it did not end in order
  void run(Cable cable) throws IOException {
    try (cable) {
      PushbackInputStream in = new PushbackInputStream(cable.in(), 1);
      int first = in.read();
      if (first < 0) {
        return;
      }
      in.unread(first);
      SecureChannel channel =
          SecureChannel.server(
              in,
              cable.out(),
              identity.privateKey(),
              identity.certificate(),
              this::accepts,
              List.of(Conversation.SESSION, Conversation.PAIRING));
      LinkMessage.Chosen chosen;
      Conversation talk;
      try (Deadline _ = Deadline.on(cable, times.greeting())) {
        channel.handshake();
        talk = Conversation.answering(cable, channel, times);
        chosen = greet(talk);
      }
      try (talk) {
        converse(talk, channel.protocol(), chosen, cable);
      }
    }
  }

  /// A known key may speak the session; any key may ask to be paired.
  private boolean accepts(Bytes key, String protocol) {
    return switch (protocol) {
      case Conversation.SESSION -> peers.find(key).isPresent();
      case Conversation.PAIRING -> true;
      default -> false;
    };
  }

  private LinkMessage.Chosen greet(Conversation talk) throws IOException {
    try {
      talk.say(new LinkMessage.Hello(Conversation.VERSIONS, desk.card()));
      LinkMessage.Chosen chosen = talk.hear(LinkMessage.Chosen.class);
      if (!Conversation.VERSIONS.contains(chosen.version())) {
        throw new MalformedFrameException("version " + chosen.version() + " was not offered");
      }
      return chosen;
    } catch (MalformedFrameException malformed) {
      try (talk) {
        talk.say(ended(malformed));
      }
      throw malformed;
    } catch (IOException failed) {
      talk.close();
      throw failed;
    }
  }

  private static LinkMessage ended(MalformedFrameException malformed) {
    return new LinkMessage.Ended(
        LinkException.Reason.PROTOCOL, CleanText.of(String.valueOf(malformed.getMessage()), 300));
  }

  private void converse(Conversation talk, String protocol, LinkMessage.Chosen chosen, Cable cable)
      throws IOException {
    try {
      if (protocol.equals(Conversation.SESSION)) {
        new DeviceAnswers(talk, identity, peers, orders, desk).serve(chosen.version());
      } else {
        pair(talk, CleanText.of(chosen.name(), 60), cable);
      }
    } catch (MalformedFrameException malformed) {
      talk.say(ended(malformed));
      throw malformed;
    }
  }

  private void pair(Conversation talk, String name, Cable cable) throws IOException {
    if (!gate.enter()) {
      talk.say(
          new LinkMessage.Ended(
              LinkException.Reason.PAIRING_REFUSED,
              "the device is pairing already or rests after a pairing that failed;"
                  + " try again in a moment"));
      return;
    }
    boolean paired = false;
    try (Deadline _ = Deadline.on(cable, times.pairing())) {
      paired = compare(talk, name);
    } finally {
      gate.leave(paired);
    }
  }

  private boolean compare(Conversation talk, String name) throws IOException {
    Bytes console = talk.peerKey();
    Bytes commitment = talk.hear(LinkMessage.PairingCommitment.class).commitment();
    Bytes ownNonce = nonce();
    talk.say(new LinkMessage.PairingNonce(ownNonce));
    Bytes nonce = talk.hear(LinkMessage.PairingReveal.class).nonce();
    if (!PairingCode.commitment(console, identity.key(), nonce).equals(commitment)) {
      throw new MalformedFrameException("the nonce is not the one that was committed to");
    }
    boolean same =
        desk.confirmPairing(PairingCode.digits(console, identity.key(), nonce, ownNonce));
    talk.say(new LinkMessage.PairingAnswer(same));
    if (!same || !talk.hear(LinkMessage.PairingAnswer.class).same()) {
      return false;
    }
    peers.add(new PairedPeers.Peer(console, name, clock.instant()));
    talk.say(new LinkMessage.Done());
    return true;
  }

  /// 32 octets that nobody can guess.
  static Bytes nonce() {
    byte[] octets = new byte[32];
    new SecureRandom().nextBytes(octets);
    return Bytes.of(octets);
  }
}
