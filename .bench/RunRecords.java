import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Evidence;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/** Records as a scan run writes them: every second one is a question, every other one an answer with 256 octets of evidence. */
final class RunRecords {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String ANSWER =
      "RTSP/1.0 200 OK\r\nCSeq: 1\r\nServer: Rtsp Server/3.0 (%08x)\r\n"
          + "Public: OPTIONS, DESCRIBE, SETUP, TEARDOWN, PLAY, PAUSE, GET_PARAMETER, SET_PARAMETER\r\n"
          + "Date: Sat, 21 Nov 2026 10:%02d:%02d GMT\r\n\r\n";

  private RunRecords() {}

  /** Writes `count` records to the journal in `folder` and acknowledges the last. */
  static Path write(Path folder, JournalKeys keys, int count) throws Exception {
    try (Journal journal = Journal.open(folder, keys, CLOCK, ClockTrust.COMPUTER)) {
      for (int i = 0; i < count; i++) {
        journal.append(event(i));
      }
      journal.sync();
    }
    return Journal.fileIn(folder);
  }

  static JournalEvent event(int i) throws Exception {
    byte[] address = {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
    Service service = Service.tcp(InetAddress.getByAddress(address), 554);
    if (i % 2 == 0) {
      return new JournalEvent.Asking("rtsp-options", service);
    }
    String said = ANSWER.formatted(i * 0x9e3779b9, i / 60 % 60, i % 60);
    byte[] answer = Arrays.copyOf(said.getBytes(StandardCharsets.US_ASCII), 256);
    Evidence evidence = Evidence.of(CLOCK.instant(), service, "OPTIONS", Bytes.of(answer), false, false);
    return new JournalEvent.Probed(
        "rtsp-options",
        service,
        new ProbeOutcome.Answered(
            List.of(new Observation.Stated(service, Observable.HTTP_SERVER, "Bench/1.0", evidence.id())),
            List.of(evidence)));
  }
}
