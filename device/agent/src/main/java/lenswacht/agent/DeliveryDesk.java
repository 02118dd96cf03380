package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lenswacht.agent.update.Publishers;
import lenswacht.agent.update.UpdateDesk;
import lenswacht.fingerprint.Catalogue;
import lenswacht.link.OrderAnswer;
import lenswacht.observation.BoxNote;
import lenswacht.observation.Order;

/// Takes in what consoles send: programs and editions of knowledge.
final class DeliveryDesk {
  private final Path home;
  private final UpdateDesk updates;
  private final KnowledgeShelf knowledge;
  private final Runnable restart;

  /// @param home the folder for all that is kept
  /// @param publishers whose packages are taken
  /// @param restart ends this program in a moment, so that another is started
  DeliveryDesk(Path home, Publishers publishers, UpdateDesk updates, Runnable restart) {
    this.home = home;
    this.knowledge = new KnowledgeShelf(home.resolve("editions"), publishers);
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
    return delivery instanceof Order.TakeEdition
        ? knowledge.place()
        : home.resolve("received").resolve("program");
  }

  /// Uses an edition from the next run on.
  ///
  /// @param noted puts the order into the journal, or says why that cannot be
  OrderAnswer take(Supplier<Optional<OrderAnswer.Refused>> noted) throws IOException {
    Optional<OrderAnswer.Refused> refused = knowledge.objection().or(noted);
    if (refused.isPresent()) {
      return refused.get();
    }
    knowledge.keep();
    return new OrderAnswer.Done();
  }

  /// The catalogue for the next run.
  ///
  /// @param noted puts into the journal which it is
  Catalogue catalogue(Consumer<BoxNote> noted) throws IOException {
    return knowledge.catalogue(noted);
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
