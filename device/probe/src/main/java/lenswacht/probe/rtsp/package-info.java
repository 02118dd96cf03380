/// RTSP: what a stream server says about itself, and whether it describes its stream to anybody.
/// Depends on observation, the door and the shared question package.
@NullMarked
package lenswacht.probe.rtsp;

import org.jspecify.annotations.NullMarked;
