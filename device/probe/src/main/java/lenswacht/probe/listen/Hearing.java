package lenswacht.probe.listen;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// Passes on what is heard: each fact once, and only of hosts that the mandate covers. What a host
/// says before its address is known waits until the address is heard. Memory is bounded, whoever
/// speaks. Safe for several threads.
public final class Hearing {
  private static final int MOST_SERVICES = 65_536;
  private static final int MOST_FACTS = 192;
  private static final int MOST_WAITING = 4096;
  private static final int MOST_WAITING_EACH = 16;

  private final Predicate<InetAddress> covered;
  private final Consumer<Heard> listener;
  private final Map<Service, Set<String>> known = new HashMap<>();
  private final Map<MacAddress, InetAddress> addresses = new HashMap<>();
  private final Map<MacAddress, List<Announcement>> waiting = new HashMap<>();
  private long strangers;
  private long crowded;

  /// @param covered whose words are kept
  /// @param listener hears of each new fact, on the thread that brought it
  public Hearing(Predicate<InetAddress> covered, Consumer<Heard> listener) {
    this.covered = covered;
    this.listener = listener;
  }

  /// Takes what a host said at a known address.
  synchronized void take(Heard heard) {
    if (!covered.test(heard.service().address())) {
      strangers++;
      return;
    }
    Set<String> facts = known.get(heard.service());
    if (facts == null) {
      if (known.size() == MOST_SERVICES) {
        crowded++;
        return;
      }
      facts = new HashSet<>();
      known.put(heard.service(), facts);
    }
    List<Observation> news = new ArrayList<>();
    for (Observation fact : heard.outcome().observations()) {
      if (facts.size() >= MOST_FACTS) {
        crowded++;
      } else if (facts.add(withoutEvidence(fact))) {
        news.add(fact);
      }
    }
    if (!news.isEmpty()) {
      listener.accept(
          new Heard(
              heard.by(),
              heard.service(),
              new ProbeOutcome.Answered(news, heard.outcome().evidence())));
    }
  }

  /// Takes an announcement; one without an address waits for it.
  synchronized void take(Announcement announcement) {
    if (announcement.address().isPresent()) {
      InetAddress address = announcement.address().get();
      take(announcement.at(address));
      announcement.mac().ifPresent(mac -> learn(mac, address));
      return;
    }
    if (announcement.mac().isEmpty()) {
      return;
    }
    MacAddress mac = announcement.mac().get();
    InetAddress address = addresses.get(mac);
    if (address != null) {
      take(announcement.at(address));
    } else if (waiting.containsKey(mac) || waiting.size() < MOST_WAITING) {
      List<Announcement> queue = waiting.computeIfAbsent(mac, first -> new ArrayList<>());
      if (queue.size() < MOST_WAITING_EACH) {
        queue.add(announcement);
      }
    } else {
      crowded++;
    }
  }

  /// The first address that is heard for a hardware address counts; a router that answers for
  /// others has many.
  private void learn(MacAddress mac, InetAddress address) {
    if (addresses.size() < MOST_SERVICES && addresses.putIfAbsent(mac, address) == null) {
      List<Announcement> queue = waiting.remove(mac);
      if (queue != null) {
        queue.forEach(announcement -> take(announcement.at(address)));
      }
    }
  }

  private static String withoutEvidence(Observation fact) {
    return fact.toString().replace(fact.evidence().toString(), "");
  }

  /// Number of facts left out because the mandate does not cover who said them.
  synchronized long strangers() {
    return strangers;
  }

  /// What was heard and could not be kept, a sentence each.
  synchronized List<String> lost() {
    List<String> lost = new ArrayList<>();
    if (!waiting.isEmpty()) {
      lost.add("announcements of " + waiting.size() + " hosts whose address was not heard");
    }
    if (crowded > 0) {
      lost.add(crowded + " facts beyond the number that is kept");
    }
    return lost;
  }
}
