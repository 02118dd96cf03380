package lenswacht.observation;

import java.security.PrivateKey;
import java.util.List;
import java.util.function.Supplier;

/// What a device needs to write a journal: its own key to sign with, and public keys of those who
/// may read. Nothing here reads what was written.
///
/// @param signing the device's Ed25519 key
/// @param device the same key's public half, X.509 form
/// @param readers who may read; asked for anew from time to time, since consoles come and go
public record JournalKeys(
    PrivateKey signing, Bytes device, Supplier<List<SealRecipient>> readers) {}
