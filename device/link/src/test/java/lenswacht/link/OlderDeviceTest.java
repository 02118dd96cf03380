package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lenswacht.link.tls.SecureChannel;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// This console before a device that knows the first version only, as it was released.
class OlderDeviceTest {
  @TempDir Path folder;

  @Test
  void scan_stop_and_journal_work_and_other_orders_are_said_to_be_too_new() throws Exception {
    List<LinkMessage> heard = new ArrayList<>();
    try (TwoEnds ends = new TwoEnds(folder).paired();
        ServerSocket door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      byte[] journal = ends.writeJournal(200_000);
      Thread device = Thread.ofVirtual().start(() -> serve(door, ends, journal, heard));
      LinkAddress.Tcp address = TwoEnds.loopback(door.getLocalPort());
      try (ConsoleLink console = ends.connect(Cables.open(address))) {
        assertThat(console.takesOrders()).isFalse();
        assertThat(console.order(ends.mandate())).isEqualTo(new OrderReply.Accepted("run-1"));
        console.stop();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        console.copyJournal(0, copy);
        assertThat(copy.toByteArray()).isEqualTo(journal);
        assertThat(console.journalState().records()).isZero();
        SessionOverTcpTest.assertThatReason(() -> console.give(new Order.Stop()))
            .isEqualTo(LinkException.Reason.PROTOCOL);
        assertThat(console.progress().running()).isFalse();
      }
      device.join();
    }
    assertThat(heard.getFirst()).isEqualTo(new LinkMessage.Chosen(1, "console of the test"));
    assertThat(heard).allMatch(message -> message.since() == 1);
  }

  private static void serve(
      ServerSocket door, TwoEnds ends, byte[] journal, List<LinkMessage> heard) {
    try (Cable cable = new TcpCable(door.accept())) {
      SecureChannel channel =
          SecureChannel.server(
              cable.in(),
              cable.out(),
              ends.device.privateKey(),
              ends.device.certificate(),
              (key, protocol) -> true,
              List.of(Conversation.SESSION));
      channel.handshake();
      try (Conversation talk = Conversation.answering(cable, channel, TwoEnds.QUICK)) {
        talk.say(new LinkMessage.Hello(List.of(1), ends.desk.card()));
        while (true) {
          LinkMessage message = talk.hear();
          heard.add(message);
          switch (message) {
            case LinkMessage.Order _ ->
                talk.say(new LinkMessage.OrderAccepted(new OrderReply.Accepted("run-1")));
            case LinkMessage.Stop _ -> talk.say(new LinkMessage.Done());
            case LinkMessage.AskProgress _ ->
                talk.say(new LinkMessage.ProgressNow(ends.desk.progress()));
            case LinkMessage.AskJournalLength _ ->
                talk.say(new LinkMessage.JournalLength(journal.length));
            case LinkMessage.AskJournal(long offset, int most) ->
                talk.sendChunk(Bytes.of(journal).slice((int) offset, (int) offset + most));
            default -> assertThat(message).isInstanceOf(LinkMessage.Chosen.class);
          }
        }
      }
    } catch (EOFException left) {
      // the console has closed
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
