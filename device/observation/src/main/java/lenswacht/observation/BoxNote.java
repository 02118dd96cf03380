package lenswacht.observation;

/// Something that befell the device itself, or was changed in it.
public sealed interface BoxNote {
  /// What is done about it.
  enum Step {
    /// Nothing is wrong any more.
    OVER,
    /// People are told.
    TOLD,
    /// The run sends nothing until it is over.
    PAUSED,
    /// The hosts that were being asked are asked to the end, and no others.
    ROUNDED_OFF,
    /// The run is stopped at once.
    STOPPED,
    /// The run is stopped, the journal closed, and the device switched off.
    SWITCHED_OFF
  }

  /// What is left in the battery.
  record Battery(int percent, Step step) implements BoxNote {}

  /// How warm the processor is.
  record Heat(int celsius, Step step) implements BoxNote {}

  /// What is left on the storage.
  ///
  /// @param freeOctets room that is left
  /// @param readOnly whether the system lets nothing be written any more
  record Storage(long freeOctets, boolean readOnly, Step step) implements BoxNote {}

  /// How much of its life the storage has behind it, as it says itself.
  ///
  /// @param percent 100 where it should have been replaced
  record Wear(int percent) implements BoxNote {}

  /// Another program runs from now on, and has proved itself.
  ///
  /// @param from version of the one before
  /// @param to its own version
  record ProgramChanged(String from, String to) implements BoxNote {}

  /// A program did not prove itself; the one before it runs again.
  ///
  /// @param tried version of the one that did not
  /// @param runs version of the one that runs
  record ProgramFellBack(String tried, String runs) implements BoxNote {}

  /// The next run works with this knowledge.
  ///
  /// @param version as its package says
  /// @param sha256 of the package
  record KnowledgeUsed(String version, Bytes sha256) implements BoxNote {}

  /// The next run works with the knowledge that came with the program.
  ///
  /// @param sha256 of the package that was kept
  /// @param why it is not used, for a person, in English
  record KnowledgeNotUsed(Bytes sha256, String why) implements BoxNote {
    public KnowledgeNotUsed {
      why = CleanText.of(why, 300);
    }
  }
}
