package lenswacht.console.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.biometric.BiometricCandidate;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.KeptSystem;
import lenswacht.casefile.RegisterCandidates;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;

/// The register of a case, and what may belong on it.
///
/// @param systems each with what the rules say of it
/// @param candidates what was seen and is on no system
record Registered(List<One> systems, List<BiometricCandidate> candidates) {
  Registered {
    systems = List.copyOf(systems);
    candidates = List.copyOf(candidates);
  }

  /// A system on the register.
  ///
  /// @param kept what was said of it, by whom and when
  /// @param rated what the rules say of it
  record One(KeptSystem kept, RatedSystem rated) {
    String name() {
      return kept.system().name();
    }
  }

  static Registered of(CaseFile file, Identifier identifier, Edition edition)
      throws CaseFileException {
    Map<String, String> site = file.answers().site();
    List<One> systems = new ArrayList<>();
    for (KeptSystem kept : file.decisions().register()) {
      systems.add(new One(kept, RatedSystem.of(kept.system(), site, edition)));
    }
    return new Registered(systems, RegisterCandidates.of(file, identifier));
  }
}
