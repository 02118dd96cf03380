package lenswacht.report;

import java.util.List;
import java.util.Map;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.knowledge.Edition;

/// A door that knows faces, and a system of the police.
final class SampleBiometric {
  private SampleBiometric() {}

  static List<RatedSystem> systems(Edition edition) {
    BiometricSystem door =
        new BiometricSystem(
            "Main entrance <b>",
            BiometricSystem.Kind.DOOR_TERMINAL,
            List.of("192.0.2.1"),
            Map.of(
                BiometricField.PURPOSE,
                "access of staff",
                BiometricField.REGIME,
                "avg",
                BiometricField.ORIGIN,
                "own-enrolment",
                BiometricField.REVIEW_OUTCOME,
                "none"));
    BiometricSystem police =
        new BiometricSystem(
            "CATCH",
            BiometricSystem.Kind.POLICE_SYSTEM,
            List.of(),
            Map.of(BiometricField.AUTHORITY_PER_SEARCH, "yes"));
    return List.of(
        RatedSystem.of(door, Map.of(), edition), RatedSystem.of(police, Map.of(), edition));
  }
}
