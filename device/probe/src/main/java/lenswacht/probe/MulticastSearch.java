package lenswacht.probe;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.probe.dhip.DhipProbe;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.Reply;
import lenswacht.probe.net.SearchOutcome;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.sadp.SadpProbe;
import lenswacht.probe.ssdp.SsdpProbe;
import lenswacht.probe.wsdiscovery.WsDiscoveryProbe;

/// Asks whole subnets at once: WS-Discovery, SADP, SSDP and DHIP, each once by multicast, on every
/// network interface whose subnet lies wholly inside the mandate. Answers are read by the same
/// probes that ask one host at a time.
public final class MulticastSearch {
  private final NetworkDoor door;

  /// A search through `door`.
  public MulticastSearch(NetworkDoor door) {
    this.door = door;
  }

  /// What was found, and where nothing could be asked.
  ///
  /// @param answers one per answer of a host inside the mandate
  /// @param reasons `interface: reason` for each interface that was passed over or failed
  /// @param strangers number of answers from outside the mandate, which were not looked at
  public record Outcome(List<Probed> answers, List<String> reasons, long strangers) {
    public Outcome {
      answers = List.copyOf(answers);
      reasons = List.copyOf(reasons);
    }
  }

  /// Searches on every interface that is up. Takes about as long as answers are awaited.
  public Outcome search() throws InterruptedException {
    List<Search> searches = new ArrayList<>();
    for (NetworkInterface nic : interfaces()) {
      for (DatagramProbe probe : probes()) {
        searches.add(new Search(nic, probe));
      }
    }
    List<Probed> answers = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    long strangers = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SearchOutcome>> running = threads.invokeAll(searches);
      for (int i = 0; i < running.size(); i++) {
        Search search = searches.get(i);
        SearchOutcome outcome = finished(running.get(i));
        outcome.heard().forEach(heard -> answers.add(search.read(heard)));
        outcome.impossible().ifPresent(why -> note(reasons, search.nic.getName() + ": " + why));
        strangers += outcome.strangers();
      }
    }
    return new Outcome(answers, reasons, strangers);
  }

  private static List<DatagramProbe> probes() {
    return List.of(new WsDiscoveryProbe(), new SadpProbe(), new SsdpProbe(), new DhipProbe());
  }

  /// One question on one interface.
  private final class Search implements Callable<SearchOutcome> {
    private final NetworkInterface nic;
    private final DatagramProbe probe;

    Search(NetworkInterface nic, DatagramProbe probe) {
      this.nic = nic;
      this.probe = probe;
    }

    @Override
    public SearchOutcome call() throws InterruptedException {
      return door.search(nic, probe.requests().toArray(DatagramRequest[]::new));
    }

    Probed read(Reply.Heard heard) {
      return new Probed(probe.name(), heard.from(), probe.read(heard));
    }
  }

  private static SearchOutcome finished(Future<SearchOutcome> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a search broke down", bug.getCause());
    }
  }

  private static void note(List<String> reasons, String reason) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
  }

  private static List<NetworkInterface> interfaces() {
    try {
      List<NetworkInterface> up = new ArrayList<>();
      for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
        if (nic.isUp()) {
          up.add(nic);
        }
      }
      return up;
    } catch (SocketException none) {
      return List.of();
    }
  }
}
