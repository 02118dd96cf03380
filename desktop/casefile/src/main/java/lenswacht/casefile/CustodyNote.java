package lenswacht.casefile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import lenswacht.observation.CleanText;

/// What the program itself tells of an act: values, which [CustodyTale] puts into words of any
/// language.
///
/// @param values by their meaning
public record CustodyNote(Map<Value, String> values) {
  /// Nothing to tell.
  public static final CustodyNote NONE = new CustodyNote(Map.of());

  private static final int LONGEST = 200;

  /// What a value means, in the order in which they are told.
  public enum Value {
    /// The number of a journal in the case.
    JOURNAL,
    /// The device that wrote it.
    DEVICE,
    /// How many lines it has.
    LINES,
    /// How many octets it has.
    OCTETS,
    /// How many facts it holds.
    FACTS,
    /// Since when.
    SINCE,
    /// Who gave it.
    FROM,
    /// Who got it.
    TO,
    /// When that was.
    AT,
    /// The statement does not hold; the value says nothing more.
    UNSOUND,
    /// Which paper.
    KIND,
    /// As what kind of file.
    FORMAT,
    /// In which language.
    LANGUAGE,
    /// For which readers.
    AUDIENCE,
    /// Whether it was a draft or determined.
    STATE,
    /// For whom, in a person's words.
    FOR,
    /// Whose certificate signed.
    SIGNER,
    /// The name of the file that was signed.
    OF,
    /// SHA-256 of the file that was signed, as it was before.
    OF_SHA256
  }

  /// @throws IllegalArgumentException if there is too much of it
  public CustodyNote {
    EnumMap<Value, String> clean = new EnumMap<>(Value.class);
    values.forEach((value, text) -> clean.put(value, CleanText.of(text, LONGEST)));
    values = Collections.unmodifiableMap(clean);
  }

  /// The same and one value more.
  public CustodyNote with(Value value, Object text) {
    Map<Value, String> more = new EnumMap<>(Value.class);
    more.putAll(values);
    more.put(value, String.valueOf(text));
    return new CustodyNote(more);
  }
}
