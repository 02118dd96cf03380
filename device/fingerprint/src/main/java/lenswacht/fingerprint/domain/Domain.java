package lenswacht.fingerprint.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// A name of a service outside. It counts with every name below it.
///
/// @param suffix in lower case, without dots at its ends; a label `*` stands for any one label
/// @param operator who runs it, empty where not determined
/// @param country where the operator has its seat, two letters, empty where not determined
/// @param purpose what it is for
/// @param service what it does, in words for the reader of the catalogue
/// @param isVerified whether it was read in a source that can be shown
/// @param source where
/// @param read when
public record Domain(
    String suffix,
    String operator,
    String country,
    Purpose purpose,
    String service,
    boolean isVerified,
    String source,
    LocalDate read) {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?|\\*");
  private static final Pattern COUNTRY = Pattern.compile("([A-Z]{2})?");
  private static final int FEWEST_LABELS = 2;

  public Domain {
    String[] labels = suffix.split("\\.", -1);
    boolean whole = labels.length >= FEWEST_LABELS;
    for (String label : labels) {
      whole &= LABEL.matcher(label).matches();
    }
    if (!whole
        || suffix.startsWith("*")
        || labels[labels.length - 1].equals("*")
        || labels[labels.length - FEWEST_LABELS].equals("*")) {
      throw new IllegalArgumentException("'" + suffix + "' is no name that can be looked for");
    }
    if (!COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException("'" + country + "' is no country in two letters");
    }
  }
}
