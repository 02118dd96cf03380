package lenswacht.console.desk;

import java.util.List;
import lenswacht.casefile.review.FilledIn;
import lenswacht.observation.HandOver;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;

/// What is done with the key of this console. May take long: never called by the screen's own
/// thread.
public interface Signing {
  /// The first digits of the hash of the key, as people compare them.
  String mark() throws RefusedException;

  /// Signs a mandate.
  SignedMandate sign(Mandate mandate) throws RefusedException;

  /// What an assessor concluded, as signed text.
  String sign(FilledIn filledIn) throws RefusedException;

  /// This console as one who gives or receives.
  ///
  /// @param name as people call its owner
  HandOver.Party party(String name) throws RefusedException;

  /// The devices that this console is paired with.
  List<HandOver.Thing.Device> devices() throws RefusedException;

  /// Signs that something is given.
  HandOver give(HandOver.Terms terms) throws RefusedException;

  /// Signs that something was received; a device is known to this console from now on.
  HandOver accept(HandOver statement) throws RefusedException;
}
