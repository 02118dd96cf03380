package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.Gap;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// From where each asset can be reached: the ways hop by hop, what people said otherwise, and what
/// was not looked at. Assets of which the same is known, and no way, share a row.
final class ExposureSection {
  private static final int TOGETHER = 60;

  private final ReportContents contents;
  private final Wording wording;
  private final ExposureTale tale;

  ExposureSection(ReportContents contents, Wording wording, EvidenceRegister register) {
    this.contents = contents;
    this.wording = wording;
    this.tale = new ExposureTale(wording, register::number);
  }

  Chapter section() {
    List<RatedAsset> assets = contents.assessment().assets();
    List<Content> parts = new ArrayList<>();
    if (assets.isEmpty()) {
      parts.add(wording.paragraph("exposure.none"));
    } else {
      parts.add(wording.paragraph("exposure.meaning"));
      parts.add(
          Tables.table(
              "exposures",
              List.of(
                  wording.say("assets.address"),
                  wording.say("exposure.from"),
                  wording.say("exposure.ways")),
              rows(assets)));
      parts.add(gaps(assets));
    }
    return new Chapter("exposure", wording.say("exposure.title"), Content.several(parts));
  }

  private List<List<Content>> rows(List<RatedAsset> assets) {
    List<List<Content>> rows = new ArrayList<>();
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (RatedAsset asset : assets) {
      List<String> lines = lines(asset);
      String level = tale.level(asset.exposure());
      if (lines.isEmpty()) {
        alike.computeIfAbsent(level, none -> new ArrayList<>()).add(asset.address());
      } else {
        rows.add(
            List.of(
                Content.text(asset.address()),
                Content.text(level),
                new Content.Listing(lines.stream().map(line -> Content.text(line)).toList())));
      }
    }
    alike.forEach(
        (level, names) -> {
          for (int from = 0; from < names.size(); from += TOGETHER) {
            List<String> some = names.subList(from, Math.min(names.size(), from + TOGETHER));
            rows.add(
                Tables.row(
                    wording.say("exposure.several", wording.number(some.size())),
                    level,
                    wording.say("exposure.no-way") + " " + String.join(", ", some)));
          }
        });
    return rows;
  }

  private List<String> lines(RatedAsset asset) {
    List<String> lines = new ArrayList<>(tale.paths(asset.exposure()));
    lines.addAll(tale.remarks(asset.exposure()));
    asset
        .contradictions()
        .forEach(
            against ->
                lines.add(
                    tale.contradiction(
                        contents
                            .edition()
                            .pack()
                            .field(against.field())
                            .map(field -> wording.sentence("field." + field.name(), Map.of()))
                            .orElse(against.field()),
                        against)));
    return lines;
  }

  private Content gaps(List<RatedAsset> assets) {
    Set<Gap> gaps = new TreeSet<>();
    assets.stream().map(RatedAsset::exposure).map(Exposure::gaps).forEach(gaps::addAll);
    return gaps.isEmpty()
        ? Content.nothing()
        : Content.several(
            Content.heading(3, wording.say("exposure.limits")),
            new Content.Listing(gaps.stream().map(gap -> Content.text(tale.gap(gap))).toList()));
  }
}
