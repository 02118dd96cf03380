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
import lenswacht.fingerprint.asset.Trace;
import lenswacht.report.content.Content;

/// Which addresses are one asset and why, and which answers cannot be taken at their word, of
/// everything that was found: once each, whomever they concern.
final class CautionTable {
  /// Most pieces of evidence that are cited for one statement.
  static final int MOST_EVIDENCE = 4;

  private static final int MOST_ADDRESSES = 12;

  /// What the table of channels tells.
  private static final Set<Caution.Kind> TOLD_BY_CHANNEL =
      Set.of(Caution.Kind.CHANNELS_BEHIND, Caution.Kind.SEEN_ON_CHANNEL);

  private final Wording wording;
  private final EvidenceRegister register;
  private final CautionTale tale;

  CautionTable(Wording wording, EvidenceRegister register) {
    this.wording = wording;
    this.register = register;
    this.tale = new CautionTale(wording);
  }

  /// Where each asset of `assessment` was met.
  static Stream<Trace> traces(Assessment assessment) {
    return Stream.concat(
        assessment.assets().stream().map(RatedAsset::trace),
        assessment.others().stream().map(OtherAsset::trace));
  }

  Content html(Assessment assessment) {
    List<Trace> traces = traces(assessment).toList();
    List<List<Content>> rows = new ArrayList<>();
    for (Trace trace : traces) {
      if (trace.addresses().size() > 1) {
        trace.joins().forEach(join -> rows.add(row(trace, join)));
      }
    }
    Set<Caution> cautions = new LinkedHashSet<>();
    traces.forEach(trace -> cautions.addAll(trace.cautions()));
    cautions.stream()
        .filter(caution -> !TOLD_BY_CHANNEL.contains(caution.kind()))
        .forEach(caution -> rows.add(row(caution)));
    if (rows.isEmpty()) {
      return wording.paragraph("cautions.none");
    }
    return Content.several(
        Content.heading(3, wording.say("cautions.title")),
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

  private List<Content> row(Trace trace, Join join) {
    return List.of(
        Content.text(trace.presences().getFirst().name()),
        Content.text(tale.sentence(trace, join)),
        Content.text(wording.say("confidence", join.confidence())),
        Content.text(register.references(join.evidence().stream().limit(MOST_EVIDENCE).toList())));
  }

  private List<Content> row(Caution caution) {
    String addresses =
        caution.addresses().stream()
            .limit(MOST_ADDRESSES)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    int left = caution.addresses().size() - MOST_ADDRESSES;
    return List.of(
        Content.text(
            left > 0 ? wording.say("list.more", addresses, wording.number(left)) : addresses),
        Content.text(tale.sentence(caution)),
        Content.text(wording.say("confidence", caution.confidence())),
        Content.text(
            register.references(caution.evidence().stream().limit(MOST_EVIDENCE).toList())));
  }
}
