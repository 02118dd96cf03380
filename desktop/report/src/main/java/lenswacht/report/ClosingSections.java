package lenswacht.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.Severity;
import lenswacht.assessment.Verdict;
import lenswacht.fingerprint.Confidence;
import lenswacht.knowledge.Control;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Source;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// What stands at the end: the verdict for each control, the evidence register, and method,
/// editions and wording.
final class ClosingSections {
  private static final int WORDS = 5;
  private static final int METHOD = 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;
  private final LevelMark mark;

  ClosingSections(ReportContents contents, ReportOrder order, Wording wording) {
    this.contents = contents;
    this.order = order;
    this.wording = wording;
    this.mark = new LevelMark(wording);
  }

  Chapter controls() {
    List<List<Content>> rows = new ArrayList<>();
    contents
        .assessment()
        .controls()
        .forEach(
            (id, verdict) ->
                rows.add(
                    List.of(
                        Content.text(id),
                        Content.text(wording.sentence("control." + id, Map.of())),
                        mark.of(verdict),
                        Content.text(acceptable(id, verdict)))));
    Content body =
        rows.isEmpty()
            ? wording.paragraph("controls.none")
            : Content.several(
                wording.paragraph("controls.meaning"),
                Tables.table(
                    "controls",
                    List.of(
                        wording.say("controls.id"),
                        wording.say("controls.control"),
                        wording.say("controls.verdict"),
                        wording.say("controls.acceptable")),
                    rows));
    return new Chapter("controls", wording.say("controls.title"), body);
  }

  /// What would make a control that is not met acceptable: the sentences of those of its rules that
  /// fired for some asset.
  private String acceptable(String id, Verdict verdict) {
    if (verdict != Verdict.NOT_SATISFIED) {
      return "";
    }
    List<String> rules =
        contents.edition().pack().control(id).map(Control::rules).orElse(List.of());
    return contents.assessment().assets().stream()
        .flatMap(asset -> asset.findings().stream())
        .filter(finding -> rules.contains(finding.rule()))
        .map(finding -> wording.sentence(finding.acceptableIf(), Map.of()))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  Chapter evidence(EvidenceRegister register) {
    List<List<Content>> rows = new ArrayList<>();
    register.ids().forEach(id -> rows.add(row(id, register.number(id))));
    Content body =
        rows.isEmpty()
            ? wording.paragraph("evidence.none")
            : Content.several(
                wording.paragraph("evidence.meaning"),
                Tables.table(
                    "evidence",
                    List.of(
                        wording.say("evidence.number"),
                        wording.say("evidence.time"),
                        wording.say("evidence.service"),
                        wording.say("evidence.hash")),
                    rows));
    return new Chapter("evidence", wording.say("evidence.title"), body);
  }

  private List<Content> row(EvidenceId id, String number) {
    Content digits = Content.code(id.hex());
    Optional<Evidence> kept = contents.evidence().kept(id);
    if (kept.isEmpty()) {
      return List.of(
          Content.text(number), Content.text("–"), mark.notDetermined("evidence.missing"), digits);
    }
    Evidence evidence = kept.get();
    StringBuilder told = new StringBuilder();
    told.append(evidence.service()).append(' ').append(evidence.question()).append("; ");
    told.append(wording.say("evidence.octets", wording.number(evidence.bytes().length())));
    if (evidence.truncated()) {
      told.append(", ").append(wording.say("evidence.truncated"));
    }
    if (evidence.redacted()) {
      told.append(", ").append(wording.say("evidence.redacted"));
    }
    return List.of(
        Content.text(number),
        Content.text(TIME.format(evidence.at())),
        Content.text(told.toString()),
        Content.several(
            digits, Content.lineBreak(), Content.code(evidence.bytes().sha256().hex())));
  }

  Chapter method() {
    PolicyPack pack = contents.edition().pack();
    List<Content> parts = new ArrayList<>();
    for (int i = 1; i <= METHOD; i++) {
      parts.add(wording.paragraph("method." + i));
    }
    parts.add(Content.heading(3, wording.say("method.editions")));
    parts.add(
        Tables.pairs(
            List.of(
                Tables.row(wording.say("method.program"), order.programVersion()),
                Tables.row(wording.say("method.edition"), contents.edition().id()),
                Tables.row(
                    wording.say("method.edition-date"), wording.day(contents.edition().date())),
                List.of(
                    Content.text(wording.say("method.edition-hash")),
                    Content.code(contents.edition().hash())),
                Tables.row(
                    wording.say("method.pack"),
                    wording.say(
                        "method.pack.version",
                        pack.title(wording.language()),
                        pack.version(),
                        pack.date(),
                        wording.sayOr("pack-status." + pack.status(), pack.status()))),
                List.of(Content.text(wording.say("method.pack-hash")), Content.code(pack.hash())),
                Tables.row(wording.say("method.pack-signed"), signed(pack)))));
    parts.add(Content.heading(3, wording.say("method.words")));
    parts.add(words());
    parts.add(Content.heading(3, wording.say("method.sources")));
    parts.add(sources(pack));
    return new Chapter("method", wording.say("method.title"), Content.several(parts));
  }

  private String signed(PolicyPack pack) {
    return pack.seal()
        .map(seal -> wording.say("method.signed", seal.signer(), seal.day(), seal.keyName()))
        .orElse(wording.say("method.unsigned"));
  }

  private Content words() {
    List<List<Content>> rows = new ArrayList<>();
    for (int i = 1; i <= WORDS; i++) {
      rows.add(Tables.row(wording.say("word." + i), wording.say("word.meaning." + i)));
    }
    for (Severity severity : List.of(Severity.values()).reversed()) {
      rows.add(
          List.of(
              Content.several(Content.text(wording.say("word.severity") + " "), mark.of(severity)),
              Content.text(wording.say("severity.meaning", severity))));
    }
    for (Confidence confidence : List.of(Confidence.values()).reversed()) {
      rows.add(
          Tables.row(
              wording.say("word.confidence") + " " + wording.say("confidence", confidence),
              wording.say("confidence.meaning", confidence)));
    }
    return Tables.pairs(rows);
  }

  private Content sources(PolicyPack pack) {
    List<List<Content>> rows = new ArrayList<>();
    for (Source source : pack.sources()) {
      rows.add(
          Tables.row(
              source.id(),
              source.title(),
              source.date(),
              wording.sayOr("source-status." + source.status(), source.status())));
    }
    return Tables.table(
        "sources",
        List.of(
            wording.say("source.id"),
            wording.say("source.title"),
            wording.say("source.date"),
            wording.say("source.status")),
        rows);
  }
}
