package lenswacht.report;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.fingerprint.asset.Caution;
import lenswacht.fingerprint.asset.Join;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.fingerprint.asset.Trace;

/// Which addresses are one asset and why, and which answers cannot be taken at their word, of
/// everything that was found: once each, whomever they concern.
final class CautionTable {
  /// Most pieces of evidence that are cited for one statement.
  static final int MOST_EVIDENCE = 4;

  private static final int MOST_ADDRESSES = 12;

  private final Wording wording;
  private final EvidenceRegister register;

  CautionTable(Wording wording, EvidenceRegister register) {
    this.wording = wording;
    this.register = register;
  }

  /// Where each asset of `assessment` was met.
  static Stream<Trace> traces(Assessment assessment) {
    return Stream.concat(
        assessment.assets().stream().map(RatedAsset::trace),
        assessment.others().stream().map(OtherAsset::trace));
  }

  Html html(Assessment assessment) {
    List<Trace> traces = traces(assessment).toList();
    List<List<Html>> rows = new ArrayList<>();
    for (Trace trace : traces) {
      if (trace.addresses().size() > 1) {
        trace.joins().forEach(join -> rows.add(row(trace, join)));
      }
    }
    Set<Caution> cautions = new LinkedHashSet<>();
    traces.forEach(trace -> cautions.addAll(trace.cautions()));
    cautions.forEach(caution -> rows.add(row(caution)));
    if (rows.isEmpty()) {
      return wording.paragraph("cautions.none");
    }
    return Html.several(
        Html.element("h3", wording.say("cautions.title")),
        wording.paragraph("cautions.meaning"),
        Tables.table(
            "cautions",
            List.of(
                wording.say("assets.address"),
                wording.say("cautions.what"),
                wording.say("cautions.sure"),
                wording.say("evidence.number")),
            rows));
  }

  private List<Html> row(Trace trace, Join join) {
    String names =
        trace.presences().stream()
            .map(Presence::name)
            .distinct()
            .limit(MOST_ADDRESSES)
            .collect(Collectors.joining(", "));
    return List.of(
        Html.text(trace.presences().getFirst().name()),
        Html.text(wording.say("cautions.joined", names, wording.say("mark", join.mark().kind()))),
        Html.text(wording.say("confidence", join.confidence())),
        Html.text(register.references(join.evidence().stream().limit(MOST_EVIDENCE).toList())));
  }

  private List<Html> row(Caution caution) {
    String addresses =
        caution.addresses().stream()
            .limit(MOST_ADDRESSES)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    int left = caution.addresses().size() - MOST_ADDRESSES;
    return List.of(
        Html.text(left > 0 ? wording.say("list.more", addresses, wording.number(left)) : addresses),
        Html.text(sentence(caution)),
        Html.text(wording.say("confidence", caution.confidence())),
        Html.text(register.references(caution.evidence().stream().limit(MOST_EVIDENCE).toList())));
  }

  private String sentence(Caution caution) {
    List<String> words =
        switch (caution.kind()) {
          case ANSWERED_BY_ROUTER, HARDWARE_ADDRESS_TWICE -> List.of("mac");
          case ADDRESS_CONFLICT -> List.of("macs");
          case ANSWERS_AS_SEVERAL_MAKERS -> List.of("makers");
          case OPENS_EVERY_PORT -> List.of("ports");
          case SEVERAL_AT_ONE_ADDRESS -> List.of("names");
          case SAYS_ANOTHER_ADDRESS, SEEN_THROUGH_ANOTHER -> List.of("own");
          case CHANNELS_BEHIND -> List.of("channels");
          case ADDRESS_CHANGED -> List.of("from", "to");
          case ADDRESS_CHANGED_HANDS -> List.of("address", "since");
          case MARK_SHARED -> List.of("mark", "value");
        };
    return wording.say(
        "caution." + caution.kind().name(),
        words.stream().map(name -> word(caution, name)).toArray());
  }

  private String word(Caution caution, String name) {
    String value = caution.words().getOrDefault(name, "");
    return name.equals("mark") ? wording.say("mark." + value) : value;
  }
}
