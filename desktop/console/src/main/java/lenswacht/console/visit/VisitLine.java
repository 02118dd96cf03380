package lenswacht.console.visit;

import java.nio.file.Path;
import java.util.Optional;
import lenswacht.link.DeviceCard;
import lenswacht.link.Progress;
import lenswacht.observation.BoxState;
import lenswacht.observation.HandOver;

/// The way to a device and back. Every call may take long: never called by the screen's own thread.
public interface VisitLine {
  /// What a mandate file allows, and who signed it.
  OpenedMandate mandate(Path file) throws VisitRefusedException;

  /// How the device that is connected is; empty where it is too old to say.
  Optional<BoxState> box() throws VisitRefusedException;

  /// Gives the device that is connected a package of knowledge to work with.
  void sendKnowledge(Path file) throws VisitRefusedException;

  /// Tells the device that is connected that it belongs to another console from now on, and forgets
  /// it here.
  ///
  /// @param statement signed by both
  void handOver(HandOver statement) throws VisitRefusedException;

  /// Connects to the device at `address`, pairing first where the two do not know each other.
  ///
  /// @param address `tcp:HOST:PORT` or `serial:PORT`
  DeviceCard connect(String address, Comparison comparison) throws VisitRefusedException;

  /// Has the device scan under the mandate and brings what it writes into the case file, until the
  /// run has ended. [#connect] comes first.
  ///
  /// @param mandate the mandate file
  /// @param caseFile made where there is none
  void run(Path mandate, Path caseFile, Follower follower) throws VisitRefusedException;

  /// Tells the device to stop. The run then ends in order and [#run] returns.
  void stop() throws VisitRefusedException;

  /// Two people compare digits.
  interface Comparison {
    /// Whether `digits` are the same on the device. Waits for the officer.
    boolean isSame(String digits);
  }

  /// Hears how far a run is.
  interface Follower {
    /// The device says how far it is.
    void progress(Progress progress);
  }
}
