package lenswacht.simulator;

import java.util.Map;
import java.util.Set;

/// The UDP ports of makers' own searches: where everybody hears them, where they are answered, and
/// what on them is a search and nothing more.
final class MakerPorts {
  /// Ports whose searches are sent to the broadcast address.
  static final Set<Integer> BROADCAST =
      Set.of(
          2000, 1757, 2380, 3600, 5050, 7701, 8600, 10_000, 10_001, 10_670, 20_002, 34_569, 37_810);

  /// Ports whose answers go to a fixed port, whatever port the search came from.
  private static final Map<Integer, Integer> ANSWERED_AT =
      Map.of(
          7701, 7711,
          1757, 1758,
          10_670, 10_669,
          2000, 3000,
          23_456, 23_456,
          2380, 2380);

  private MakerPorts() {}

  /// The port that answers from `port` go to.
  static int answeredAt(int port, int askedFrom) {
    return ANSWERED_AT.getOrDefault(port, askedFrom);
  }

  /// Whether `heard`, one character a byte, is more than the search that belongs to `port`; false
  /// for ports that belong to no maker.
  static boolean isMoreThanSearch(int port, String heard) {
    return switch (port) {
      case 34_569 -> number(heard, 14) != 1530;
      case 23_456 -> !heard.startsWith("MHED") || number(heard, 8) != 1;
      case 7701 -> !heard.startsWith("\u0001");
      case 1757 -> !heard.startsWith("\u00ff\u0000\u0006\u00de", 8);
      case 2380 -> !heard.equals("\u0002ENQ:allinfo\u00ff\u0003");
      case 10_670 -> !heard.startsWith("\u0000\u0001\u0000\u0000\u0000\r");
      case 10_000 ->
          !(heard.startsWith("J]\u008f\u001c", 1) && heard.length() == 5)
              && !(heard.startsWith("MO_I") && heard.startsWith("\u0004", 15));
      case 8600 -> !heard.equals("DH\u0001\u0001");
      case 10_001 ->
          !heard.equals("\u0001\u0000\u0000\u0000") && !heard.equals("\u0002\b\u0000\u0000");
      case 2000 -> !heard.equals("\u00aa\u00aa\u0000\u0000");
      case 3600 -> !heard.equals("DISCOVER\n");
      case 5050 -> !heard.startsWith("\u00a3\u0001");
      case 20_002 -> !heard.startsWith("\u0002\u0000\u0000\u0001");
      default -> false;
    };
  }

  private static int number(String heard, int at) {
    return heard.length() < at + 2 ? -1 : heard.charAt(at) | heard.charAt(at + 1) << 8;
  }
}
