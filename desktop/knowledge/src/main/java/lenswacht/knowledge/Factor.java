package lenswacht.knowledge;

/// One factor of the model. Its name is the sentence `factor.<id>`, the meaning of a level
/// `factor.<id>.<level>`.
///
/// @param id for example `E_EXP`
/// @param axis `ESPIONAGE` or `PRIVACY`
/// @param base level when no rule fires, 0 to 4
/// @param basis what it rests on
public record Factor(String id, String axis, int base, Basis basis) {}
