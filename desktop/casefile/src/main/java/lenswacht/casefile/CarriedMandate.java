package lenswacht.casefile;

import java.util.List;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;

/// The mandate that a journal carries with the start of a run.
///
/// Whether its signer is trusted was the device's question before it scanned. Here only this
/// counts: the text is whole and fits the signature and the key that are written below it.
final class CarriedMandate {
  private static final String KEY = "\nkey ";

  private CarriedMandate() {}

  /// @throws BrokenJournalException if the text does not fit its own signature
  static Mandate of(SignedMandate signed, long line) throws BrokenJournalException {
    String text = signed.text();
    int at = text.lastIndexOf(KEY);
    int end = at < 0 ? -1 : text.indexOf('\n', at + 1);
    if (end < 0) {
      throw new BrokenJournalException(line, "the run's mandate names no key");
    }
    Bytes key;
    try {
      key = Bytes.fromHex(text.substring(at + KEY.length(), end));
    } catch (IllegalArgumentException noHex) {
      throw new BrokenJournalException(line, "the key of the run's mandate is damaged");
    }
    return switch (signed.check(List.of(key))) {
      case SignedMandate.Check.Valid valid -> valid.mandate();
      case SignedMandate.Check.Invalid invalid ->
          throw new BrokenJournalException(line, "the run's mandate: " + invalid.detail());
    };
  }
}
