package lenswacht.assessment.review;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.observation.Bytes;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.FactJson;

/// Something the machine proposes and people decide on.
///
/// @param kind what it is about
/// @param name of the asset, the zones, the system; empty for the site as a whole
/// @param mac hardware address of the asset, by which it is known again at another address
/// @param about which of several statements of its kind on that: an axis, a control, a party
/// @param content what it says, as machines write it; without addresses, moments and evidence, so
///     that a new visit that sees the same says the same
/// @param proposed what the machine concludes
/// @param allowed the conclusions that the evidence carries, in the order of the list
/// @param evidence what it rests on
/// @param lastSeen when that was last met; empty where it is no single thing
public record Statement(
    StatementKind kind,
    String name,
    Optional<String> mac,
    String about,
    Map<String, String> content,
    Conclusion proposed,
    List<Conclusion> allowed,
    List<EvidenceId> evidence,
    Optional<Instant> lastSeen) {
  public Statement {
    content = Collections.unmodifiableMap(new TreeMap<>(content));
    allowed = kind.list().stream().filter(allowed::contains).toList();
    evidence = List.copyOf(evidence);
    if (!allowed.contains(proposed)) {
      throw new IllegalArgumentException("the evidence does not carry " + proposed);
    }
  }

  /// What stays the same when its content changes.
  public String key() {
    return String.join("|", kind.word(), mac.orElse(name), about);
  }

  /// Whether `other` is on the same thing: one key, or the same name where the hardware address of
  /// one of them is not known.
  public boolean isSameAs(Statement other) {
    return key().equals(other.key())
        || (kind == other.kind
            && name.equals(other.name)
            && about.equals(other.about)
            && (mac.isEmpty() || other.mac.isEmpty()));
  }

  /// SHA-256 of what people decide on, 64 hex digits: what it says, what the machine concludes and
  /// what the evidence carries.
  public String hash() {
    byte[] text = FactJson.writeLine(new Hashed(kind, about, content, proposed, allowed));
    return Bytes.of(text).sha256().hex();
  }

  private record Hashed(
      StatementKind kind,
      String about,
      Map<String, String> content,
      Conclusion proposed,
      List<Conclusion> allowed) {}
}
