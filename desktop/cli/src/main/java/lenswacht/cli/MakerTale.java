package lenswacht.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import lenswacht.knowledge.Age;
import lenswacht.knowledge.Jurisdiction;
import lenswacht.knowledge.Listing;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;
import lenswacht.knowledge.Ownership;
import lenswacht.knowledge.Verified;

/// What the register says of a maker and its owners, each statement with its source, its day, how
/// well it was read, and whether it is over a year old.
final class MakerTale {
  private static final List<String> COLUMNS =
      List.of("part", "name", "says", "source", "date", "read", "over_a_year");

  private final MakerRegister register;
  private final String maker;
  private final LocalDate onDay;
  private final boolean dutch;
  private final ResourceBundle words;

  MakerTale(MakerRegister register, String maker, LocalDate onDay, Locale language) {
    this.register = register;
    this.maker = maker;
    this.onDay = onDay;
    this.dutch = language.getLanguage().equals("nl");
    this.words = ResourceBundle.getBundle("lenswacht.cli.maker", language);
  }

  /// One statement.
  private record Said(
      String part, String name, String says, String source, String date, Verified read) {}

  /// Every statement as a row.
  Answer table() {
    return new Answer(
        COLUMNS,
        statements().stream()
            .map(
                said ->
                    List.of(
                        said.part(),
                        said.name(),
                        said.says(),
                        said.source(),
                        said.date(),
                        said.read().name().toLowerCase(Locale.ROOT),
                        Age.isOverAYear(said.date(), onDay) ? "yes" : "no"))
            .toList());
  }

  /// Every statement as a line for people, under the maker it is about.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Said said : statements()) {
      StringBuilder line = new StringBuilder(say("part." + said.part(), said.name(), said.says()));
      line.append(" [").append(said.source()).append(", ").append(said.date());
      if (said.read() != Verified.READ) {
        line.append("; ").append(say("read." + said.read().name()));
      }
      if (Age.isOverAYear(said.date(), onDay)) {
        line.append("; ").append(say("over-a-year"));
      }
      lines.add(line.append(']').toString());
    }
    return List.copyOf(lines);
  }

  private List<Said> statements() {
    List<Said> all = new ArrayList<>();
    for (Maker link : register.chain(maker)) {
      all.add(
          new Said("maker", link.name(), seat(link), link.source(), link.date(), link.status()));
      for (Ownership owned : register.owners(link.name())) {
        String part = owned.controls() ? "owner" : "holder";
        String owner = owned.owner() + share(owned.share(), "share");
        all.add(new Said(part, link.name(), owner, owned.source(), owned.date(), owned.status()));
      }
    }
    for (Jurisdiction.Criterion criterion : Jurisdiction.Criterion.values()) {
      for (Jurisdiction said : register.statements(maker, criterion)) {
        String text = dutch ? said.nl() : said.en();
        String part =
            switch (criterion) {
              case COMPELLED -> "law";
              case OFFENSIVE -> "programme";
            };
        Verified read = said.status().equals("read") ? Verified.READ : Verified.SECONDARY;
        all.add(new Said(part, said.state(), text, said.source(), said.date(), read));
      }
    }
    for (Listing listing : register.listings(maker)) {
      all.add(
          new Said(
              "listing",
              listing.state(),
              listing.maker() + ": " + listing.instrument(),
              listing.source(),
              listing.date(),
              Verified.SECONDARY));
    }
    return all;
  }

  private String seat(Maker link) {
    String seat = link.seats().isEmpty() ? say("no-seat") : String.join(" ", link.seats());
    return seat + share(link.stateShare(), "state-share");
  }

  private String share(OptionalInt share, String key) {
    return share.isPresent() ? ", " + say(key, share.getAsInt()) : "";
  }

  private String say(String key, Object... values) {
    String text = words.getString(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }
}
