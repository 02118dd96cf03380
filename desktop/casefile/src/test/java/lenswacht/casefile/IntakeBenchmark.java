package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// How long it takes to receive, verify and keep a visit of 1,000 cameras with 60,000 observations.
/// Not a test: run its `main`. The first round is cold and is told apart.
final class IntakeBenchmark {
  private static final int CAMERAS = 1_000;
  private static final int PROBES = 20;
  private static final int ROUNDS = 7;

  private IntakeBenchmark() {}

  public static void main(String[] arguments)
      throws IOException, BrokenJournalException, CaseFileException {
    Path folder = Files.createTempDirectory("intake");
    Path journal = write(folder);
    long[] millis = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Path file = folder.resolve("case" + round + ".lenswacht");
      try (CaseFile caseFile = CaseFile.create(file, PracticeJournal.SITE);
          InputStream in = Files.newInputStream(journal)) {
        long start = System.nanoTime();
        Received received = caseFile.receive(in, Recipient.ANYBODY);
        millis[round] = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(Locale.ROOT, "round %d: %d ms, %s%n", round, millis[round], received);
      }
      Files.delete(file);
    }
    long[] warm = Arrays.copyOfRange(millis, 1, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "journal %d KiB; cold %d ms, warm median %d ms%n",
        Files.size(journal) / 1024,
        millis[0],
        warm[warm.length / 2]);
  }

  private static Path write(Path folder) throws IOException, BrokenJournalException {
    try (PracticeJournal journal = new PracticeJournal(folder)) {
      journal.start("run-1", "device-1");
      for (int camera = 0; camera < CAMERAS; camera++) {
        InetAddress address = InetAddress.ofLiteral("10.0." + camera / 250 + "." + camera % 250);
        for (int probe = 0; probe < PROBES; probe++) {
          journal.append(probed(Service.tcp(address, 80 + probe)));
        }
      }
      journal.append(
          new JournalEvent.RunEnded(JournalEvent.RunOutcome.COMPLETE, Map.of("packets", 1L)));
      return journal.file();
    }
  }

  private static JournalEvent probed(Service service) {
    String reply = "HTTP/1.1 200 OK\r\nServer: App-webs/\r\n" + "<p>".repeat(300) + service;
    Evidence evidence =
        Evidence.of(PracticeJournal.START, service, "GET /", Bytes.utf8(reply), false, false);
    return new JournalEvent.Probed(
        "http",
        service,
        new ProbeOutcome.Answered(
            List.of(
                new Observation.Listening(service, evidence.id()),
                new Observation.Stated(service, Observable.HTTP_SERVER, "App-webs/", evidence.id()),
                new Observation.Cleartext(service, "http", evidence.id())),
            List.of(evidence)));
  }
}
