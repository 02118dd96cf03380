package lenswacht.link;

import org.jspecify.annotations.Nullable;

/// The link could not do what was asked. The message is a sentence for people, in English; programs
/// look at [#reason].
public final class LinkException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// With a reason and a sentence.
  public LinkException(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  /// With a reason, a sentence and what led to it.
  public LinkException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }

  /// Why a link failed.
  public enum Reason {
    /// The cable cannot be opened, or nobody answers at its other end.
    UNREACHABLE,
    /// The two ends do not know each other's keys: pair them first.
    NOT_PAIRED,
    /// The other end proved a key, but not the one that was paired.
    WRONG_KEY,
    /// One of the two persons said no, or the device does not pair now.
    PAIRING_REFUSED,
    /// The connection ended before the work was done; connecting anew may help.
    BROKEN_OFF,
    /// What the other end said makes no sense: another program, another version or a damaged one.
    PROTOCOL
  }
}
