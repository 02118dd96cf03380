package lenswacht.probe.net;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lenswacht.observation.Service;

/// Hears what a sweep finds while it sweeps, on the thread that sweeps.
public interface SweepListener {
  /// A service accepts connections.
  void open(Service service);

  /// An address is in use. Told once per question, address and hardware address, so that two hosts
  /// with one address are both told.
  void answered(HostAnswer answer);

  /// Now and then: how many addresses' worth of ports have been asked.
  void reached(long addresses);

  /// A listener to open services and the way that was made alone.
  static SweepListener of(Consumer<Service> onOpen, LongConsumer onProgress) {
    return new SweepListener() {
      @Override
      public void open(Service service) {
        onOpen.accept(service);
      }

      @Override
      public void answered(HostAnswer answer) {
        // Only open services are of interest.
      }

      @Override
      public void reached(long addresses) {
        onProgress.accept(addresses);
      }
    };
  }
}
