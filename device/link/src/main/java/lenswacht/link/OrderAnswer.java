package lenswacht.link;

import java.util.List;

/// What a device answers to a signed order.
public sealed interface OrderAnswer {
  /// A run begins.
  ///
  /// @param run id of the run, as in the journal
  record Begun(String run) implements OrderAnswer {}

  /// It is done.
  record Done() implements OrderAnswer {}

  /// What was kept for the console is wiped; its session ends.
  ///
  /// @param what a line each for people, at most 16
  record Wiped(List<String> what) implements OrderAnswer {
    public Wiped {
      what = List.copyOf(what);
    }
  }

  /// It is not done.
  ///
  /// @param why key of the reason
  /// @param detail for a person, in English
  record Refused(String why, String detail) implements OrderAnswer {}
}
