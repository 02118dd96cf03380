package lenswacht.assessment;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;

/// One scan run as it is told of: what was allowed, what was done, and what was not looked at.
///
/// @param run unique id of the scan run
/// @param device id of the device that scanned
/// @param program name and version of the program on it
/// @param mandate what was allowed
/// @param mandateHash SHA-256 of the signed mandate, hex
/// @param started when it began
/// @param ended when it ended; empty where the journal breaks off
/// @param outcome how it ended; empty where the journal breaks off
/// @param swept ranges that were swept
/// @param ports ports that were looked at
/// @param addresses number of addresses swept
/// @param answering number of addresses that answered
/// @param questions number of questions put
/// @param notLookedAt what was in scope and not looked at, with the reason's key
/// @param journalLines number of journal lines, all verified
/// @param journalHash hash of the last line, hex
public record Visit(
    String run,
    String device,
    String program,
    Mandate mandate,
    String mandateHash,
    Instant started,
    Optional<Instant> ended,
    Optional<RunOutcome> outcome,
    List<AddressRange> swept,
    List<Integer> ports,
    long addresses,
    long answering,
    long questions,
    List<NotLooked> notLookedAt,
    long journalLines,
    String journalHash) {
  public Visit {
    swept = List.copyOf(swept);
    ports = List.copyOf(ports);
    notLookedAt = List.copyOf(notLookedAt);
  }

  /// An address in scope that was not looked at, and why.
  public record NotLooked(InetAddress address, String reason) {}
}
