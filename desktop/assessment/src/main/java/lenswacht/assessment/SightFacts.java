package lenswacht.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Picture;

/// Fields that observations fill by themselves.
final class SightFacts {
  private static final double FACE_WIDTH_METRES = 0.16;
  private static final double RELIABLE_DENSITY = 635;
  private static final int LONGEST_PARAMETER = 200;

  private final List<EvidenceId> relayOn = new ArrayList<>();
  private final List<EvidenceId> relayOff = new ArrayList<>();
  private final List<EvidenceId> notActivated = new ArrayList<>();
  private final List<EvidenceId> loginAsked = new ArrayList<>();
  private final Told open = new Told();
  private final Told anonymous = new Told();
  private final Told cleartext = new Told();
  private final List<Picture> pictures = new ArrayList<>();

  /// Evidence together with the words that go into the sentence.
  private static final class Told {
    final List<EvidenceId> evidence = new ArrayList<>();
    final TreeSet<String> words = new TreeSet<>();

    void add(EvidenceId id, String word) {
      evidence.add(id);
      words.add(word);
    }

    String text() {
      String text = String.join(", ", words);
      return text.length() <= LONGEST_PARAMETER
          ? text
          : text.substring(0, LONGEST_PARAMETER) + "...";
    }
  }

  private SightFacts() {}

  /// The fields that the observations of `asset` fill.
  ///
  /// @param whole whether everything that was to be asked was asked
  static Map<String, FieldValue> read(SeenAsset asset, boolean whole) {
    SightFacts sight = new SightFacts();
    asset.observations().forEach(sight::take);
    return sight.fields(whole);
  }

  private void take(Observation observation) {
    switch (observation) {
      case Observation.Stated seen -> {
        if (seen.observable() == Observable.RTSP_REALM) {
          loginAsked.add(seen.evidence());
        }
      }
      case Observation.OpenStream seen -> open.add(seen.evidence(), seen.path());
      case Observation.Activation seen -> {
        if (!seen.activated()) {
          notActivated.add(seen.evidence());
        }
      }
      case Observation.CloudRelay seen ->
          (seen.enabled() ? relayOn : relayOff).add(seen.evidence());
      case Observation.AnonymousRead seen -> anonymous.add(seen.evidence(), seen.operation());
      case Observation.Cleartext seen -> cleartext.add(seen.evidence(), seen.protocol());
      case Observation.Picture seen -> pictures.add(seen);
      case Observation.Listening _,
          Observation.HardwareAddress _,
          Observation.ClockOffset _,
          Observation.Outbound _,
          Observation.OuterAddress _,
          Observation.PortMapping _,
          Observation.MappingsRead _,
          Observation.OpensPorts _,
          Observation.SixFirewall _,
          Observation.Channel _ -> {
        // Nothing in the pack asks for these.
      }
    }
  }

  private Map<String, FieldValue> fields(boolean whole) {
    Map<String, FieldValue> fields = new TreeMap<>();
    if (!relayOn.isEmpty()) {
      fields.put("exposure.vendor_p2p_or_cloud", FieldValue.yes(relayOn, Map.of()));
    } else if (!relayOff.isEmpty() && whole) {
      fields.put("exposure.vendor_p2p_or_cloud", FieldValue.no(relayOff));
    }
    if (!notActivated.isEmpty()) {
      fields.put("weakness.default_or_blank_credential", FieldValue.yes(notActivated, Map.of()));
    }
    if (!open.evidence.isEmpty()) {
      fields.put(
          "weakness.open_stream", FieldValue.yes(open.evidence, Map.of("paths", open.text())));
    } else if (!loginAsked.isEmpty() && whole) {
      fields.put("weakness.open_stream", FieldValue.no(loginAsked));
    }
    if (!anonymous.evidence.isEmpty()) {
      fields.put(
          "weakness.anonymous_read",
          FieldValue.yes(anonymous.evidence, Map.of("operations", anonymous.text())));
    }
    if (!cleartext.evidence.isEmpty()) {
      fields.put(
          "weakness.cleartext_mgmt_or_rtsp",
          FieldValue.yes(cleartext.evidence, Map.of("protocols", cleartext.text())));
    }
    faces().ifPresent(value -> fields.put("image.px_per_m", value));
    return fields;
  }

  /// A face that is wide enough already shows that recognition is reliable. A narrow face shows
  /// nothing: nearer ones may be wider.
  private Optional<FieldValue> faces() {
    return pictures.stream()
        .filter(picture -> picture.faces() > 0)
        .max(Comparator.comparingInt(Picture::smallestFace))
        .filter(picture -> picture.smallestFace() / FACE_WIDTH_METRES >= RELIABLE_DENSITY)
        .map(
            picture ->
                density(
                    Math.round(picture.smallestFace() / FACE_WIDTH_METRES), picture.evidence()));
  }

  /// Pixel density of the widest picture over a scene of `metres`.
  static Optional<FieldValue> density(SeenAsset asset, double metres) {
    return asset.observations().stream()
        .filter(Picture.class::isInstance)
        .map(Picture.class::cast)
        .max(Comparator.comparingInt(Picture::width))
        .filter(picture -> metres > 0 && picture.width() > 0)
        .map(picture -> density(Math.round(picture.width() / metres), picture.evidence()));
  }

  private static FieldValue density(long pixels, EvidenceId evidence) {
    String text = Long.toString(Math.min(pixels, 999_999_999L));
    return FieldValue.of(text, List.of(evidence), Map.of("pxPerM", text));
  }
}
