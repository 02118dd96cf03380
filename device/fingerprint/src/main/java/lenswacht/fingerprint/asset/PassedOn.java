package lenswacht.fingerprint.asset;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation.Stated;

/// Tells an address's own answers from those that it passed on. Answers of the makers' own searches
/// name the address of who answers; where a recorder answers for the cameras on its own network,
/// that is another one.
final class PassedOn {
  private static final Map<Observable, String> OWN_ADDRESS =
      Map.of(
          Observable.SADP_FIELD, "IPv4Address=",
          Observable.DHIP_FIELD, "IPv4Address.IPAddress=");
  private static final Pattern DOTTED_QUAD = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  private final Map<EvidenceId, String> said = new HashMap<>();
  private final Set<EvidenceId> own = new HashSet<>();
  private final TreeSet<String> others = new TreeSet<>();

  /// @param address the address that answered
  /// @param sighted everything that was seen there
  PassedOn(InetAddress address, List<Sighted> sighted) {
    if (!(address instanceof Inet4Address)) {
      return;
    }
    for (Sighted one : sighted) {
      if (one.fact() instanceof Stated stated) {
        named(stated)
            .ifPresent(
                text -> {
                  if (text.equals(address.getHostAddress())) {
                    own.add(stated.evidence());
                  } else {
                    said.put(stated.evidence(), text);
                    others.add(text);
                  }
                });
      }
    }
  }

  private static Optional<String> named(Stated stated) {
    String before = OWN_ADDRESS.get(stated.observable());
    if (before == null || !stated.value().startsWith(before)) {
      return Optional.empty();
    }
    String text = stated.value().substring(before.length()).strip();
    if (!DOTTED_QUAD.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress literal = InetAddress.ofLiteral(text);
      return literal.isAnyLocalAddress() ? Optional.empty() : Optional.of(literal.getHostAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether words of others come from this address: it has words of its own beside them, or those
  /// of several others.
  boolean happens() {
    return !others.isEmpty() && (!own.isEmpty() || others.size() > 1);
  }

  /// The address that the one asset here gives itself, where that is another and it is alone.
  Optional<String> anotherName() {
    return happens() || others.isEmpty() ? Optional.empty() : Optional.of(others.first());
  }

  /// The evidence in which the asset gives itself another address.
  List<EvidenceId> evidence() {
    return said.keySet().stream().sorted(Comparator.comparing(EvidenceId::hex)).toList();
  }

  /// Who `sighted` is about: the address that it gives itself, or nothing for the address's own.
  String about(Sighted sighted) {
    return happens() ? said.getOrDefault(sighted.fact().evidence(), "") : "";
  }

  /// What was passed on, by the address that each gives itself; the address's own under an empty
  /// text.
  Map<String, List<Sighted>> sorted(List<Sighted> sighted) {
    Map<String, List<Sighted>> sorted = new TreeMap<>();
    sorted.put("", new ArrayList<>());
    for (Sighted one : sighted) {
      sorted.computeIfAbsent(about(one), first -> new ArrayList<>()).add(one);
    }
    return sorted;
  }
}
