package lenswacht.assessment.biometric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.biometric.BiometricSystem.Kind;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Feature;

/// Something that may tell faces apart and is not on the register. That it can shows not that it
/// does: a person says which.
///
/// @param name how it is proposed to be called
/// @param kind what sort of system
/// @param assets names of the assets
/// @param because what points to it
public record BiometricCandidate(String name, Kind kind, List<String> assets, Sign because) {
  public BiometricCandidate {
    assets = List.copyOf(assets);
  }

  /// What points to it.
  public enum Sign {
    /// The asset says that it can find or compare faces.
    FACE_FEATURE,
    /// It opens doors and has a camera.
    DOOR_WITH_CAMERA,
    /// Somebody in the building called a service that recognises faces.
    SERVICE_CALLED
  }

  /// What was seen and is on no system of the register.
  ///
  /// @param services who runs the services for faces that were called, by domain
  public static List<BiometricCandidate> of(
      List<SeenAsset> assets, Map<String, String> services, List<BiometricSystem> register) {
    List<String> known = register.stream().flatMap(system -> system.assets().stream()).toList();
    List<BiometricCandidate> candidates = new ArrayList<>();
    for (SeenAsset asset : assets) {
      var features = asset.identification().features();
      AssetKind kind = asset.identification().identity().kind();
      boolean isDoor = kind == AssetKind.DOORBELL || features.contains(Feature.DOOR_CONTROL);
      if (known.contains(asset.address()) || !(features.contains(Feature.FACE) || isDoor)) {
        continue;
      }
      String model = asset.identification().identity().model().orElse("");
      candidates.add(
          new BiometricCandidate(
              (asset.address() + " " + model).strip(),
              isDoor
                  ? Kind.DOOR_TERMINAL
                  : kind == AssetKind.RECORDER ? Kind.RECORDER : Kind.CAMERA,
              List.of(asset.address()),
              features.contains(Feature.FACE) ? Sign.FACE_FEATURE : Sign.DOOR_WITH_CAMERA));
    }
    List<String> names = register.stream().map(BiometricSystem::name).toList();
    new TreeMap<>(services)
        .forEach(
            (domain, operator) -> {
              String name = operator.isEmpty() ? domain : operator + " (" + domain + ")";
              if (!names.contains(name)) {
                candidates.add(
                    new BiometricCandidate(
                        name, Kind.OUTSIDE_SERVICE, List.of(), Sign.SERVICE_CALLED));
              }
            });
    return candidates;
  }
}
