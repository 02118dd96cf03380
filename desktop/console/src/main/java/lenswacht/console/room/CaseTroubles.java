package lenswacht.console.room;

import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;
import lenswacht.observation.CleanText;

/// What goes wrong with a case file, told to a person.
final class CaseTroubles {
  private static final int LONGEST = 200;

  private CaseTroubles() {}

  static Trouble of(CaseFileException failed) {
    String key =
        switch (failed.reason()) {
          case NOT_A_CASE_FILE -> "trouble.case.not-a-case";
          case NEWER_VERSION -> "trouble.case.newer";
          case DAMAGED -> "trouble.case.damaged";
          case IN_USE -> "trouble.case.in-use";
          case OTHER_SITE -> "trouble.case.other-site";
          case SEALED_TO_OTHERS -> "trouble.case.sealed";
          case UNKNOWN_DEVICE -> "trouble.case.unknown-device";
          case STORAGE -> "trouble.case.storage";
        };
    return new Trouble(Phrase.of(key, "detail", detail(failed)), Phrase.of(key + ".next"));
  }

  static CaseRefusedException refused(CaseFileException failed) {
    boolean damaged = failed.reason() == Reason.DAMAGED;
    return new CaseRefusedException(of(failed), damaged, failed);
  }

  static String detail(Throwable failed) {
    return CleanText.of(String.valueOf(failed.getMessage()), LONGEST);
  }
}
