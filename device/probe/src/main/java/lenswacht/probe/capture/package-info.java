/// Capture files: pcap and pcapng as a stream of frames, in bounded memory. Depends on observation
/// and the door's frames; opens no file itself.
@NullMarked
package lenswacht.probe.capture;

import org.jspecify.annotations.NullMarked;
