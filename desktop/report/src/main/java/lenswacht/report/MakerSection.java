package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
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
    Content body =
        names.isEmpty()
            ? wording.paragraph("makers.none")
            : Content.several(
                wording.paragraph("makers.meaning"),
                Tables.table(
                    "makers",
                    List.of(
                        wording.say("assets.maker"),
                        wording.say("makers.owner"),
                        wording.say("makers.seat"),
                        wording.say("makers.source")),
                    names.stream().map(this::row).toList()),
                statements(names));
    return body;
  }

  private List<Content> row(String name) {
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
    List<String> sources = new ArrayList<>(List.of(source(maker.source(), maker.date(), maker)));
    for (Ownership owned : contents.edition().makers().owners(name)) {
      owners.add(wording.say(owned.controls() ? "makers.held" : "makers.part-held", owned.owner()));
    }
    String chain = contents.edition().makers().chainText(name, contents.edition().date());
    if (chain.contains("<")) {
      sources.add(wording.say("makers.chain", chain));
    }
    return Tables.row(
        name,
        String.join("; ", owners),
        maker.seats().isEmpty() ? open : String.join(", ", maker.seats()),
        String.join("; ", sources));
  }

  /// A source with its day, and marks where it is old or was not verified.
  private String source(String source, String date, Maker maker) {
    List<String> parts = new ArrayList<>(List.of(source, date));
    if (maker.status() == Verified.GENERAL) {
      parts.add(wording.say("makers.not-verified"));
    }
    if (Age.isOverAYear(date, contents.edition().date())) {
      parts.add(wording.say("makers.over-a-year"));
    }
    return String.join(", ", parts);
  }

  /// What is stated on the states of the seats and by partner governments.
  private Content statements(NavigableSet<String> names) {
    MakerRegister register = contents.edition().makers();
    List<Content> statements = new ArrayList<>();
    for (Jurisdiction said : register.jurisdictions()) {
      List<String> concerned =
          names.stream()
              .filter(name -> register.statements(name, said.criterion()).contains(said))
              .toList();
      if (!concerned.isEmpty()) {
        statements.add(about(String.join(", ", concerned), sentence(said)));
      }
    }
    for (String name : names) {
      register.listings(name).forEach(said -> statements.add(about(name, sentence(said))));
    }
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
