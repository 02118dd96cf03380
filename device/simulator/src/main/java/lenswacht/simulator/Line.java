package lenswacht.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One open connection to a host: counts what comes in and says things the way the host does.
final class Line {
  /// How long a host waits for the next word.
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int LONGEST_DRIP = 4096;

  private final Resident resident;
  private final SimulatedService service;
  private final InputStream in;
  private final OutputStream out;

  Line(Resident resident, SimulatedService service, Socket socket) throws IOException {
    this.resident = resident;
    this.service = service;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  Resident resident() {
    return resident;
  }

  SimulatedService service() {
    return service;
  }

  HostLedger ledger() {
    return resident.ledger();
  }

  /// Up to `most` bytes as they arrive, one character each; empty at the end.
  String hear(int most) throws IOException {
    byte[] buffer = new byte[most];
    int count = in.read(buffer);
    if (count <= 0) {
      return "";
    }
    ledger().tcpBytes(count);
    return new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
  }

  /// The next byte, or -1 at the end.
  int hearByte() throws IOException {
    int next = in.read();
    if (next >= 0) {
      ledger().tcpBytes(1);
    }
    return next;
  }

  /// Up to `length` bytes; fewer if the connection ends.
  byte[] hearExactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    ledger().tcpBytes(bytes.length);
    return bytes;
  }

  /// Says `bytes` in the way of this host.
  void say(byte[] bytes) throws IOException {
    switch (resident.host().behaviour()) {
      case NORMAL -> out.write(bytes);
      case SILENT -> {}
      case GARBLED -> out.write(Garbling.of(bytes));
      case SLOW -> {
        pause();
        out.write(bytes);
      }
      case DRIP -> drip(bytes);
    }
    out.flush();
  }

  private void drip(byte[] bytes) throws IOException {
    int length = Math.min(bytes.length, LONGEST_DRIP);
    for (int i = 0; i < length; i++) {
      out.write(bytes[i]);
      out.flush();
      pause();
    }
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(resident.host().pause());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the building closes");
    }
  }
}
