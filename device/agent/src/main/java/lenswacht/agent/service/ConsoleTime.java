package lenswacht.agent.service;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.Bytes;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.Order;
import lenswacht.observation.SignedOrder;

/// The time as a console ordered it. Agent and packet filter both reckon from this, so that they
/// agree when a mandate ends.
///
/// @param own what the computer's clock said when the order came
/// @param order signed by the console
public record ConsoleTime(Instant own, SignedOrder order) {
  /// How far the console's time is ahead of the computer's; empty where the order sets no clock, is
  /// for another device, or is signed by a stranger.
  ///
  /// @param consoles keys of the paired consoles, X.509 form
  /// @param device key of this device, X.509 form
  public Optional<Duration> ahead(Set<Bytes> consoles, Bytes device) {
    try {
      SignedOrder.Opened opened = order.open();
      return opened.sheet().order() instanceof Order.SetClock(Instant at)
              && consoles.contains(opened.signer())
              && opened.sheet().device().equals(device)
          ? Optional.of(Duration.between(own, at))
          : Optional.empty();
    } catch (MalformedFactException altered) {
      return Optional.empty();
    }
  }

  /// As it is kept: a line, and the order.
  String text() {
    return own + "\n" + order.text();
  }

  /// What was kept; empty where it is damaged.
  public static Optional<ConsoleTime> parse(String text) {
    int line = text.indexOf('\n');
    try {
      return line < 0
          ? Optional.empty()
          : Optional.of(
              new ConsoleTime(
                  Instant.parse(text.substring(0, line)),
                  new SignedOrder(text.substring(line + 1))));
    } catch (DateTimeException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
