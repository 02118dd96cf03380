package lenswacht.footage;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// Takes the first picture of a source. ffmpeg may open nothing but the source itself: formats
/// that refer to other files are not on the list, neither are other protocols, and a stream has one
/// connection, to the address that was asked.
final class FrameGrab implements AutoCloseable {
  /// Self-contained films and pictures.
  private static final String FILE_FORMATS =
      "mov,mp4,matroska,webm,avi,mpegts,h264,hevc,mjpeg,mpjpeg,png_pipe,jpeg_pipe,bmp_pipe";

  /// Largest single block of memory for ffmpeg: one picture of the largest size and some room.
  private static final long LARGEST_BLOCK = 320L << 20;

  /// Most packets that are read before the first picture.
  private static final int MOST_PACKETS = 2000;

  private final AVFormatContext format;
  private final OneConnection oneConnection;

  private FrameGrab(AVFormatContext format) {
    this.format = format;
    this.oneConnection = new OneConnection(format);
  }

  /// Opens a source.
  ///
  /// @throws UnreadableFootageException if it cannot be opened or may not be
  static FrameGrab open(FootageSource source) throws UnreadableFootageException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    avutil.av_max_alloc(LARGEST_BLOCK);
    FrameGrab grab = new FrameGrab(avformat.avformat_alloc_context());
    AVDictionary options = new AVDictionary(null);
    put(options, "analyzeduration", "1000000");
    put(options, "probesize", "1000000");
    int code =
        switch (source) {
          case FootageSource.File file -> grab.openFile(file, options);
          case FootageSource.Stream stream -> grab.openStream(stream, options);
        };
    avutil.av_dict_free(options);
    if (code < 0) {
      grab.close();
      throw new UnreadableFootageException(
          "the source cannot be opened, or its format is not allowed");
    }
    return grab;
  }

  private int openFile(FootageSource.File file, AVDictionary options) {
    put(options, "protocol_whitelist", "file");
    put(options, "format_whitelist", FILE_FORMATS);
    AVInputFormat any = null;
    return avformat.avformat_open_input(format, "file:" + file.path(), any, options);
  }

  private int openStream(FootageSource.Stream stream, AVDictionary options) {
    put(options, "protocol_whitelist", "rtsp,tcp,rtp");
    put(options, "format_whitelist", "rtsp");
    put(options, "rtsp_transport", "tcp");
    put(options, "allowed_media_types", "video");
    put(options, "timeout", "3000000");
    format.interrupt_callback().callback(oneConnection);
    AVInputFormat rtsp = avformat.av_find_input_format("rtsp");
    return avformat.avformat_open_input(format, stream.uri().toString(), rtsp, options);
  }

  private static void put(AVDictionary options, String name, String value) {
    avutil.av_dict_set(options, name, value, 0);
  }

  /// The first picture, as blue, green and red.
  ///
  /// @throws UnreadableFootageException if there is none or it is too large
  Mat first() throws UnreadableFootageException {
    if (avformat.avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) {
      throw new UnreadableFootageException("the source does not say what it holds");
    }
    int video = avutil.AVMEDIA_TYPE_VIDEO;
    int stream = avformat.av_find_best_stream(format, video, -1, -1, (PointerPointer<?>) null, 0);
    if (stream < 0) {
      throw new UnreadableFootageException("the source holds no picture");
    }
    AVCodecParameters parameters = format.streams(stream).codecpar();
    refuseLarge(parameters.width(), parameters.height());
    AVCodecContext decoder = decoder(parameters);
    try {
      AVFrame frame = decode(decoder, stream);
      refuseLarge(frame.width(), frame.height());
      Mat picture = colours(frame);
      avutil.av_frame_free(frame);
      return picture;
    } finally {
      avcodec.avcodec_free_context(decoder);
    }
  }

  private static AVCodecContext decoder(AVCodecParameters parameters)
      throws UnreadableFootageException {
    AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
    AVCodecContext decoder = codec == null ? null : avcodec.avcodec_alloc_context3(codec);
    if (decoder == null || avcodec.avcodec_parameters_to_context(decoder, parameters) < 0) {
      throw new UnreadableFootageException("there is no decoder for the picture");
    }
    decoder.max_pixels((long) PictureFacts.LARGEST_SIDE * PictureFacts.LARGEST_SIDE);
    decoder.thread_count(1);
    if (avcodec.avcodec_open2(decoder, codec, (PointerPointer<?>) null) < 0) {
      throw new UnreadableFootageException("the decoder refuses the picture");
    }
    return decoder;
  }

  private AVFrame decode(AVCodecContext decoder, int stream) throws UnreadableFootageException {
    AVFrame frame = avutil.av_frame_alloc();
    AVPacket packet = avcodec.av_packet_alloc();
    for (int count = 0; count < MOST_PACKETS; count++) {
      boolean more = avformat.av_read_frame(format, packet) >= 0;
      if (!more || packet.stream_index() == stream) {
        AVPacket end = null;
        avcodec.avcodec_send_packet(decoder, more ? packet : end);
        if (avcodec.avcodec_receive_frame(decoder, frame) >= 0) {
          return frame;
        }
      }
      if (!more) {
        throw new UnreadableFootageException("the source gave no picture");
      }
      avcodec.av_packet_unref(packet);
    }
    throw new UnreadableFootageException("no picture came in " + MOST_PACKETS + " packets");
  }

  private static Mat colours(AVFrame frame) throws UnreadableFootageException {
    int width = frame.width();
    int height = frame.height();
    int format = avutil.AV_PIX_FMT_BGR24;
    int how = swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND;
    SwsContext scale =
        swscale.sws_getContext(
            width,
            height,
            frame.format(),
            width,
            height,
            format,
            how,
            null,
            null,
            (DoublePointer) null);
    AVFrame colours = avutil.av_frame_alloc();
    colours.width(width).height(height).format(format);
    if (scale == null
        || avutil.av_frame_get_buffer(colours, 64) < 0
        || swscale.sws_scale_frame(scale, colours, frame) < 0) {
      throw new UnreadableFootageException("the picture's colours cannot be converted");
    }
    Mat picture =
        new Mat(height, width, opencv_core.CV_8UC3, colours.data(0), colours.linesize(0)).clone();
    avutil.av_frame_free(colours);
    return picture;
  }

  private static void refuseLarge(int width, int height) throws UnreadableFootageException {
    int most = PictureFacts.LARGEST_SIDE;
    if (width < 1 || height < 1) {
      throw new UnreadableFootageException("the source holds no picture");
    }
    if (width > most || height > most) {
      throw new UnreadableFootageException(
          "the picture is larger than " + most + " by " + most + " pixels");
    }
  }

  @Override
  public void close() {
    if (!format.isNull()) {
      avformat.avformat_close_input(format);
    }
  }
}
