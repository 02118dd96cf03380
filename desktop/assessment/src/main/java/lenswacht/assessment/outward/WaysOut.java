package lenswacht.assessment.outward;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.knowledge.Truth;

/// The ways out of a site: who called whom, which logs tell of it and for which segments, and what
/// cannot be told.
///
/// @param calls of assets, and of addresses in the ranges of the mandates
/// @param logs that were read
/// @param unwatched names of assets of whose segment no log was read
/// @param faces what can be said of services that recognise faces, by segment
/// @param trials of the way out of segments
public record WaysOut(
    List<Call> calls,
    List<Log> logs,
    List<String> unwatched,
    List<FaceUse> faces,
    List<Trial> trials) {
  /// Nothing was looked at.
  public static final WaysOut NONE =
      new WaysOut(List.of(), List.of(), List.of(), List.of(), List.of());

  public WaysOut {
    calls = List.copyOf(calls);
    logs = List.copyOf(logs);
    unwatched = List.copyOf(unwatched);
    faces = List.copyOf(faces);
    trials = List.copyOf(trials);
  }

  /// Somebody called a service outside.
  ///
  /// @param caller name of the asset, or address
  /// @param name that was asked for, or address that was called
  /// @param operator who runs it, empty where not determined
  /// @param country where the operator has its seat, empty where not determined
  /// @param purpose what it is for
  /// @param isVerified whether the catalogue can show a source for that
  /// @param seenBy name of the log, or word for how it was heard
  /// @param times how often
  /// @param first when first
  /// @param last when last
  public record Call(
      String caller,
      String name,
      String operator,
      String country,
      Purpose purpose,
      boolean isVerified,
      String seenBy,
      long times,
      Optional<Instant> first,
      Optional<Instant> last) {}

  /// A log that was read.
  ///
  /// @param name of its file
  /// @param format word for its form
  /// @param first the earliest time in it
  /// @param last the latest
  /// @param segments of the site that it tells of, as text
  /// @param lines number of lines
  /// @param broken number of lines that could not be read
  public record Log(
      String name,
      String format,
      Optional<Instant> first,
      Optional<Instant> last,
      List<String> segments,
      long lines,
      long broken) {
    public Log {
      segments = List.copyOf(segments);
    }
  }

  /// What can be said of one segment and services that recognise faces.
  ///
  /// @param segment which
  /// @param outcome what can be said
  /// @param service the name of the catalogue, empty where none was called
  /// @param times how often
  /// @param first when first
  /// @param last when last
  public record FaceUse(
      String segment,
      Outcome outcome,
      String service,
      long times,
      Optional<Instant> first,
      Optional<Instant> last) {}

  /// What can be said of something that was looked for.
  public enum Outcome {
    /// It was observed.
    OBSERVED,
    /// It was not observed within the coverage.
    NOT_OBSERVED,
    /// Nothing can be told.
    CANNOT_TELL
  }

  /// The way out of a segment was tried.
  ///
  /// @param segment which
  /// @param endpoint whereto
  /// @param route whether there is a default route
  /// @param names whether the name was answered
  /// @param reached whether a connection was accepted
  public record Trial(String segment, String endpoint, Truth route, Truth names, Truth reached) {}
}
