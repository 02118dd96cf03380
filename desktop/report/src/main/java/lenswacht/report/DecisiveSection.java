package lenswacht.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.RatedAsset;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Explainer;
import lenswacht.fingerprint.Explanation;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// What decided, letter by letter: for each conclusion on an asset its strongest sign, with the
/// part of the answer that decided, and the first octets of each piece of evidence as they were
/// read.
final class DecisiveSection {
  private static final int AROUND = 32;
  private static final int OCTETS = 48;
  private static final int ROW = 24;

  private final ReportContents contents;
  private final Wording wording;
  private final EvidenceRegister register;

  DecisiveSection(ReportContents contents, Wording wording, EvidenceRegister register) {
    this.contents = contents;
    this.wording = wording;
    this.register = register;
  }

  Chapter section() {
    List<Content> parts = new ArrayList<>();
    List<List<Content>> signs = signs();
    if (signs.isEmpty()) {
      parts.add(wording.paragraph("evidence.none"));
    } else {
      parts.add(wording.paragraph("decisive.about"));
      parts.add(
          Tables.table(
              "decisive",
              List.of(
                  wording.say("decisive.concluded"),
                  wording.say("decisive.letters"),
                  wording.say("decisive.rests-on"),
                  wording.say("assets.address")),
              signs));
    }
    List<List<Content>> octets = octets();
    if (!octets.isEmpty()) {
      parts.add(Content.heading(3, wording.say("decisive.octets")));
      parts.add(
          Tables.table(
              "octets",
              List.of(wording.say("evidence.number"), wording.say("decisive.first", OCTETS)),
              octets));
    }
    return new Chapter("decisive", wording.say("decisive.title"), Content.several(parts));
  }

  /// A row for each conclusion and sign; assets that share both share the row.
  private List<List<Content>> signs() {
    Explainer explainer = new Explainer(Catalogue.bundled());
    Map<List<Content>, List<String>> rows = new LinkedHashMap<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      for (Explanation.Chain chain : explainer.explain(asset.identification()).chains()) {
        chain.supporting().stream()
            .findFirst()
            .ifPresent(
                sign ->
                    rows.computeIfAbsent(
                            row(chain, sign, asset.identification().claims().isEmpty()),
                            first -> new ArrayList<>())
                        .add(
                            asset.address()
                                + " ("
                                + register.number(sign.claim().evidence())
                                + ")"));
      }
    }
    List<List<Content>> written = new ArrayList<>();
    rows.forEach(
        (row, assets) -> {
          List<Content> cells = new ArrayList<>(row);
          String first = String.join(", ", assets.subList(0, Math.min(4, assets.size())));
          cells.add(
              Content.text(
                  assets.size() > 4
                      ? wording.say("list.more", first, wording.number(assets.size() - 4))
                      : first));
          written.add(cells);
        });
    return written;
  }

  private List<Content> row(Explanation.Chain chain, Explanation.Sign sign, boolean isBare) {
    String seen = sign.claim().seen();
    int from = Math.max(0, sign.from() - AROUND);
    int to = Math.min(seen.length(), sign.to() + AROUND);
    return List.of(
        Content.several(
            Content.text(wording.say("attribute", chain.conclusion().attribute()) + ": "),
            Content.strong(
                wording.sayOr("kind." + chain.conclusion().value(), chain.conclusion().value()))),
        isBare
            ? Content.nothing()
            : Content.several(
                Content.code((from > 0 ? "…" : "") + seen.substring(from, sign.from())),
                Content.strong(sign.decisive()),
                Content.code(seen.substring(sign.to(), to) + (to < seen.length() ? "…" : ""))),
        Content.text(
            wording.say("trust", sign.claim().trust())
                + ", "
                + wording.say("confidence", sign.claim().confidence())));
  }

  private List<List<Content>> octets() {
    List<List<Content>> rows = new ArrayList<>();
    for (EvidenceId id : register.ids()) {
      Optional<Evidence> shown = contents.evidence().shown(id);
      shown.ifPresent(
          evidence ->
              rows.add(
                  List.of(
                      Content.text(register.number(id)),
                      octets(evidence.bytes().head(OCTETS).toArray()))));
    }
    return rows;
  }

  /// Octets as numbers, and beside them as letters.
  private static Content octets(byte[] octets) {
    List<Content> lines = new ArrayList<>();
    for (int from = 0; from < octets.length; from += ROW) {
      StringBuilder numbers = new StringBuilder();
      int to = Math.min(octets.length, from + ROW);
      byte[] letters = new byte[to - from];
      for (int at = from; at < to; at++) {
        numbers.append(Character.forDigit((octets[at] >> 4) & 15, 16));
        numbers.append(Character.forDigit(octets[at] & 15, 16)).append(' ');
        letters[at - from] = octets[at] >= 32 && octets[at] < 127 ? octets[at] : (byte) '.';
      }
      lines.add(Content.code(numbers + "· " + new String(letters, StandardCharsets.US_ASCII)));
    }
    return Tables.lines(lines);
  }
}
