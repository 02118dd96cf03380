package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.assessment.Assessment;
import lenswacht.fingerprint.asset.Channels;
import lenswacht.fingerprint.asset.SeenChannel;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.EvidenceId;
import lenswacht.report.content.Content;

/// The channels of everything that has some, each with what delivers its pictures and how that was
/// seen.
final class ChannelTable {
  private final Wording wording;
  private final EvidenceRegister register;
  private final ChannelTale tale;

  ChannelTable(Wording wording, EvidenceRegister register) {
    this.wording = wording;
    this.register = register;
    this.tale = new ChannelTale(wording);
  }

  /// The evidence that the table cites of one asset.
  static Stream<EvidenceId> cited(Trace trace) {
    Channels channels = trace.channels();
    return Stream.concat(
        channels.evidence().stream().limit(CautionTable.MOST_EVIDENCE),
        channels.told().stream()
            .flatMap(channel -> channel.evidence().stream().limit(CautionTable.MOST_EVIDENCE)));
  }

  Content html(Assessment assessment) {
    List<List<Content>> rows = new ArrayList<>();
    CautionTable.traces(assessment)
        .filter(trace -> trace.channels().isTold())
        .forEach(trace -> rows.addAll(rows(trace)));
    if (rows.isEmpty()) {
      return wording.paragraph("channels.none");
    }
    return Content.several(
        Content.heading(3, wording.say("channels.title")),
        wording.paragraph("channels.meaning"),
        Tables.table(
            "channels",
            List.of(
                wording.say("assets.address"),
                wording.say("channels.channel"),
                wording.say("channels.what"),
                wording.say("evidence.number")),
            rows));
  }

  private List<List<Content>> rows(Trace trace) {
    String name = trace.presences().isEmpty() ? "" : trace.presences().getFirst().name();
    Channels channels = trace.channels();
    List<List<Content>> rows = new ArrayList<>();
    for (SeenChannel channel : channels.told()) {
      rows.add(
          Tables.row(
              name, tale.title(channel), tale.sentence(channel), references(channel.evidence())));
    }
    for (String besides : channels.besides()) {
      rows.add(Tables.row(name, "", wording.say("channels.besides", besides), ""));
    }
    int left = channels.all() - channels.told().size() - channels.besides().size();
    if (left > 0) {
      rows.add(
          Tables.row(
              name, "", wording.say("channels.left", left), references(channels.evidence())));
    }
    return rows;
  }

  private String references(List<EvidenceId> evidence) {
    return register.references(evidence.stream().limit(CautionTable.MOST_EVIDENCE).toList());
  }
}
