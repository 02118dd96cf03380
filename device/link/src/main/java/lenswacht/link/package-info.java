/// Both ends of the cable between the device and the console: transports, TLS with pinned keys,
/// pairing, the order of a scan, live progress and the resumable transfer of the journal. Depends
/// on `observation` only; the agent serves [lenswacht.link.DeviceLink], console and command line
/// use [lenswacht.link.ConsoleLink].
@NullMarked
package lenswacht.link;

import org.jspecify.annotations.NullMarked;
