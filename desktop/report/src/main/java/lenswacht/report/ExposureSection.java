package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.Gap;

/// From where each asset can be reached: the ways hop by hop, what people said otherwise, and what
/// was not looked at. Assets of which the same is known, and no way, share a row.
final class ExposureSection {
  private static final int NAMED = 12;

  private final ReportContents contents;
  private final Wording wording;
  private final ExposureTale tale;

  ExposureSection(ReportContents contents, Wording wording, EvidenceRegister register) {
    this.contents = contents;
    this.wording = wording;
    this.tale = new ExposureTale(wording, register::number);
  }

  Section section() {
    List<RatedAsset> assets = contents.assessment().assets();
    List<Html> parts = new ArrayList<>();
    if (assets.isEmpty()) {
      parts.add(wording.paragraph("exposure.none"));
    } else {
      parts.add(wording.paragraph("exposure.meaning"));
      parts.add(
          Tables.table(
              "exposures",
              List.of(
                  wording.say("way.assets"),
                  wording.say("exposure.from"),
                  wording.say("exposure.ways")),
              rows(assets)));
      parts.add(gaps(assets));
    }
    return new Section("exposure", wording.say("exposure.title"), Html.several(parts));
  }

  private List<List<Html>> rows(List<RatedAsset> assets) {
    List<List<Html>> rows = new ArrayList<>();
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (RatedAsset asset : assets) {
      List<String> lines = lines(asset);
      String level = tale.level(asset.exposure());
      if (lines.isEmpty()) {
        alike.computeIfAbsent(level, none -> new ArrayList<>()).add(asset.address());
      } else {
        rows.add(
            List.of(
                Html.text(asset.address()),
                Html.text(level),
                Html.element("ul", lines.stream().map(line -> Html.element("li", line)).toList())));
      }
    }
    alike.forEach(
        (level, names) ->
            rows.add(Tables.row(names(names), level, wording.say("exposure.no-way"))));
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

  private String names(List<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() > NAMED
        ? wording.say("list.more", first, wording.number(names.size() - NAMED))
        : first;
  }

  private Html gaps(List<RatedAsset> assets) {
    Set<Gap> gaps = new TreeSet<>();
    assets.stream().map(RatedAsset::exposure).map(Exposure::gaps).forEach(gaps::addAll);
    return gaps.isEmpty()
        ? Html.nothing()
        : Html.several(
            Html.element("h3", wording.say("exposure.limits")),
            Html.element(
                "ul", gaps.stream().map(gap -> Html.element("li", tale.gap(gap))).toList()));
  }
}
