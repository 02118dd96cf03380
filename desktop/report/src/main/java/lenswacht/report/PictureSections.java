package lenswacht.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.Axis;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Visit;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.picture.OwnershipDrawing;
import lenswacht.report.picture.PictureWords;
import lenswacht.report.picture.Provenance;
import lenswacht.report.picture.RiskDrawing;
import lenswacht.report.picture.RiskMatrix;

/// The chapters that are pictures: the two matrices of risk, and who is behind each label. Below
/// each picture stands the same in words.
final class PictureSections {
  private static final String TABLE = "RISK";
  private static final int NAMED = 6;

  private final ReportContents contents;
  private final Wording wording;
  private final PictureWords words;

  PictureSections(ReportContents contents, Wording wording) {
    this.contents = contents;
    this.wording = wording;
    this.words = PictureWords.in(wording.language());
  }

  /// A picture with the same in words below it.
  static Content twin(Drawing drawing) {
    return Content.several(new Content.Picture(drawing), Content.listing(drawing.told()));
  }

  Chapter risk() {
    List<Content> parts = new ArrayList<>();
    List<RatedAsset> assets = contents.assessment().assets();
    if (assets.isEmpty()) {
      parts.add(wording.paragraph("summary.nothing.meaning"));
    } else {
      parts.add(wording.paragraph("risk.about"));
      for (Axis axis : Axis.values()) {
        Drawing drawing =
            new RiskDrawing(
                    RiskMatrix.of(axis, assets), contents.edition().pack().table(TABLE), words)
                .drawing();
        parts.add(twin(drawing));
      }
    }
    return new Chapter("risk", wording.say("risk.title"), Content.several(parts));
  }

  /// Who is behind each maker, one picture for those assets of which most is the same; the longest
  /// chains first, then those of most assets.
  ///
  /// @param most how many are drawn
  Chapter ownership(Content table, int most) {
    List<Content> parts = new ArrayList<>();
    parts.add(table);
    Optional<LocalDate> seen =
        contents.visits().stream()
            .map(Visit::started)
            .reduce((_, later) -> later)
            .map(moment -> moment.atOffset(ZoneOffset.UTC).toLocalDate());
    Map<Provenance, List<String>> chains = new LinkedHashMap<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      chains
          .computeIfAbsent(Provenance.of(asset.identification(), seen), first -> new ArrayList<>())
          .add(asset.address());
    }
    List<Map.Entry<Provenance, List<String>>> known =
        chains.entrySet().stream()
            .filter(chain -> chain.getKey().maker().isPresent())
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<Provenance, List<String>> chain) -> -links(chain.getKey()))
                    .thenComparingInt(chain -> -chain.getValue().size()))
            .toList();
    Set<Optional<String>> drawn = new HashSet<>();
    for (Map.Entry<Provenance, List<String>> chain : known) {
      if (drawn.size() < most && drawn.add(chain.getKey().maker())) {
        parts.add(chain(chain.getKey(), chain.getValue()));
      }
    }
    long left =
        known.stream()
            .map(chain -> chain.getKey().maker())
            .filter(maker -> !drawn.contains(maker))
            .distinct()
            .count();
    if (left > 0) {
      parts.add(wording.paragraph("ownership.more", wording.number(left)));
    }
    return new Chapter("makers", wording.say("makers.title"), Content.several(parts));
  }

  /// How many firms stand one behind the other.
  private int links(Provenance provenance) {
    return provenance.maker().map(contents.edition().makers()::chain).orElse(List.of()).size();
  }

  private Content chain(Provenance provenance, List<String> addresses) {
    Drawing drawing =
        new OwnershipDrawing(
                provenance, contents.edition().makers(), contents.edition().date(), words)
            .drawing();
    String named = addresses.stream().limit(NAMED).collect(Collectors.joining(", "));
    return Content.several(
        new Content.Whole(
            Content.several(
                Content.heading(3, drawing.title()),
                Content.paragraph(
                    Content.Role.LINE,
                    Content.text(
                        addresses.size() > NAMED
                            ? wording.say(
                                "list.more", named, wording.number(addresses.size() - NAMED))
                            : named)),
                new Content.Picture(drawing))),
        Content.listing(drawing.told()));
  }
}
