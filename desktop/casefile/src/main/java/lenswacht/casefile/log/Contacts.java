package lenswacht.casefile.log;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.casefile.log.Contact.Whom;
import lenswacht.fingerprint.domain.Domain;
import lenswacht.observation.AddressRange;
import org.jspecify.annotations.Nullable;

/// Adds up contacts. Bounded, whatever a log holds.
final class Contacts {
  private static final int MOST = 200_000;
  private static final int MOST_TEXTS = 65_536;
  private static final int MOST_ADDRESSES = 65_536;
  private static final int MOST_SEGMENTS = 4096;

  private final ClientPolicy policy;
  private final Map<Key, Sum> sums = new HashMap<>();
  private final Map<String, InetAddress> clients = new HashMap<>();
  private final Map<String, Domain> reached = new HashMap<>();
  private final Set<AddressRange> segments = new HashSet<>();
  private long beyond;

  private record Key(Whom whom, Domain domain) {}

  private static final class Sum {
    private long times;
    private @Nullable Instant first;
    private @Nullable Instant last;
  }

  Contacts(ClientPolicy policy) {
    this.policy = policy;
  }

  /// Counts one.
  ///
  /// @return what is wrong with the client, or null
  @Nullable String count(String client, Domain domain, Optional<Instant> at) {
    Optional<InetAddress> known = address(client);
    if (known.isEmpty()) {
      return "who asked is no address";
    }
    InetAddress address = known.get();
    Key key = new Key(policy.whom(address, domain.purpose()), domain);
    Sum sum = sums.get(key);
    if (sum == null) {
      if (sums.size() == MOST) {
        beyond++;
        return null;
      }
      sum = new Sum();
      sums.put(key, sum);
    }
    sum.times++;
    if (at.isPresent()) {
      Instant moment = at.get();
      sum.first = sum.first == null || moment.isBefore(sum.first) ? moment : sum.first;
      sum.last = sum.last == null || moment.isAfter(sum.last) ? moment : sum.last;
    }
    return null;
  }

  private Optional<InetAddress> address(String client) {
    InetAddress address = clients.get(client);
    if (address == null) {
      try {
        address = InetAddress.ofLiteral(bare(client));
      } catch (IllegalArgumentException noAddress) {
        return Optional.empty();
      }
      if (clients.size() < MOST_TEXTS) {
        clients.put(client, address);
      }
    }
    return Optional.of(address);
  }

  /// Notes that somebody asked for something, whatever it was.
  void spoke(String client) {
    if (segments.size() < MOST_SEGMENTS) {
      address(client).flatMap(policy::segment).ifPresent(segments::add);
    }
  }

  /// The segments that matter to the case of which somebody asked for something.
  Set<AddressRange> segments() {
    return segments;
  }

  private static String bare(String client) {
    int port = client.lastIndexOf(':');
    boolean withPort = port > 0 && client.indexOf(':') == port && client.indexOf('.') > 0;
    return withPort ? client.substring(0, port) : client;
  }

  /// Notes that a name of the catalogue was answered with these addresses.
  void answered(String answers, Domain domain) {
    for (String answer : answers.split(",", 64)) {
      String address = answer.replace("\"", "").strip();
      boolean isAddress = address.indexOf(':') > 0 || address.matches("[0-9.]{7,15}");
      if (isAddress && reached.size() < MOST_ADDRESSES) {
        reached.put(address, domain);
      }
    }
  }

  /// The name of the catalogue that was answered with this address before.
  Optional<Domain> reached(String address) {
    return reached.isEmpty() ? Optional.empty() : Optional.ofNullable(reached.get(address));
  }

  boolean knowsAddresses() {
    return !reached.isEmpty();
  }

  /// Number of contacts that were not kept because there were too many different ones.
  long beyond() {
    return beyond;
  }

  List<Contact> all() {
    List<Contact> all = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            all.add(
                new Contact(
                    key.whom,
                    key.domain,
                    sum.times,
                    Optional.ofNullable(sum.first),
                    Optional.ofNullable(sum.last))));
    return all;
  }

  /// Forgets what was added up, but not which name was answered with which address.
  void next() {
    sums.clear();
    segments.clear();
    beyond = 0;
  }
}
