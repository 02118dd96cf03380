package lenswacht.casefile;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import tools.jackson.databind.JsonNode;

/// What a kept assessment came to, read without judging again.
///
/// @param kept the assessment
/// @param espionage the highest level of the site, empty where no asset was rated
/// @param privacy the same for privacy
/// @param assets the levels of each asset, by its name
/// @param journals hashes of the last lines of the journals it rests on
/// @param knowledge hash of the edition and of the pack it was made with
/// @param answers what people had said, as text
public record KeptRatings(
    KeptAssessment kept,
    Optional<Interval> espionage,
    Optional<Interval> privacy,
    Map<String, Rated> assets,
    List<String> journals,
    String knowledge,
    String answers) {
  private static final int LONGEST_NAME = 200;

  public KeptRatings {
    assets = Collections.unmodifiableMap(new TreeMap<>(assets));
    journals = List.copyOf(journals);
  }

  /// The levels of one asset.
  public record Rated(Optional<Interval> espionage, Optional<Interval> privacy) {}

  /// Reads what was kept.
  ///
  /// @throws CaseFileException if it cannot be read
  public static KeptRatings of(KeptAssessment kept) throws CaseFileException {
    try {
      JsonNode tree = FactJson.read(kept.ratings(), JsonNode.class);
      Map<String, Rated> assets = new TreeMap<>();
      for (JsonNode asset : tree.path("assets")) {
        String name = asset.path("address").asString("");
        if (!name.isEmpty() && name.length() <= LONGEST_NAME) {
          assets.put(name, new Rated(level(asset, "espionage"), level(asset, "privacy")));
        }
      }
      List<String> journals =
          tree.path("journalHashes").valueStream().map(hash -> hash.asString("")).toList();
      JsonNode pinned = tree.path("pinned");
      return new KeptRatings(
          kept,
          level(tree, "espionage"),
          level(tree, "privacy"),
          assets,
          journals,
          pinned.path("editionHash").asString("") + " " + pinned.path("packHash").asString(""),
          tree.path("siteAnswers") + " " + tree.path("assetAnswers"));
    } catch (MalformedFactException damaged) {
      throw new CaseFileException(
          CaseFileException.Reason.DAMAGED,
          "assessment " + kept.number() + " cannot be read: " + damaged.getMessage());
    }
  }

  /// `LOW..HIGH`; anything else is no level.
  private static Optional<Interval> level(JsonNode node, String field) {
    String[] ends = node.path(field).asString("").split("\\.\\.", -1);
    if (ends.length != 2) {
      return Optional.empty();
    }
    Optional<Level> best = level(ends[0]);
    Optional<Level> worst = level(ends[1]);
    return best.isPresent() && worst.isPresent() && best.get().compareTo(worst.get()) <= 0
        ? Optional.of(new Interval(best.get(), worst.get()))
        : Optional.empty();
  }

  private static Optional<Level> level(String name) {
    return Arrays.stream(Level.values()).filter(level -> level.name().equals(name)).findFirst();
  }
}
