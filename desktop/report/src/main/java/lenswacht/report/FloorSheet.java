package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Placement;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;
import lenswacht.report.drawing.BlackAndWhite;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.paper.PdfPrinter;
import lenswacht.report.picture.FloorDrawing;
import lenswacht.report.picture.FloorLayers;
import lenswacht.report.picture.FloorTale;
import lenswacht.report.picture.PictureWords;
import lenswacht.report.picture.PlanAsset;

/// The floors of a site on paper without colour: each on a page with its plan, what the signs mean
/// and the same as a numbered list. To walk with, and to keep with a report.
///
/// @param site its name
/// @param plan what hangs where
/// @param assets what is known of assets, by name
/// @param layers what is shown
public record FloorSheet(
    String site, FloorPlan plan, Map<String, PlanAsset> assets, FloorLayers layers) {
  private static final double WIDTH = 680;
  private static final double HIGHEST = 700;

  public FloorSheet {
    assets = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(assets));
  }

  /// Writes the sheet to `pdf`, whole or not at all; a file that is there already is replaced.
  ///
  /// @throws IOException if it cannot be written, or a plan cannot be decoded
  public void write(Path pdf, ReportOrder order) throws IOException {
    Wording wording = new Wording(order.language());
    List<Chapter> floors = new ArrayList<>();
    for (Floor floor : plan.floors()) {
      floors.add(floor(floor, floors.size(), wording));
    }
    String title = wording.say("floor.title", site);
    Document document =
        new Document(
            order.language(),
            title,
            wording.say("floor.kind"),
            order.around(wording, title, wording.moment(order.printedAt())),
            floors.isEmpty() ? wording.paragraph("floor.none") : Content.nothing(),
            floors,
            true);
    WholeFile.write(pdf, new PdfPrinter(document, order.printedAt(), List::of)::print);
  }

  private Chapter floor(Floor floor, int index, Wording wording) throws IOException {
    PictureWords words = PictureWords.in(wording.language());
    FloorTale tale = new FloorTale(plan, assets, words);
    List<Content> parts = new ArrayList<>();
    parts.add(new Content.Picture(BlackAndWhite.of(drawing(floor, words))));
    List<Placement> placements = tale.placements(floor);
    if (!placements.isEmpty()) {
      parts.add(table(placements, tale, wording));
    }
    List<String> told = new ArrayList<>();
    plan.seenOn(floor).forEach(one -> told.add(tale.sentence(one)));
    told.add(words.counted("floor.to-place", tale.toPlace()));
    parts.add(Content.listing(told));
    return new Chapter(
        index == 0 ? "first-floor" : "floor-" + index, floor.name(), Content.several(parts));
  }

  /// The floors as a chapter of a report.
  Content content(Wording wording) {
    List<Content> parts = new ArrayList<>();
    for (Floor floor : plan.floors()) {
      parts.add(Content.heading(3, floor.name()));
      try {
        parts.add(floor(floor, parts.size(), wording).contents());
      } catch (IOException unreadable) {
        parts.add(wording.notice("floor.unreadable"));
      }
    }
    return Content.several(parts);
  }

  private Drawing drawing(Floor floor, PictureWords words) {
    double wide = Math.min(WIDTH, HIGHEST * floor.picture().width() / floor.picture().height());
    return new FloorDrawing(plan, floor, assets, layers, wide, words).drawing();
  }

  private static Content table(List<Placement> placements, FloorTale tale, Wording wording) {
    LevelMark marks = new LevelMark(wording);
    return Tables.table(
        "floor",
        List.of(
            wording.say("floor.number"),
            wording.say("floor.asset"),
            wording.say("floor.covers"),
            wording.say("floor.view"),
            wording.say("axis.ESPIONAGE"),
            wording.say("axis.PRIVACY")),
        placements.stream()
            .map(
                placement -> {
                  PlanAsset asset = tale.known(placement.asset());
                  return List.of(
                      Content.text(asset.numeral()),
                      Content.several(
                          Content.text(asset.product()),
                          Content.lineBreak(),
                          Content.text(asset.asset())),
                      Content.text(tale.covers(placement)),
                      Content.text(tale.view(placement.view())),
                      marks.of(asset.espionage()),
                      marks.of(asset.privacy()));
                })
            .toList());
  }
}
