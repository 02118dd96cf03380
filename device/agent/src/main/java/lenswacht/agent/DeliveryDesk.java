package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lenswacht.agent.update.UpdateDesk;
import lenswacht.link.OrderAnswer;
import lenswacht.observation.Order;

/// Takes in what consoles send: programs and editions of knowledge.
final class DeliveryDesk {
  private final Path home;
  private final UpdateDesk updates;
  private final Runnable restart;

  /// @param home the folder for all that is kept
  /// @param restart ends this program in a moment, so that another is started
  DeliveryDesk(Path home, UpdateDesk updates, Runnable restart) {
    this.home = home;
    this.updates = updates;
    this.restart = restart;
  }

  /// Why the octets that follow an order need not be sent; empty where they may come.
  Optional<OrderAnswer.Refused> objection(Order.Delivery delivery) throws IOException {
    return delivery instanceof Order.TakeProgram program
        ? updates.objection(program, place(program))
        : Optional.empty();
  }

  /// The file into which the octets are put once they are whole.
  Path place(Order.Delivery delivery) {
    return delivery instanceof Order.TakeEdition edition
        ? home.resolve("editions").resolve(edition.name())
        : home.resolve("received").resolve("program");
  }

  /// Uses an edition from the next run on.
  ///
  /// @param noted puts the order into the journal, or says why that cannot be
  OrderAnswer take(Order.TakeEdition edition, Supplier<Optional<OrderAnswer.Refused>> noted) {
    Optional<OrderAnswer.Refused> refused = noted.get();
    return refused.isPresent() ? refused.get() : new OrderAnswer.Done();
  }

  /// Puts a program on trial and ends this one.
  ///
  /// @param noted puts the order into the journal, or says why that cannot be
  OrderAnswer take(Order.TakeProgram program, Supplier<Optional<OrderAnswer.Refused>> noted)
      throws IOException {
    Optional<OrderAnswer.Refused> refused = updates.take(program, place(program), noted);
    if (refused.isPresent()) {
      return refused.get();
    }
    restart.run();
    return new OrderAnswer.Done();
  }
}
