package lenswacht.agent;

import java.util.UUID;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.AddressSet;
import lenswacht.observation.SignedMandate;

/// From where a scan run sets out: from nothing, or from where an earlier one broke off.
///
/// @param run its id
/// @param isResumed whether it goes on with an earlier one
/// @param signed the mandate
/// @param plan what it is to do
/// @param memory what it has done already
/// @param sightings what it has seen already
/// @param known hosts that accepted a connection in an earlier run, from wherever the device stood
///     then
record RunStart(
    String run,
    boolean isResumed,
    SignedMandate signed,
    RunPlan plan,
    RunMemory memory,
    Sightings sightings,
    AddressSet known) {
  /// A new run.
  static RunStart fresh(
      SignedMandate signed, RunPlan plan, Identifier identifier, AddressSet known) {
    return new RunStart(
        UUID.randomUUID().toString(),
        false,
        signed,
        plan,
        new RunMemory(),
        new Sightings(identifier),
        known);
  }

  /// A run that goes on.
  static RunStart from(
      EarlierRuns.Unfinished earlier, SignedMandate signed, RunPlan plan, AddressSet known) {
    return new RunStart(
        earlier.id(), true, signed, plan, earlier.memory(), earlier.sightings(), known);
  }
}
