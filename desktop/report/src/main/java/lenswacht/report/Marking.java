package lenswacht.report;

import java.util.Locale;
import java.util.Optional;

/// What the head and foot of every page say on who may read it: a label of the Traffic Light
/// Protocol 2.0 and a classification that is proposed until a person with that authority confirms
/// it by name. State secrets are marked by people alone, never here.
///
/// @param label of the protocol
/// @param classification as it is proposed, for example `Dep.V.`; may be empty
/// @param confirmedBy who confirmed it
public record Marking(Label label, String classification, Optional<String> confirmedBy) {
  /// What is proposed where nobody chose another.
  public static final Marking PROPOSED = new Marking(Label.AMBER_STRICT, "", Optional.empty());

  private static final int LONGEST = 40;

  /// The labels of the protocol, from the narrowest circle to the widest.
  public enum Label {
    /// For the eyes of those who received it.
    RED("TLP:RED"),
    /// Within the organisation, for who must know.
    AMBER_STRICT("TLP:AMBER+STRICT"),
    /// Within the organisation and its clients, for who must know.
    AMBER("TLP:AMBER"),
    /// Within the community.
    GREEN("TLP:GREEN"),
    /// Without limit.
    CLEAR("TLP:CLEAR");

    private final String words;

    Label(String words) {
      this.words = words;
    }

    /// As the protocol writes it.
    public String words() {
      return words;
    }
  }

  public Marking {
    classification = classification.strip();
    String bare = classification.toLowerCase(Locale.ROOT);
    if (bare.length() > LONGEST) {
      throw new IllegalArgumentException("a classification has at most " + LONGEST + " characters");
    }
    if (bare.startsWith("stg") || bare.contains("geheim") || bare.contains("secret")) {
      throw new IllegalArgumentException(
          "a state secret is marked by those who may, not by this program");
    }
    if (confirmedBy.isPresent() && (classification.isEmpty() || confirmedBy.get().isBlank())) {
      throw new IllegalArgumentException("who confirms needs a name and something to confirm");
    }
  }

  /// Reads a label, a classification or both, as in `TLP:GREEN Dep.V.`; the proposed label where
  /// only a classification is named.
  ///
  /// @throws IllegalArgumentException with a sentence for people
  public static Marking of(String text) {
    String stripped = text.strip();
    if (!stripped.toUpperCase(Locale.ROOT).startsWith("TLP:")) {
      return new Marking(PROPOSED.label(), stripped, Optional.empty());
    }
    int end = stripped.indexOf(' ');
    String label = (end < 0 ? stripped : stripped.substring(0, end)).toUpperCase(Locale.ROOT);
    for (Label known : Label.values()) {
      if (known.words().equals(label)) {
        return new Marking(known, end < 0 ? "" : stripped.substring(end), Optional.empty());
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is no label of TLP 2.0: RED, AMBER+STRICT, AMBER, GREEN or CLEAR");
  }

  /// The same, confirmed.
  public Marking confirmed(String by) {
    return new Marking(label, classification, Optional.of(by));
  }

  /// As every page bears it.
  String edge(Wording wording) {
    if (classification.isEmpty()) {
      return label.words();
    }
    return label.words()
        + " · "
        + (confirmedBy.isPresent()
            ? classification
            : wording.say("marking.proposed", classification));
  }

  /// As it is told once, with who confirmed it.
  String told(Wording wording) {
    if (classification.isEmpty()) {
      return wording.say("summary.marking.proposed", label.words());
    }
    return confirmedBy
        .map(name -> wording.say("marking.confirmed", label.words(), classification, name))
        .orElseGet(
            () -> wording.say("summary.marking.proposed", label.words() + ", " + classification));
  }
}
