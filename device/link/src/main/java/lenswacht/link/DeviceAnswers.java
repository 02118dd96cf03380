package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;
import lenswacht.observation.SignedOrder;

/// What the device answers to a paired console, question by question.
final class DeviceAnswers {
  private final Conversation talk;
  private final Bytes console;
  private final Identity identity;
  private final PairedPeers peers;
  private final OrderBook orders;
  private final DeviceDesk desk;

  DeviceAnswers(
      Conversation talk, Identity identity, PairedPeers peers, OrderBook orders, DeviceDesk desk)
      throws IOException {
    this.talk = talk;
    this.console = talk.peerKey();
    this.identity = identity;
    this.peers = peers;
    this.orders = orders;
    this.desk = desk;
  }

  /// Answers until the console ends the session.
  ///
  /// @param version of the messages
  void serve(int version) throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      LinkMessage question = talk.hear();
      if (peers.find(console).isEmpty()) {
        talk.say(
            new LinkMessage.Ended(
                LinkException.Reason.NOT_PAIRED, "the device knows this console no more"));
        return;
      }
      if (question.since() > version || question.until() < version) {
        throw Conversation.outOfTurn(question);
      }
      goesOn = answer(question);
    }
  }

  private boolean answer(LinkMessage question) throws IOException {
    switch (question) {
      case LinkMessage.Order order -> talk.say(worded(desk.order(order.mandate())));
      case LinkMessage.Stop _ -> {
        desk.stop();
        talk.say(new LinkMessage.Done());
      }
      case LinkMessage.AskProgress _ -> talk.say(new LinkMessage.ProgressNow(desk.progress()));
      case LinkMessage.AskJournalLength _ ->
          talk.say(new LinkMessage.JournalLength(desk.journalLength()));
      case LinkMessage.AskJournal ask -> talk.sendChunk(piece(ask.offset(), ask.most()));
      case LinkMessage.Acknowledge acknowledge -> {
        desk.acknowledged(console, Math.min(acknowledge.offset(), desk.journalLength()));
        talk.say(new LinkMessage.Done());
      }
      case LinkMessage.AskLastOrder _ -> talk.say(new LinkMessage.LastOrder(orders.last(console)));
      case LinkMessage.AskJournalState _ ->
          talk.say(new LinkMessage.JournalNow(desk.journalState()));
      case LinkMessage.AskBox _ -> talk.say(new LinkMessage.BoxNow(desk.box()));
      case LinkMessage.AskPacked ask -> talk.sendPacked(piece(ask.offset(), ask.most()));
      case LinkMessage.Ordered ordered -> {
        OrderAnswer answer = take(ordered.order());
        talk.say(worded(answer));
        return !(answer instanceof OrderAnswer.Wiped);
      }
      case LinkMessage.Ended _ -> {
        return false;
      }
      case LinkMessage.Hello _,
          LinkMessage.Chosen _,
          LinkMessage.PairingCommitment _,
          LinkMessage.PairingNonce _,
          LinkMessage.PairingReveal _,
          LinkMessage.PairingAnswer _,
          LinkMessage.OrderAccepted _,
          LinkMessage.OrderRefused _,
          LinkMessage.ProgressNow _,
          LinkMessage.JournalLength _,
          LinkMessage.SendEdition _,
          LinkMessage.Wiped _,
          LinkMessage.LastOrder _,
          LinkMessage.JournalNow _,
          LinkMessage.BoxNow _,
          LinkMessage.Done _ ->
          throw Conversation.outOfTurn(question);
    }
    return true;
  }

  private static LinkMessage worded(OrderReply reply) {
    return switch (reply) {
      case OrderReply.Accepted accepted -> new LinkMessage.OrderAccepted(accepted);
      case OrderReply.Refused refused -> new LinkMessage.OrderRefused(refused);
    };
  }

  private static LinkMessage worded(OrderAnswer answer) {
    return switch (answer) {
      case OrderAnswer.Begun(String run) ->
          new LinkMessage.OrderAccepted(new OrderReply.Accepted(run));
      case OrderAnswer.Done _ -> new LinkMessage.Done();
      case OrderAnswer.Wiped(List<String> what) -> new LinkMessage.Wiped(what);
      case OrderAnswer.Refused(String why, String detail) ->
          new LinkMessage.OrderRefused(new OrderReply.Refused(why, detail));
    };
  }

  private Bytes piece(long offset, int most) throws IOException {
    long length = desk.journalLength();
    long readable = Math.max(0, length - offset);
    try (InputStream journal = desk.journalFrom(Math.min(offset, length))) {
      return Bytes.of(journal.readNBytes((int) Math.min(most, readable)));
    }
  }

  private OrderAnswer take(SignedOrder order) throws IOException {
    try {
      SignedOrder.Sheet sheet = orders.take(order, console, identity.key());
      if (sheet.order() instanceof Order.Delivery delivery) {
        Optional<OrderAnswer.Refused> refused = receive(delivery);
        if (refused.isPresent()) {
          return refused.get();
        }
      }
      return desk.carryOut(console, order, sheet.order());
    } catch (OrderBook.NotTakenException refused) {
      return new OrderAnswer.Refused(refused.why(), String.valueOf(refused.getMessage()));
    }
  }

  private Optional<OrderAnswer.Refused> receive(Order.Delivery delivery) throws IOException {
    Optional<OrderAnswer.Refused> objection = desk.objection(delivery);
    if (objection.isPresent()) {
      return objection;
    }
    Inbox inbox = new Inbox(desk.place(delivery), delivery);
    talk.say(new LinkMessage.SendEdition(inbox.held()));
    while (inbox.held() < delivery.octets()) {
      inbox.add(talk.hearChunk());
    }
    return inbox.close()
        ? Optional.empty()
        : Optional.of(
            new OrderAnswer.Refused("altered", "what came has another hash than was ordered"));
  }
}
