package lenswacht.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// Finds out behind which serial ports one of ours speaks, whatever the ports are called.
///
/// It only listens: what else may hang on the ports of a computer gets not one octet.
public final class SerialPorts {
  /// More ports than this are not looked at.
  private static final int MOST = 64;

  private SerialPorts() {}

  /// The serial ports of this computer.
  public static List<String> all() {
    return Arrays.stream(SerialPort.getCommPorts())
        .map(SerialPort::getSystemPortPath)
        .limit(MOST)
        .toList();
  }

  /// Those of `ports` on which one of ours was heard. Ports that cannot be opened are passed over.
  ///
  /// @param time to listen; longer than one of ours stays silent
  public static List<String> greeting(List<String> ports, Duration time) {
    try (ExecutorService ears =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("line-ear").factory())) {
      List<Future<Boolean>> heard =
          ports.stream().map(port -> ears.submit(() -> greets(port, time))).toList();
      List<Boolean> answers = heard.stream().map(SerialPorts::answer).toList();
      return IntStream.range(0, ports.size()).filter(answers::get).mapToObj(ports::get).toList();
    }
  }

  private static boolean answer(Future<Boolean> heard) {
    try {
      return heard.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean greets(String port, Duration time) {
    try (OctetLine line = SerialPortLine.open(port)) {
      LineSplitter splitter = new LineSplitter(new LinePacketCodec(), new LineNoise());
      AtomicBoolean heard = new AtomicBoolean();
      byte[] octets = new byte[4096];
      long began = System.nanoTime();
      while (!heard.get() && System.nanoTime() - began < time.toNanos()) {
        splitter.take(octets, line.read(octets), _ -> heard.set(true));
      }
      return heard.get();
    } catch (IOException absent) {
      return false;
    }
  }
}
