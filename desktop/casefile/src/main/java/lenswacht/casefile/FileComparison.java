package lenswacht.casefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.casefile.FileCheck.Altered;
import lenswacht.casefile.FileCheck.Finding;
import lenswacht.casefile.FileCheck.Place;
import lenswacht.casefile.FileCheck.Same;
import lenswacht.casefile.FileCheck.Unknown;
import lenswacht.observation.BlockSums;
import lenswacht.observation.Bytes;
import lenswacht.observation.OctetRange;

/// Compares a file that somebody holds, and may have made himself, with what was written from the
/// case.
final class FileComparison {
  /// A file is like a written one if at least a quarter of the shorter of both stands where it
  /// stood.
  private static final int ALIKE = 4;

  private final Path file;
  private final List<CustodyAct> acts;
  private final List<WrittenFile> written;
  private final Map<Integer, List<Bytes>> sums = new HashMap<>();
  private final long octets;

  /// @param acts of the custody log
  /// @param written what the case remembers of the files
  FileComparison(Path file, List<CustodyAct> acts, List<WrittenFile> written) throws IOException {
    this.file = file;
    this.acts = acts;
    this.written = written;
    this.octets = Files.size(file);
  }

  /// A written file and the last act by which it was.
  private record Candidate(WrittenFile file, CustodyAct act, long same) {}

  FileCheck check() throws IOException {
    Bytes hash = HandedFile.of(file).sha256();
    List<CustodyAct> known =
        acts.stream()
            .filter(act -> act.sha256().equals(hash.hex()))
            .filter(FileComparison::isFile)
            .toList();
    return new FileCheck(name(), octets, hash, known.isEmpty() ? altered() : new Same(known));
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  /// Whether the hash of an act is that of a file.
  private static boolean isFile(CustodyAct act) {
    return switch (act.kind()) {
      case IMPORTED, EXPORTED, REPORT_WRITTEN, SIGNED, BUNDLED, HANDED_OVER -> true;
      case PAIRED, MADE, OPENED, JOURNAL_RECEIVED, RETENTION_SET, ARCHIVED, SEALED, ERASED -> false;
    };
  }

  private Finding altered() throws IOException {
    Optional<Candidate> best = best();
    if (best.isPresent()) {
      WrittenFile then = best.get().file();
      return new Altered(best.get().act(), Optional.of(then.sums().octets()), places(then));
    }
    return acts.stream()
        .filter(act -> isFile(act) && !act.sha256().isEmpty() && act.what().equals(name()))
        .reduce((before, later) -> later)
        .<Finding>map(act -> new Altered(act, Optional.empty(), List.of()))
        .orElseGet(Unknown::new);
  }

  /// The written file that is most like this one: the one of which most stands where it stood; one
  /// of the same name where that is none.
  private Optional<Candidate> best() throws IOException {
    Optional<Candidate> best = Optional.empty();
    for (WrittenFile one : written) {
      Optional<CustodyAct> act =
          acts.stream()
              .filter(it -> it.sha256().equals(one.sha256().hex()))
              .reduce((before, later) -> later);
      if (act.isEmpty()) {
        continue;
      }
      long same = one.sums().same(sums(one.sums().block()));
      boolean isAlike = same > 0 && same * ALIKE >= Math.min(octets, one.sums().octets());
      boolean isNamed = act.get().what().equals(name());
      if ((isAlike || isNamed) && best.map(it -> it.same() <= same).orElse(true)) {
        best = Optional.of(new Candidate(one, act.get(), same));
      }
    }
    return best;
  }

  private List<Bytes> sums(int block) throws IOException {
    List<Bytes> known = sums.get(block);
    if (known == null) {
      try (InputStream in = Files.newInputStream(file)) {
        known = BlockSums.sums(in, block, BlockSums.MOST + 1);
      }
      sums.put(block, known);
    }
    return known;
  }

  private List<Place> places(WrittenFile then) throws IOException {
    List<OctetRange> ranges = then.sums().differences(sums(then.sums().block()));
    List<FileCheck.Lines> lines = then.form() == WrittenFile.Form.TEXT ? lines(ranges) : List.of();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      places.add(
          new Place(
              ranges.get(i),
              parts(then, ranges.get(i)),
              lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(i))));
    }
    return places;
  }

  private static List<String> parts(WrittenFile then, OctetRange range) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < then.parts().size(); i++) {
      long behind =
          i + 1 < then.parts().size() ? then.parts().get(i + 1).from() : then.sums().octets();
      if (range.meets(then.parts().get(i).from(), behind)) {
        parts.add(then.parts().get(i).name());
      }
    }
    return parts;
  }

  /// In which lines of the file, as it is now, the ranges are; they are in order.
  private List<FileCheck.Lines> lines(List<OctetRange> ranges) throws IOException {
    List<FileCheck.Lines> lines = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      LineCount count = new LineCount(in);
      for (OctetRange range : ranges) {
        long from = count.at(range.from());
        lines.add(new FileCheck.Lines(from, count.at(range.to() < 0 ? octets : range.to() - 1)));
      }
    }
    return lines;
  }

  /// Counts lines on the way through a file.
  private static final class LineCount {
    private final InputStream in;
    private long at;
    private long line = 1;
    private boolean isNew;

    LineCount(InputStream in) {
      this.in = in;
    }

    /// The line in which the octet with this number stands; the last one where the file ends before
    /// it.
    long at(long octet) throws IOException {
      while (at <= octet) {
        int next = in.read();
        if (next < 0) {
          return line;
        }
        line += isNew ? 1 : 0;
        isNew = next == '\n';
        at++;
      }
      return line;
    }
  }
}
