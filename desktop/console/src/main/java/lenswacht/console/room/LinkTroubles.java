package lenswacht.console.room;

import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;
import lenswacht.console.visit.VisitRefusedException;
import lenswacht.link.LinkException;
import lenswacht.link.OrderReply;
import lenswacht.observation.CleanText;

/// What goes wrong on the cable, told to a person.
final class LinkTroubles {
  private static final int LONGEST = 200;

  private LinkTroubles() {}

  static VisitRefusedException of(LinkException failed) {
    String key =
        switch (failed.reason()) {
          case UNREACHABLE -> "trouble.link.unreachable";
          case NOT_PAIRED -> "trouble.link.not-paired";
          case WRONG_KEY -> "trouble.link.wrong-key";
          case PAIRING_REFUSED -> "trouble.link.pairing-refused";
          case BROKEN_OFF -> "trouble.link.broken-off";
          case PROTOCOL -> "trouble.link.protocol";
        };
    return of(key, failed);
  }

  static VisitRefusedException of(OrderReply.Refused refused) {
    Trouble trouble =
        new Trouble(
            Phrase.of("trouble.order", "why", CleanText.of(refused.why(), LONGEST)),
            Phrase.of("trouble.order.next"));
    return new VisitRefusedException(trouble, refused.detail());
  }

  /// A refusal whose words are `key` and `key.next`; parameters as in [Phrase#of].
  static VisitRefusedException of(String key, Exception cause, Object... namesAndValues) {
    return new VisitRefusedException(
        new Trouble(Phrase.of(key, namesAndValues), Phrase.of(key + ".next")),
        String.valueOf(cause.getMessage()));
  }
}
