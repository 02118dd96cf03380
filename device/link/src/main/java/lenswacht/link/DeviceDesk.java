package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// What the link asks of the program on the device. Called from several threads: one for each
/// console that is connected.
public interface DeviceDesk {
  /// What the device says of itself. Its key is that of the [Identity] given to the link.
  DeviceCard card();

  /// Shows the digits and waits until a person at the device pressed a key.
  ///
  /// @param eightDigits the digits that the console must show as well
  /// @return whether the person said that they are the same; false also where nobody pressed a key
  ///     in time or the device does not pair now
  boolean confirmPairing(String eightDigits);

  /// A paired console orders a scan, in version 1 of the messages. The desk verifies the mandate.
  OrderReply order(SignedMandate mandate);

  /// A paired console wants the run to stop, in version 1 of the messages. Nothing happens where
  /// none is going on.
  void stop();

  /// How far the run is.
  Progress progress();

  /// Octets of the journal that can be read now.
  long journalLength();

  /// The journal from `offset` (in octets) onwards; the caller closes it.
  ///
  /// @throws IOException if the storage fails
  InputStream journalFrom(long offset) throws IOException;

  /// What the journal holds that can be read now.
  JournalState journalState();

  /// How the device itself is. Nothing is sent anywhere to find out.
  BoxState box();

  /// A paired console keeps everything before `offset` (in octets).
  ///
  /// @param console its key, X.509 form
  void acknowledged(Bytes console, long offset);

  /// Why the octets that follow an order need not be sent; empty where they may come.
  ///
  /// @throws IOException if the storage fails; the session ends then
  Optional<OrderAnswer.Refused> objection(Order.Delivery delivery) throws IOException;

  /// The file into which the octets that follow an order are put once they are whole.
  Path place(Order.Delivery delivery);

  /// A paired console gave an order. The link has found that the console signed it for this device,
  /// and that it was never taken before; octets that follow it are in place.
  ///
  /// @param console its key, X.509 form
  /// @param signed as it came, for the journal
  /// @param order what it says
  /// @throws IOException if the storage fails; the session ends then
  OrderAnswer carryOut(Bytes console, SignedOrder signed, Order order) throws IOException;
}
