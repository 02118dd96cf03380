package lenswacht.console.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.console.look.LevelWords;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.fingerprint.ProductIdentity;

/// Every asset of a case as a row of a sheet. What is not determined says so; nothing is left empty
/// that could be read as fine.
final class AssetSheet {
  private static final List<String> COLUMNS =
      List.of(
          "address",
          "kind",
          "maker",
          "model",
          "software",
          "espionage",
          "privacy",
          "known",
          "rules");

  private final Texts texts;
  private final Language language;

  AssetSheet(Texts texts, Language language) {
    this.texts = texts;
    this.language = language;
  }

  /// Headings, then a row for each asset.
  List<List<String>> rows(Assessment assessment) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS.stream().map(name -> say(Phrase.of("report.column." + name))).toList());
    for (RatedAsset asset : assessment.assets()) {
      List<String> row = new ArrayList<>(who(asset.address(), asset.identification().identity()));
      row.add(level(asset.espionage().level()));
      row.add(level(asset.privacy().level()));
      row.add(Math.round(asset.coverage() * 100) + " %");
      row.add(asset.findings().stream().map(Finding::rule).collect(Collectors.joining(" ")));
      rows.add(row);
    }
    for (OtherAsset other : assessment.others()) {
      List<String> row = new ArrayList<>(who(other.address(), other.identification().identity()));
      row.addAll(
          List.of(
              say(Phrase.of("level.not-rated")),
              say(Phrase.of("level.not-rated")),
              say(Phrase.of("not-determined")),
              ""));
      rows.add(row);
    }
    return rows;
  }

  private List<String> who(String address, ProductIdentity identity) {
    return List.of(
        address,
        say(Words.of(identity.kind())),
        known(identity.maker()),
        known(identity.model()),
        known(identity.firmware()));
  }

  private String known(Optional<String> value) {
    return value.orElse(say(Phrase.of("not-determined")));
  }

  private String level(Interval level) {
    Phrase other = LevelWords.otherEnd(level);
    String worst = say(LevelWords.headline(level));
    return other.equals(Phrase.NONE) ? worst : worst + " (" + say(other) + ")";
  }

  private String say(Phrase phrase) {
    return texts.render(phrase, language);
  }
}
