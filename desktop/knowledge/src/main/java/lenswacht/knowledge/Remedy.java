package lenswacht.knowledge;

import java.util.List;
import java.util.Locale;

/// One concrete step that could be advised. It counts only after proof.
///
/// @param id for example `M07`
/// @param nl what to do, in Dutch
/// @param en what to do, in English
/// @param costClass `C0` to `C4`, a placeholder until the buyer's own price list replaces it
/// @param clears rules that it silences
/// @param caps factors that it limits, as `E_BIO<=2`
/// @param capsIfQuiet rules that must not fire for the caps to count
/// @param perAsset whether it is paid and done per asset; otherwise once per site
/// @param affectsPurpose whether it touches what the camera is for, so that the owner must agree
/// @param citation where the policy carries it
public record Remedy(
    String id,
    String nl,
    String en,
    String costClass,
    List<String> clears,
    List<String> caps,
    List<String> capsIfQuiet,
    boolean perAsset,
    boolean affectsPurpose,
    String citation) {
  public Remedy {
    clears = List.copyOf(clears);
    caps = List.copyOf(caps);
    capsIfQuiet = List.copyOf(capsIfQuiet);
  }

  /// What to do, in Dutch if `locale` is Dutch, else in English.
  public String title(Locale locale) {
    return locale.getLanguage().equals("nl") ? nl : en;
  }
}
