/// What is said on a network without our asking: frames into facts of hosts, and where we stand.
/// Sends nothing. Depends on observation, the door, frames, capture files and the probes that read
/// the same announcements as answers.
@NullMarked
package lenswacht.probe.listen;

import org.jspecify.annotations.NullMarked;
