package lenswacht.link;

/// What a device answers to the order of a scan.
public sealed interface OrderReply {
  /// The run begins.
  ///
  /// @param run id of the run, as in the journal
  record Accepted(String run) implements OrderReply {
    public Accepted {
      if (run.isBlank() || run.length() > 200) {
        throw new IllegalArgumentException("a run has an id of 1 to 200 characters");
      }
    }
  }

  /// The run does not begin.
  ///
  /// @param why key of the reason, such as `signer-not-trusted`
  /// @param detail for a person, in English
  record Refused(String why, String detail) implements OrderReply {
    public Refused {
      if (why.isBlank() || why.length() > 100 || detail.length() > 1000) {
        throw new IllegalArgumentException(
            "a refusal has a key of 1 to 100 characters and a detail of at most 1000");
      }
    }
  }
}
