package lenswacht.probe.question;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;

/// Whether what was observed so far points somewhere. Hints decide which further question is worth
/// putting; they never say what an asset is.
public final class Hint {
  private static final Set<String> VIDEO =
      Set.of("camera", "ipcam", "webcam", "nvr", "dvr", "video", "onvif", "surveillance", "cctv");

  private Hint() {}

  /// Whether a text read from any of `observables` was observed.
  public static boolean has(Collection<Observation> soFar, Observable... observables) {
    List<Observable> wanted = List.of(observables);
    return soFar.stream()
        .anyMatch(
            fact ->
                fact instanceof Observation.Stated stated && wanted.contains(stated.observable()));
  }

  /// Whether any observed text contains one of `words`, whatever the case.
  public static boolean says(Collection<Observation> soFar, String... words) {
    for (Observation fact : soFar) {
      if (fact instanceof Observation.Stated stated) {
        String lower = stated.value().toLowerCase(Locale.ROOT);
        for (String word : words) {
          if (lower.contains(word)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Whether the host has anything to do with video: it speaks a video protocol, or says so.
  public static boolean isVideo(Collection<Observation> soFar) {
    return soFar.stream().anyMatch(Hint::isVideo);
  }

  private static boolean isVideo(Observation fact) {
    if (!(fact instanceof Observation.Stated stated)) {
      return false;
    }
    String source = stated.observable().name();
    if (source.startsWith("RTSP_")
        || source.startsWith("ONVIF_")
        || source.startsWith("SADP_")
        || source.startsWith("DHIP_")) {
      return true;
    }
    String lower = stated.value().toLowerCase(Locale.ROOT);
    return stated.observable() != Observable.HTTP_BODY && VIDEO.stream().anyMatch(lower::contains);
  }
}
