package lenswacht.footage;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/// Films made of drawings.
final class Clips {
  private Clips() {}

  /// One second, ten pictures, all the same, in H.264.
  ///
  /// @param format ffmpeg's name of the container, `h264` for none
  static Path film(BufferedImage drawing, String format, Path to) throws Exception {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    try (FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(to.toFile(), drawing.getWidth(), drawing.getHeight());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setFormat(format);
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setVideoBitrate(2_000_000);
      recorder.setFrameRate(10);
      recorder.setGopSize(5);
      recorder.start();
      for (int picture = 0; picture < 10; picture++) {
        recorder.record(converter.convert(drawing));
      }
    }
    return to;
  }
}
