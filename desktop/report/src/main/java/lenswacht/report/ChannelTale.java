package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lenswacht.fingerprint.asset.Channels;
import lenswacht.fingerprint.asset.SeenChannel;

/// What is behind the channels of an asset, or how many sensors it has, in sentences: the same for
/// report, console and command line.
public final class ChannelTale {
  private final Wording wording;

  /// Tells in `language`.
  public ChannelTale(Locale language) {
    this(new Wording(language));
  }

  ChannelTale(Wording wording) {
    this.wording = wording;
  }

  /// Everything there is to say of `channels`, channel by channel; nothing where only their number
  /// is known, which the cautions tell.
  public List<String> tell(Channels channels) {
    List<String> sentences = new ArrayList<>();
    if (channels.sensors() > 0) {
      sentences.add(
          wording.say("channels.sensors", channels.sensors())
              + " ("
              + wording.say("confidence", channels.confidence())
              + ")");
    }
    channels.told().forEach(channel -> sentences.add(title(channel) + ": " + sentence(channel)));
    channels.besides().forEach(name -> sentences.add(wording.say("channels.besides", name)));
    int left = channels.all() - channels.told().size() - channels.besides().size();
    if (left > 0 && left < channels.all()) {
      sentences.add(wording.say("channels.left", left));
    }
    return List.copyOf(sentences);
  }

  /// The number of the channel and what people named it.
  String title(SeenChannel channel) {
    return channel.name().isEmpty()
        ? wording.say("channels.number", channel.number())
        : wording.say("channels.number.name", channel.number(), channel.name());
  }

  /// What delivers its pictures, and how that was seen.
  String sentence(SeenChannel channel) {
    return channel
        .delivered()
        .map(
            delivery ->
                (delivery.direct()
                        ? wording.say("channels.direct", delivery.asset())
                        : wording.say("channels.through", delivery.asset()))
                    + " ("
                    + wording.say("confidence", delivery.confidence())
                    + ")")
        .orElseGet(
            () ->
                switch (channel.use()) {
                  case IN_USE -> wording.say("channels.in-use");
                  case FREE -> wording.say("channels.free");
                  case NOT_DETERMINED -> wording.say("channels.open");
                });
  }
}
