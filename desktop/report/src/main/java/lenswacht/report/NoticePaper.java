package lenswacht.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import lenswacht.assessment.Visit;
import lenswacht.observation.Mandate;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;

/// What the owner of the network is told before a visit, as a paper of its own for each mandate of
/// the case.
final class NoticePaper {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;

  NoticePaper(ReportContents contents, ReportOrder order, Wording wording) {
    this.contents = contents;
    this.order = order;
    this.wording = wording;
  }

  Document document() {
    List<Mandate> mandates = contents.visits().stream().map(Visit::mandate).distinct().toList();
    if (mandates.isEmpty()) {
      return of(contents.assessment().site(), wording.paragraph("notice.no-mandate"), List.of());
    }
    VisitNotice last =
        new VisitNotice(
            mandates.getLast(), order.contact().hardware(), order.contact().call(), ZONE);
    return of(last);
  }

  /// The paper that tells `notice`.
  Document of(VisitNotice notice) {
    List<Content> parts = new ArrayList<>();
    parts.add(
        Tables.pairs(
            notice.lines(order.language()).stream()
                .map(line -> Tables.row(line.name(), line.says()))
                .toList()));
    parts.add(Content.listing(notice.closing(order.language())));
    return of(
        notice.title(order.language()), Content.paragraph(notice.opening(order.language())), parts);
  }

  private Document of(String title, Content opening, List<Content> parts) {
    List<Content> all = new ArrayList<>();
    all.add(Content.heading(1, title));
    all.add(opening);
    all.addAll(parts);
    List<Chapter> none = List.of();
    return new Document(
        order.language(),
        title,
        wording.say("notice.kind"),
        order.around(
            wording, title, wording.say("foot", contents.edition().id(), wording.say("foot.none"))),
        Content.several(all),
        none,
        false);
  }
}
