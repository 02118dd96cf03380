package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenswacht.assessment.RatedAsset;
import lenswacht.knowledge.Age;
import lenswacht.knowledge.Jurisdiction;
import lenswacht.knowledge.Listing;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;
import lenswacht.knowledge.Ownership;
import lenswacht.knowledge.Verified;
import lenswacht.report.content.Content;

/// Who the makers are that were found, as the edition has it, each statement with source and date.
final class MakerSection {
  private final ReportContents contents;
  private final Wording wording;

  MakerSection(ReportContents contents, Wording wording) {
    this.contents = contents;
    this.wording = wording;
  }

  /// Who stands behind the makers, and what is stated on them, in a table.
  Content table() {
    NavigableSet<String> names = new TreeSet<>();
    contents.assessment().assets().stream()
        .map(RatedAsset::identification)
        .map(identification -> identification.identity().maker())
        .flatMap(Optional::stream)
        .forEach(names::add);
    if (names.isEmpty()) {
      return wording.paragraph("makers.none");
    }
    List<String> sources = new ArrayList<>();
    List<List<Content>> rows = names.stream().map(name -> row(name, sources)).toList();
    return Content.several(
        wording.paragraph("makers.meaning"),
        Tables.table(
            "makers",
            List.of(
                wording.say("assets.maker"),
                wording.say("makers.owner"),
                wording.say("makers.seat"),
                wording.say("makers.source")),
            rows),
        sources.isEmpty()
            ? Content.nothing()
            : Content.paragraph(
                Content.Role.NAMES,
                Content.text(wording.say("makers.sources") + " "),
                Content.several(
                    sources.stream().map(source -> numbered(source, sources)).toList())),
        statements(names));
  }

  private static Content numbered(String source, List<String> sources) {
    int number = sources.indexOf(source) + 1;
    return Content.text((number > 1 ? "; " : "") + "[" + number + "]\u00a0" + source);
  }

  /// @param sources those that were named so far; a new one joins them
  private List<Content> row(String name, List<String> sources) {
    Optional<Maker> known = contents.edition().makers().maker(name);
    String open = wording.say("not-determined");
    if (known.isEmpty()) {
      return Tables.row(name, open, open, wording.say("makers.unknown"));
    }
    Maker maker = known.get();
    List<String> owners = new ArrayList<>(List.of(maker.owner().isEmpty() ? open : maker.owner()));
    if (maker.stateShare().isPresent()) {
      owners.add(wording.say("makers.state-share", maker.stateShare().getAsInt()));
    }
    List<String> said = new ArrayList<>(List.of(source(maker, sources)));
    String chain = contents.edition().makers().chainText(name, contents.edition().date());
    if (chain.contains("<")) {
      said.add(wording.say("makers.chain", chain));
    }
    for (Ownership owned : contents.edition().makers().owners(name)) {
      if (!owned.controls() || !chain.contains("<")) {
        owners.add(
            wording.say(owned.controls() ? "makers.held" : "makers.part-held", owned.owner()));
      }
    }
    return Tables.row(
        name,
        String.join("; ", owners),
        maker.seats().isEmpty() ? open : String.join(", ", maker.seats()),
        String.join("; ", said));
  }

  /// The number of a source with its day, and marks where it is old or was not verified.
  private String source(Maker maker, List<String> sources) {
    if (!sources.contains(maker.source())) {
      sources.add(maker.source());
    }
    List<String> parts = new ArrayList<>();
    parts.add("[" + (sources.indexOf(maker.source()) + 1) + "] " + maker.date());
    if (maker.status() == Verified.GENERAL) {
      parts.add(wording.say("makers.not-verified"));
    }
    if (Age.isOverAYear(maker.date(), contents.edition().date())) {
      parts.add(wording.say("makers.over-a-year"));
    }
    return String.join(", ", parts);
  }

  /// What is stated on the states of the seats and by partner governments.
  private Content statements(NavigableSet<String> names) {
    MakerRegister register = contents.edition().makers();
    Map<String, List<String>> states = new LinkedHashMap<>();
    for (Jurisdiction said : register.jurisdictions()) {
      String concerned =
          names.stream()
              .filter(name -> register.statements(name, said.criterion()).contains(said))
              .collect(Collectors.joining(", "));
      if (!concerned.isEmpty()) {
        states.computeIfAbsent(concerned, first -> new ArrayList<>()).add(sentence(said));
      }
    }
    Map<String, List<String>> listed = new LinkedHashMap<>();
    for (String name : names) {
      register
          .listings(name)
          .forEach(
              said -> listed.computeIfAbsent(sentence(said), first -> new ArrayList<>()).add(name));
    }
    List<Content> statements = new ArrayList<>();
    states.forEach((concerned, said) -> statements.add(about(concerned, String.join(" ", said))));
    listed.forEach((said, concerned) -> statements.add(about(String.join(", ", concerned), said)));
    return statements.isEmpty()
        ? Content.nothing()
        : Content.several(
            Content.heading(3, wording.say("makers.statements")), new Content.Listing(statements));
  }

  private static Content about(String name, String said) {
    return Content.several(Content.strong(name), Content.text(": "), Content.text(said));
  }

  private String sentence(Jurisdiction said) {
    String text = wording.language().getLanguage().equals("nl") ? said.nl() : said.en();
    return wording.say("makers.statement", said.state(), text, said.source(), dated(said.date()));
  }

  private String sentence(Listing listing) {
    return wording.say(
        "makers.listing",
        listing.state(),
        listing.instrument(),
        listing.source(),
        dated(listing.date()));
  }

  private String dated(String date) {
    return Age.isOverAYear(date, contents.edition().date())
        ? date + ", " + wording.say("makers.over-a-year")
        : date;
  }
}
