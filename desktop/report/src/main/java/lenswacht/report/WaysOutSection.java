package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.outward.WaysOut.Call;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// Whom the assets call outside, which logs tell of it, and what cannot be told.
final class WaysOutSection {
  private static final int MOST_ROWS = 500;

  private final WaysOut ways;
  private final Wording wording;
  private final WaysOutTale tale;

  WaysOutSection(ReportContents contents, Wording wording) {
    this.ways = contents.seen().waysOut();
    this.wording = wording;
    this.tale = new WaysOutTale(wording);
  }

  Chapter section() {
    List<Content> parts = new ArrayList<>();
    parts.add(wording.paragraph("outward.meaning"));
    if (ways.calls().isEmpty()) {
      parts.add(Content.paragraph(tale.none(ways)));
    } else {
      parts.add(calls());
    }
    tale.unwatched(ways).ifPresent(sentence -> parts.add(Content.paragraph(sentence)));
    list(parts, "outward.faces", ways.faces().stream().map(tale::face));
    if (!ways.faces().isEmpty()) {
      parts.add(wording.paragraph("outward.faces.meaning"));
    }
    list(parts, "outward.logs", ways.logs().stream().map(tale::log));
    list(parts, "outward.trials", ways.trials().stream().map(tale::trial));
    return new Chapter("outward", wording.say("outward.title"), Content.several(parts));
  }

  private Content calls() {
    List<List<Content>> rows = new ArrayList<>();
    ways.calls().stream().limit(MOST_ROWS).map(this::row).forEach(rows::add);
    return Tables.table(
        "outward",
        List.of(
            wording.say("outward.caller"),
            wording.say("outward.service"),
            wording.say("outward.operator"),
            wording.say("outward.when"),
            wording.say("outward.seen-by")),
        rows);
  }

  private List<Content> row(Call call) {
    return Tables.row(
        call.caller(),
        call.name() + ": " + tale.purpose(call),
        tale.operator(call),
        wording.say(
            "outward.times", wording.number(call.times()), tale.period(call.first(), call.last())),
        call.seenBy());
  }

  private void list(List<Content> parts, String key, Stream<String> lines) {
    List<Content> told = new ArrayList<>();
    lines.limit(MOST_ROWS).forEach(line -> told.add(Content.text(line)));
    if (!told.isEmpty()) {
      parts.add(Content.heading(3, wording.say(key)));
      parts.add(new Content.Listing(told));
    }
  }
}
