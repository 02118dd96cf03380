package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.asset.Caution;
import lenswacht.fingerprint.asset.Join;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.fingerprint.asset.Trace;

/// Why addresses are one asset, and why answers cannot be taken at their word, in sentences: the
/// same for report and console.
public final class CautionTale {
  private static final int MOST_ADDRESSES = 12;

  private final Wording wording;

  /// Tells in `language`.
  public CautionTale(Locale language) {
    this(new Wording(language));
  }

  CautionTale(Wording wording) {
    this.wording = wording;
  }

  /// Everything there is to say of an asset that was met at `trace`, each with how sure it is.
  public List<String> tell(Trace trace) {
    List<String> sentences = new ArrayList<>();
    if (trace.addresses().size() > 1) {
      trace.joins().forEach(join -> sentences.add(sentence(trace, join) + sure(join.confidence())));
    }
    trace.cautions().forEach(it -> sentences.add(sentence(it) + sure(it.confidence())));
    return List.copyOf(sentences);
  }

  private String sure(Confidence confidence) {
    return " (" + wording.say("confidence", confidence) + ")";
  }

  String sentence(Trace trace, Join join) {
    String names =
        trace.presences().stream()
            .map(Presence::name)
            .distinct()
            .limit(MOST_ADDRESSES)
            .collect(Collectors.joining(", "));
    return wording.say("cautions.joined", names, wording.say("mark", join.mark().kind()));
  }

  String sentence(Caution caution) {
    if (caution.kind() == Caution.Kind.CHANNELS_BEHIND && isUnseen(caution)) {
      return wording.say("channels.unseen", word(caution, "channels"));
    }
    List<String> words =
        switch (caution.kind()) {
          case ANSWERED_BY_ROUTER, HARDWARE_ADDRESS_TWICE -> List.of("mac");
          case ADDRESS_CONFLICT -> List.of("macs");
          case ANSWERS_AS_SEVERAL_MAKERS -> List.of("makers");
          case OPENS_EVERY_PORT -> List.of("ports");
          case SEVERAL_AT_ONE_ADDRESS -> List.of("names");
          case SAYS_ANOTHER_ADDRESS, SEEN_THROUGH_ANOTHER -> List.of("own");
          case SEEN_ON_CHANNEL -> List.of("recorder", "channels");
          case CHANNELS_BEHIND -> List.of("channels", "direct", "through", "free", "unseen");
          case ADDRESS_CHANGED -> List.of("from", "to");
          case ADDRESS_CHANGED_HANDS -> List.of("address", "since");
          case MARK_SHARED -> List.of("mark", "value");
        };
    return wording.say(
        "caution." + caution.kind().name(),
        words.stream().map(name -> word(caution, name)).toArray());
  }

  /// Whether nothing is known of what is on any of its channels.
  private static boolean isUnseen(Caution caution) {
    return caution.words().getOrDefault("channels", "").equals(caution.words().get("unseen"));
  }

  private String word(Caution caution, String name) {
    String value = caution.words().getOrDefault(name, "");
    return name.equals("mark") ? wording.say("mark." + value) : value;
  }
}
