package lenswacht.knowledge.feed;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Merges what was kept with what came in, key by key, with one record of each run in memory.
final class RecordMerge {
  /// What becomes of a record.
  enum Fate {
    /// Its key was not kept before.
    NEW,
    /// It takes the place of an earlier one.
    CHANGED,
    /// The same was kept already.
    UNCHANGED,
    /// A later one was kept already.
    OLDER,
    /// It was kept before, and nothing on it came in.
    KEPT
  }

  /// What takes the merged records, in order.
  interface Taker {
    void take(KeptRecord record, Fate fate) throws IOException;
  }

  private RecordMerge() {}

  /// A run that is being read.
  private static final class Run implements Closeable {
    final boolean isKept;
    private final Iterator<KeptRecord> records;
    private final @Nullable BufferedReader in;
    private @Nullable KeptRecord head;

    Run(List<KeptRecord> inMemory) throws IOException {
      this.isKept = false;
      this.records = inMemory.iterator();
      this.in = null;
      advance();
    }

    Run(Path file, boolean isKept) throws IOException {
      this.isKept = isKept;
      this.records = List.<KeptRecord>of().iterator();
      this.in =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file), 65_536), StandardCharsets.UTF_8));
      advance();
    }

    KeptRecord head() {
      KeptRecord now = head;
      if (now == null) {
        throw new IllegalStateException("the run is at its end");
      }
      return now;
    }

    boolean isAtEnd() {
      return head == null;
    }

    void advance() throws IOException {
      if (in == null) {
        head = records.hasNext() ? records.next() : null;
        return;
      }
      String line = in.readLine();
      head = line == null ? null : KeptRecord.parse(line);
    }

    @Override
    public void close() throws IOException {
      if (in != null) {
        in.close();
      }
    }
  }

  /// Hands every record on once, the one that counts.
  ///
  /// @param kept what was kept so far
  /// @param incoming what came in
  static void merge(Optional<Path> kept, RecordRuns incoming, Taker taker) throws IOException {
    List<Run> runs = new ArrayList<>();
    try {
      if (kept.isPresent()) {
        runs.add(new Run(kept.get(), true));
      }
      for (Path file : incoming.files()) {
        runs.add(new Run(file, false));
      }
      runs.add(new Run(incoming.last()));
      PriorityQueue<Run> queue =
          new PriorityQueue<>(Comparator.comparing(Run::head, KeptRecord.LATEST_FIRST));
      runs.stream().filter(run -> !run.isAtEnd()).forEach(queue::add);
      while (!queue.isEmpty()) {
        one(queue, taker);
      }
    } finally {
      for (Run run : runs) {
        run.close();
      }
    }
  }

  /// Takes every record of the next key.
  private static void one(PriorityQueue<Run> queue, Taker taker) throws IOException {
    KeptRecord before = null;
    KeptRecord latest = null;
    KeptRecord key = queue.element().head();
    while (!queue.isEmpty() && KeptRecord.ORDER.compare(queue.element().head(), key) == 0) {
      Run run = queue.remove();
      if (run.isKept) {
        before = run.head();
      } else if (latest == null) {
        latest = run.head();
      }
      run.advance();
      if (!run.isAtEnd()) {
        queue.add(run);
      }
    }
    if (latest == null) {
      taker.take(before == null ? key : before, Fate.KEPT);
    } else if (before == null) {
      taker.take(latest, Fate.NEW);
    } else if (before.record().raw().equals(latest.record().raw())) {
      taker.take(before, Fate.UNCHANGED);
    } else if (before.record().stamp().compareTo(latest.record().stamp()) > 0) {
      taker.take(before, Fate.OLDER);
    } else {
      taker.take(latest, Fate.CHANGED);
    }
  }
}
