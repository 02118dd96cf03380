package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import lenswacht.observation.SignedMandate;

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

  /// A paired console orders a scan. The desk verifies the mandate.
  OrderReply order(SignedMandate mandate);

  /// A paired console wants the run to stop. Nothing happens where none is going on.
  void stop();

  /// How far the run is.
  Progress progress();

  /// Octets of the journal that can be read now.
  long journalLength();

  /// The journal from `offset` (in octets) onwards; the caller closes it.
  ///
  /// @throws IOException if the storage fails
  InputStream journalFrom(long offset) throws IOException;

  /// A paired console keeps everything before `offset` (in octets).
  void acknowledged(long offset);
}
