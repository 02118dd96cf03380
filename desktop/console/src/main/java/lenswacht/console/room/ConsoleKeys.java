package lenswacht.console.room;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import lenswacht.casefile.review.FilledIn;
import lenswacht.console.desk.RefusedException;
import lenswacht.console.desk.Signing;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;

/// The key of this console, in the folder that the command line shares.
///
/// @param folder holds the key and the devices that it was paired with
/// @param name what devices call this console
/// @param clock says since when a device is known
public record ConsoleKeys(Path folder, String name, InstantSource clock) implements Signing {
  @Override
  public String mark() throws RefusedException {
    return Identity.mark(identity().key());
  }

  @Override
  public SignedMandate sign(Mandate mandate) throws RefusedException {
    Identity own = identity();
    return signed(() -> SignedMandate.sign(mandate, own.privateKey(), own.publicKey()));
  }

  @Override
  public String sign(FilledIn filledIn) throws RefusedException {
    return filledIn.signed(identity());
  }

  @Override
  public HandOver.Party party(String owner) throws RefusedException {
    return new HandOver.Party(owner, identity().key(), Bytes.EMPTY);
  }

  @Override
  public List<HandOver.Thing.Device> devices() throws RefusedException {
    return peers().all().stream()
        .map(peer -> new HandOver.Thing.Device(peer.name(), peer.key()))
        .toList();
  }

  @Override
  public HandOver give(HandOver.Terms terms) throws RefusedException {
    Identity own = identity();
    return signed(() -> HandOver.give(terms, own.privateKey(), own.publicKey()));
  }

  @Override
  public HandOver accept(HandOver statement) throws RefusedException {
    Identity own = identity();
    HandOver.Terms terms = offered(statement);
    if (!terms.to().key().equals(own.key())) {
      throw refusal("trouble.hand-over.other", new IOException("another receiver is named"));
    }
    HandOver accepted = signed(() -> statement.accept(own.privateKey(), own.publicKey()));
    if (terms.thing() instanceof HandOver.Thing.Device(String id, Bytes key)) {
      try {
        peers().add(new PairedPeers.Peer(key, id, clock.instant()));
      } catch (IOException unwritable) {
        throw refusal("trouble.keys", unwritable, "detail", CaseTroubles.detail(unwritable));
      }
    }
    return accepted;
  }

  private static HandOver.Terms offered(HandOver statement) throws RefusedException {
    try {
      return statement.offered();
    } catch (MalformedFactException unlawful) {
      throw refusal("trouble.hand-over", unlawful);
    }
  }

  private interface Making<T> {
    T make() throws GeneralSecurityException;
  }

  private static <T> T signed(Making<T> making) throws RefusedException {
    try {
      return making.make();
    } catch (GeneralSecurityException absent) {
      throw refusal("trouble.keys", absent, "detail", String.valueOf(absent.getMessage()));
    }
  }

  private Identity identity() throws RefusedException {
    try {
      return Identity.ofConsole(folder, name);
    } catch (IOException unreadable) {
      throw refusal("trouble.keys", unreadable, "detail", CaseTroubles.detail(unreadable));
    }
  }

  private PairedPeers peers() throws RefusedException {
    try {
      return PairedPeers.open(folder);
    } catch (IOException unreadable) {
      throw refusal("trouble.keys", unreadable, "detail", CaseTroubles.detail(unreadable));
    }
  }

  /// A refusal whose words are `key` and `key.next`; parameters as in [Phrase#of].
  private static RefusedException refusal(String key, Exception cause, Object... namesAndValues) {
    return new RefusedException(
        new Trouble(Phrase.of(key, namesAndValues), Phrase.of(key + ".next")),
        String.valueOf(cause.getMessage()),
        cause);
  }
}
