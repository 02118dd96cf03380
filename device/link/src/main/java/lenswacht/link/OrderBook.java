package lenswacht.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedOrder;

/// The device's memory of which orders it took, kept in `orders.json`: of each console the highest
/// number. An order is taken before it is carried out, so that none is carried out twice, whatever
/// happens in between. Safe for several threads.
public final class OrderBook {
  private static final String FILE = "orders.json";
  private static final int LARGEST_FILE = 1 << 20;

  private final Path file;
  private Numbers last;

  private OrderBook(Path file, Numbers last) {
    this.file = file;
    this.last = last;
  }

  /// By SHA-256 of the console's key, in hex.
  private record Numbers(Map<String, Long> last) {
    Numbers {
      last = Map.copyOf(last);
    }
  }

  /// Opens the book kept in `folder`; without one no order was taken yet. Closes the folder to
  /// others.
  ///
  /// @throws IOException if the storage fails or the book is damaged
  public static OrderBook open(Path folder) throws IOException {
    OwnFiles.folder(folder);
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      return new OrderBook(file, new Numbers(Map.of()));
    }
    try {
      return new OrderBook(file, FactJson.read(OwnFiles.read(file, LARGEST_FILE), Numbers.class));
    } catch (MalformedFactException damaged) {
      throw new IOException(file + " is damaged: remove it and pair anew", damaged);
    }
  }

  /// Number of the last order taken from this console; 0 if none was.
  public synchronized long last(Bytes console) {
    return last.last().getOrDefault(console.sha256().hex(), 0L);
  }

  /// Why an order is not taken.
  static final class NotTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    NotTakenException(String why, String detail) {
      super(detail);
      this.why = why;
    }

    /// Key of the reason: `malformed`, `signer-not-trusted`, `other-device` or `old-order`.
    String why() {
      return why;
    }
  }

  /// Takes an order, once.
  ///
  /// @param console the key that the session proved
  /// @param device key of this device
  /// @return what to do
  /// @throws NotTakenException if it is not that console's, not for this device, or not new
  /// @throws IOException if the storage fails; the order is not taken then
  synchronized SignedOrder.Sheet take(SignedOrder order, Bytes console, Bytes device)
      throws NotTakenException, IOException {
    SignedOrder.Opened opened;
    try {
      opened = order.open();
    } catch (MalformedFactException malformed) {
      throw new NotTakenException("malformed", String.valueOf(malformed.getMessage()));
    }
    SignedOrder.Sheet sheet = opened.sheet();
    if (!opened.signer().equals(console)) {
      throw new NotTakenException(
          "signer-not-trusted", "the order is signed by another than the console that sends it");
    }
    if (!sheet.device().equals(device)) {
      throw new NotTakenException("other-device", "the order is for another device");
    }
    if (sheet.number() <= last(console)) {
      throw new NotTakenException(
          "old-order",
          "the order has number "
              + sheet.number()
              + ", and number "
              + last(console)
              + " was taken already");
    }
    Map<String, Long> changed = new HashMap<>(last.last());
    changed.put(console.sha256().hex(), sheet.number());
    keep(new Numbers(changed));
    return sheet;
  }

  private void keep(Numbers changed) throws IOException {
    OwnFiles.write(file, FactJson.writeLine(changed));
    last = changed;
  }
}
