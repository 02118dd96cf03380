/// The one door to the network, with the closed list of questions that can go through it, the port
/// plan and the sweep. No class outside this package opens a socket. Depends on observation only.
@NullMarked
package lenswacht.probe.net;

import org.jspecify.annotations.NullMarked;
