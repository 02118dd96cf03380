package lenswacht.probe.maker;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.MakerProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;
import lenswacht.probe.question.Secrets;

/// Applies to one UDP port of hosts where something points to one maker. An ordinary question
/// (ASK): the search that the maker's own tool sends, to this host alone or to everybody on its
/// network.
public final class MakerSearchProbe implements MakerProbe {
  /// Most octets of a reply that could not be read which are kept; a secret might stand further on.
  private static final int UNREAD_KEPT = 32;

  private final String maker;
  private final List<DatagramRequest> requests;
  private final Function<Bytes, Parsed<MakerMessage>> layout;
  private final List<String> words;

  private MakerSearchProbe(
      String maker,
      List<DatagramRequest> requests,
      Function<Bytes, Parsed<MakerMessage>> layout,
      String... words) {
    this.maker = maker;
    this.requests = requests;
    this.layout = layout;
    this.words = List.of(words);
  }

  private MakerSearchProbe(
      String maker,
      DatagramRequest request,
      Function<Bytes, Parsed<MakerMessage>> layout,
      String... words) {
    this(maker, List.of(request), layout, words);
  }

  /// One probe per maker, and one for the Dahua family's old protocol.
  public static List<MakerSearchProbe> all() {
    return Stream.of(answeringInText(), answeringInTags(), answeringInFixedPlaces())
        .flatMap(List::stream)
        .toList();
  }

  /// Those whose replies are text of one kind or another.
  private static List<MakerSearchProbe> answeringInText() {
    return List.of(
        new MakerSearchProbe(
            "xiongmai",
            DatagramRequest.XIONGMAI_SEARCH,
            TextLayouts::xiongmai,
            "netsurveillance",
            "uc-httpd",
            "h264dvr",
            "xiongmai",
            "xmeye"),
        new MakerSearchProbe(
            "bosch", DatagramRequest.BOSCH_SEARCH, TextLayouts::bosch, "bosch", "vcs-videojet"),
        new MakerSearchProbe("sony", DatagramRequest.SONY_SEARCH, TextLayouts::sony, "sony"),
        new MakerSearchProbe(
            "reolink", DatagramRequest.REOLINK_SEARCH, TextLayouts::reolink, "reolink", "baichuan"),
        new MakerSearchProbe(
            "360vision",
            DatagramRequest.VISION360_SEARCH,
            TextLayouts::vision360,
            "360vision",
            "360 vision"));
  }

  /// Those whose replies are a row of tagged values.
  private static List<MakerSearchProbe> answeringInTags() {
    return List.of(
        new MakerSearchProbe(
            "panasonic",
            DatagramRequest.PANASONIC_SEARCH,
            TaggedLayouts::panasonic,
            "panasonic",
            "i-pro"),
        new MakerSearchProbe(
            "vivotek", DatagramRequest.VIVOTEK_SEARCH, TaggedLayouts::vivotek, "vivotek", "vvtk"),
        new MakerSearchProbe(
            "ubiquiti",
            List.of(DatagramRequest.UBIQUITI_SEARCH, DatagramRequest.UBIQUITI_SEARCH_2),
            TaggedLayouts::ubiquiti,
            "ubiquiti",
            "ubnt",
            "unifi",
            "aircam"));
  }

  /// Those whose replies have each value in a place of its own.
  private static List<MakerSearchProbe> answeringInFixedPlaces() {
    return List.of(
        new MakerSearchProbe(
            "tvt",
            List.of(DatagramRequest.TVT_SEARCH, DatagramRequest.TVT_SEARCH_OLDER),
            FixedLayouts::tvt,
            "cross web server",
            "nvms-9000",
            "components download",
            "tvt"),
        new MakerSearchProbe(
            "hanwha",
            DatagramRequest.HANWHA_SEARCH,
            FixedLayouts::hanwha,
            "hanwha",
            "wisenet",
            "ipolis",
            "samsung techwin"),
        new MakerSearchProbe(
            "foscam",
            DatagramRequest.FOSCAM_SEARCH,
            FixedLayouts::foscam,
            "foscam",
            "netwave",
            "hiipcam",
            "ipcam client"),
        new MakerSearchProbe(
            "vstarcam",
            DatagramRequest.VSTARCAM_SEARCH,
            FixedLayouts::vstarcam,
            "vstarcam",
            "wanscam",
            "eye4"),
        new MakerSearchProbe(
            "dahua-legacy", DatagramRequest.DAHUA_LEGACY_SEARCH, FixedLayouts::dahua, "dahua"));
  }

  /// Those whose replies can be told from any other datagram by what they hold. Reolink's cannot:
  /// its layout is not known, and only that it follows our question makes it one.
  public static List<MakerSearchProbe> tellable() {
    return all().stream().filter(probe -> !probe.maker.equals("reolink")).toList();
  }

  @Override
  public String name() {
    return maker + "-search";
  }

  @Override
  public List<DatagramRequest> requests() {
    return requests;
  }

  @Override
  public List<String> words() {
    return words;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return MakerProbe.super.appliesTo(service, soFar) && isHinted(soFar, List.of());
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (layout.apply(heard.bytes())) {
      case Parsed.Bad<MakerMessage>(String why) ->
          heard.garbled(Secrets.blanked(heard.bytes().head(UNREAD_KEPT)), why);
      case Parsed.Good<MakerMessage>(MakerMessage message) -> {
        Reading reading = new Reading(heard.evidence(message.kept())).hardware(message.hardware());
        message
            .fields()
            .forEach(
                (name, value) -> reading.field(Observable.VENDOR_FIELD, maker + "." + name, value));
        message
            .factoryState()
            .ifPresent(
                factory ->
                    reading.add(new Observation.Activation(heard.from(), !factory, reading.id())));
        yield reading.outcome();
      }
    };
  }
}
