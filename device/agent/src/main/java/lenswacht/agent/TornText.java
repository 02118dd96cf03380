package lenswacht.agent;

import lenswacht.observation.Journal;

/// Says that a power cut left something behind the last signature of a journal.
final class TornText {
  private TornText() {}

  static String of(Journal.TornTail tail) {
    return "the journal ended in "
        + tail.octets()
        + " octets that were never signed, as after a power cut; they are set aside in "
        + tail.file();
  }
}
