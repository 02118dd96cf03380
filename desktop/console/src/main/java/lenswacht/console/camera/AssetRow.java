package lenswacht.console.camera;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.AssetLine;
import lenswacht.assessment.Interval;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.console.look.LevelWords;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.report.drawing.Mark;

/// One line of the table.
///
/// @param line what the table shows
/// @param known what else is known of the asset; empty while the case is being judged
/// @param day from which ages are counted
public record AssetRow(AssetLine line, Optional<Known> known, LocalDate day) {
  /// What is known of an asset besides its line.
  ///
  /// @param trace where it was met and why that is one asset
  /// @param identification who it is and how we know
  /// @param rated how it is rated; empty for what is known to be something else
  public record Known(Trace trace, Identification identification, Optional<RatedAsset> rated) {}

  /// The row of an asset that was rated.
  static AssetRow of(RatedAsset asset, LocalDate day) {
    return new AssetRow(
        AssetLine.of(asset),
        Optional.of(new Known(asset.trace(), asset.identification(), Optional.of(asset))),
        day);
  }

  /// The row of an asset that was not rated.
  static AssetRow of(OtherAsset asset, LocalDate day) {
    return new AssetRow(
        AssetLine.of(asset),
        Optional.of(new Known(asset.trace(), asset.identification(), Optional.empty())),
        day);
  }

  /// IP address; names the asset.
  public String address() {
    return line.address();
  }

  /// How it is rated; empty where it was not, or is not known yet.
  public Optional<RatedAsset> rated() {
    return known.flatMap(Known::rated);
  }

  /// Who it is.
  public ProductIdentity identity() {
    return line.identity();
  }

  /// What sort of thing, and what it stands behind or has behind it.
  public Phrase kind() {
    Phrase kind = Words.of(line.kind());
    if (line.via().isPresent()) {
      return Phrase.of("cameras.via", "kind", kind, "recorder", line.via().get());
    }
    if (line.sensors() > 0) {
      return Phrase.of("cameras.sensors", "kind", kind, "count", line.sensors());
    }
    if (line.channels().isPresent()) {
      return Phrase.of(
          "cameras.channels",
          "kind",
          kind,
          "count",
          line.channels().get(),
          "unseen",
          line.unseen());
    }
    return identity().kind() == AssetKind.RECORDER
        ? Phrase.of("cameras.channels-open", "kind", kind)
        : kind;
  }

  /// Sorts addresses by number, not by letter.
  public String sortableAddress() {
    return Stream.of(address().split("\\."))
        .map(part -> "000".substring(Math.min(3, part.length())) + part)
        .collect(Collectors.joining("."));
  }

  /// The name on the label.
  public Phrase label() {
    return orNot(identity().brand());
  }

  /// Who made it.
  public Phrase maker() {
    return orNot(identity().maker());
  }

  /// How sure that is; nothing where the maker is not determined.
  public Phrase makerConfidence() {
    return line.makerConfidence().map(Words::of).orElse(Phrase.NONE);
  }

  /// Model number.
  public Phrase model() {
    return orNot(identity().model());
  }

  /// Firmware version.
  public Phrase firmware() {
    return orNot(identity().firmware());
  }

  /// Day the firmware was built and how long ago that is.
  public Phrase built() {
    return identity()
        .buildDate()
        .map(built -> Phrase.of("cameras.built", "date", built, "age", age(built)))
        .orElse(Phrase.NONE);
  }

  /// The same as a sentence.
  Phrase builtSentence() {
    return identity()
        .buildDate()
        .map(built -> Phrase.of("detail.software", "date", built, "age", age(built)))
        .orElse(Phrase.NONE);
  }

  /// Full years since `built`.
  private Phrase age(LocalDate built) {
    long years = ChronoUnit.YEARS.between(built, day);
    return years < 1 ? Phrase.of("age.under-a-year") : Phrase.counted("age.years", years);
  }

  /// What the table says of the software: version, build date and age.
  public Phrase software() {
    if (identity().firmware().isEmpty() && identity().buildDate().isEmpty()) {
      return Phrase.of("not-determined");
    }
    return identity().buildDate().isEmpty()
        ? firmware()
        : new Phrase.Joined(List.of(firmware(), built()), " \u00b7 ");
  }

  /// Espionage rating; empty where not rated.
  public Optional<Interval> espionage() {
    return line.espionage();
  }

  /// Privacy rating; empty where not rated.
  public Optional<Interval> privacy() {
    return line.privacy();
  }

  private boolean isRated() {
    return line.espionage().isPresent();
  }

  private Stream<Interval> levels() {
    return Stream.of(espionage(), privacy()).flatMap(Optional::stream);
  }

  /// Whether anything here is high.
  public boolean isGrave() {
    return levels().anyMatch(level -> Mark.of(level) == Mark.DIAMOND);
  }

  /// Whether something that matters was not determined: who made it, or a level.
  public boolean isOpen() {
    return isRated() && (identity().maker().isEmpty() || !levels().allMatch(Mark::isDetermined));
  }

  /// Whether nobody looked at it itself.
  public boolean isUnseen() {
    return line.via().isPresent();
  }

  /// Whether one of its levels bears this mark; what was not rated bears the mark of the unknown.
  public boolean bears(Mark mark) {
    return isRated() ? levels().anyMatch(level -> Mark.of(level) == mark) : mark == Mark.HATCH;
  }

  /// Whether claims on it cannot all be so.
  public boolean isContradicted() {
    return line.isContradicted();
  }

  /// Whether a person should look at it.
  public boolean needsPerson() {
    return isRated() && (isOpen() || isContradicted());
  }

  /// Everything that the filter looks through, in the language of `texts`, in lower case.
  public String searchable(Texts texts) {
    return Stream.of(
            Phrase.verbatim(address()),
            kind(),
            label(),
            maker(),
            makerConfidence(),
            model(),
            software(),
            LevelWords.headline(espionage()),
            LevelWords.headline(privacy()),
            Phrase.verbatim(String.join(" ", line.elsewhere())),
            Phrase.verbatim(line.mac().map(Objects::toString).orElse("")))
        .map(texts::render)
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }

  /// The row as one sentence, for a screen reader.
  public Phrase spoken() {
    return Phrase.of(
        "cameras.row.spoken",
        "kind",
        kind(),
        "address",
        address(),
        "maker",
        maker(),
        "espionage",
        LevelWords.headline(espionage()),
        "privacy",
        LevelWords.headline(privacy()));
  }

  private static Phrase orNot(Optional<String> value) {
    return value.map(Phrase::verbatim).orElse(Phrase.of("not-determined"));
  }
}
