package lenswacht.casefile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.assessment.biometric.BiometricCandidate;
import lenswacht.fingerprint.Identifier;

/// What was seen in a case and is on no system of its register.
public final class RegisterCandidates {
  private RegisterCandidates() {}

  /// All of them.
  public static List<BiometricCandidate> of(CaseFile file, Identifier identifier)
      throws CaseFileException {
    Map<String, String> services = new TreeMap<>();
    for (KeptContact contact : file.contacts()) {
      if (contact.purpose().isAboutFaces()) {
        services.put(contact.domain(), contact.operator());
      }
    }
    return BiometricCandidate.of(
        file.assets(identifier),
        services,
        file.decisions().register().stream().map(KeptSystem::system).toList());
  }
}
