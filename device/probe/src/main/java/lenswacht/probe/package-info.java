/// How one question is put to one host: the list of all probes, and the search by multicast. Each
/// protocol has a package below; all of them go through [lenswacht.probe.net.NetworkDoor]. The room
/// depends on observation; the agent depends on it.
@NullMarked
package lenswacht.probe;

import org.jspecify.annotations.NullMarked;
