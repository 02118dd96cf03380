package lenswacht.link;

import java.io.IOException;
import java.util.List;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.link.serial.NobodyThereException;
import lenswacht.link.tls.KeyRefusedException;
import lenswacht.link.tls.PeerBrokeOffException;
import lenswacht.link.tls.SecureChannel;

/// Handshake and first words on the console's side.
///
/// @param talk the conversation that can go on now
/// @param device who is at the other end; its key is proved
/// @param version of the messages that both speak
record ConsoleGreeting(Conversation talk, DeviceCard device, int version) {
  /// Meets the device at the other end of `cable`; closes the cable if that fails.
  ///
  /// @param protocol [Conversation#SESSION] with a paired device, or [Conversation#PAIRING] with
  ///     any
  static ConsoleGreeting exchange(
      Cable cable, Identity identity, PairedPeers peers, String protocol, LinkTimes times)
      throws LinkException {
    SecureChannel channel =
        SecureChannel.client(
            cable.in(),
            cable.out(),
            identity.privateKey(),
            identity.certificate(),
            (key, spoken) ->
                spoken.equals(protocol)
                    && (protocol.equals(Conversation.PAIRING) || peers.find(key).isPresent()),
            List.of(protocol));
    try (Deadline _ = Deadline.on(cable, times.greeting())) {
      shakeHands(cable, channel, peers);
      return firstWords(Conversation.asking(cable, channel, times), channel, identity, protocol);
    }
  }

  private static void shakeHands(Cable cable, SecureChannel channel, PairedPeers peers)
      throws LinkException {
    try {
      channel.handshake();
    } catch (IOException failed) {
      closeQuietly(cable);
      throw explained(failed, channel, peers);
    }
  }

  private static LinkException explained(
      IOException failed, SecureChannel channel, PairedPeers peers) {
    if (failed instanceof KeyRefusedException) {
      return peers.keys().isEmpty()
          ? new LinkException(
              LinkException.Reason.NOT_PAIRED, "this console is paired with no device yet", failed)
          : new LinkException(
              LinkException.Reason.WRONG_KEY,
              "the device at the other end is none of those that this console is paired with",
              failed);
    }
    if (failed instanceof PeerBrokeOffException) {
      return new LinkException(
          LinkException.Reason.PROTOCOL, "the other end speaks another protocol", failed);
    }
    if (failed instanceof NobodyThereException) {
      return new LinkException(
          LinkException.Reason.UNREACHABLE, String.valueOf(failed.getMessage()), failed);
    }
    if (!channel.heard()) {
      return new LinkException(
          LinkException.Reason.UNREACHABLE, "nobody answers at the other end of the cable", failed);
    }
    return LinkFailure.during("the greeting", failed);
  }

  private static ConsoleGreeting firstWords(
      Conversation talk, SecureChannel channel, Identity identity, String protocol)
      throws LinkException {
    try {
      LinkMessage.Hello hello = talk.hear(LinkMessage.Hello.class);
      int version = version(hello.versions());
      if (!hello.card().key().equals(channel.peerKey())) {
        throw new MalformedFrameException("the device's card names a key that it did not prove");
      }
      talk.say(new LinkMessage.Chosen(version, identity.name()));
      return new ConsoleGreeting(talk, hello.card(), version);
    } catch (PeerBrokeOffException refused) {
      talk.close();
      if (protocol.equals(Conversation.SESSION)) {
        throw new LinkException(
            LinkException.Reason.NOT_PAIRED, "the device does not know this console", refused);
      }
      throw LinkFailure.during("the greeting", refused);
    } catch (IOException failed) {
      talk.close();
      throw LinkFailure.during("the greeting", failed);
    }
  }

  /// The newest version that both speak.
  private static int version(List<Integer> spoken) throws MalformedFrameException {
    return Conversation.VERSIONS.reversed().stream()
        .filter(spoken::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedFrameException(
                    "the device speaks versions "
                        + spoken
                        + ", this console versions "
                        + Conversation.VERSIONS));
  }

  private static void closeQuietly(Cable cable) {
    try {
      cable.close();
    } catch (IOException gone) {
      // the cable is as closed as it can be
    }
  }
}
