package lenswacht.footage;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/// Takes ffmpeg's leave to connect away as soon as the first connection waits for its other side.
/// ffmpeg follows an RTSP redirect to any address the sender names; so a camera could make the
/// device speak to a host outside the mandate. ffmpeg asks this callback whether to go on before it
/// reads each reply, and looks at the list of protocols anew at each connection.
final class OneConnection extends AVIOInterruptCB.Callback_Pointer {
  private final AVFormatContext format;
  private boolean narrowed;

  OneConnection(AVFormatContext format) {
    this.format = format;
  }

  /// Never asks ffmpeg to stop, unless its leave cannot be taken away.
  @Override
  public int call(Pointer opaque) {
    if (!narrowed) {
      narrowed = true;
      return avutil.av_opt_set(format, "protocol_whitelist", "rtsp", 0) < 0 ? 1 : 0;
    }
    return 0;
  }
}
