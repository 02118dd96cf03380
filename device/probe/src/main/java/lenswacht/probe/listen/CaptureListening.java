package lenswacht.probe.listen;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.Listened;
import lenswacht.observation.JournalEvent.SegmentCalled;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.Standing;
import lenswacht.probe.capture.CaptureReader;
import lenswacht.probe.capture.MalformedCaptureException;
import lenswacht.probe.net.Overheard.Frame;

/// Listens to a capture file in the same way as to an interface.
public final class CaptureListening {
  private CaptureListening() {}

  /// What came of it.
  ///
  /// @param listened what was heard; a file that is damaged further on says so under what was lost
  /// @param whereabouts where the capture was made, as far as it was announced there
  /// @param calls calls of segments of which it is not kept who called
  public record Outcome(Listened listened, Whereabouts whereabouts, List<SegmentCalled> calls) {
    public Outcome {
      calls = List.copyOf(calls);
    }
  }

  /// Listens to what `in` holds.
  ///
  /// @param name of the file, for the outcome
  /// @param covered whose words are kept
  /// @param watch which names of services outside are noted
  /// @param heard told of each new fact
  /// @throws MalformedCaptureException if the file is no capture at all
  /// @throws IOException if the stream fails
  public static Outcome listen(
      InputStream in,
      String name,
      Predicate<InetAddress> covered,
      NameWatch watch,
      Consumer<Heard> heard)
      throws IOException, MalformedCaptureException {
    CaptureReader reader = CaptureReader.open(in);
    Hearing hearing = new Hearing(covered, heard);
    Calls calls = new Calls(watch, covered, hearing);
    Surroundings surroundings = new Surroundings(OwnSettings.none(name));
    FrameListener listener = new FrameListener(hearing, surroundings, new CallListener(calls));
    List<String> lost = new ArrayList<>();
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    try {
      for (Optional<Frame> one = reader.next(); one.isPresent(); one = reader.next()) {
        Frame frame = one.get();
        first = frame.at().isBefore(first) ? frame.at() : first;
        last = frame.at().isAfter(last) ? frame.at() : last;
        listener.take(frame);
      }
    } catch (MalformedCaptureException damaged) {
      lost.add("the rest of the file: " + damaged.why());
    }
    if (reader.isTorn()) {
      lost.add("the last frame: the file ends in the middle of it");
    }
    Duration time = first.isAfter(last) ? Duration.ZERO : Duration.between(first, last);
    Listened listened =
        new Listened(
            name,
            "capture-file",
            time,
            listener.frames(),
            reader.dropped(),
            0,
            listener.kinds(),
            lost);
    List<SegmentCalled> segments = new ArrayList<>();
    calls.finish(segments::add);
    return new Outcome(
        ListeningPost.withTotals(listened, hearing, calls.beyond()),
        surroundings.whereabouts(Standing.NOT_DETERMINED),
        segments);
  }
}
