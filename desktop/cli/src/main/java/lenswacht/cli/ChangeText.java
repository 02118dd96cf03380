package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lenswacht.assessment.compare.Change;

/// Changes in words.
final class ChangeText {
  private final boolean isDutch;

  ChangeText(Locale language) {
    this.isDutch = language.getLanguage().equals("nl");
  }

  private String say(String nl, String en) {
    return isDutch ? nl : en;
  }

  /// A change as a sentence.
  String of(Change change) {
    String about = change.subject();
    return switch (change.what()) {
      case APPEARED -> say(about + " is er bijgekomen", about + " has appeared");
      case GONE ->
          say(about + " is weg, en er is wel gekeken", about + " is gone, and somebody looked");
      case CHANGED -> about + say(" is gewijzigd", " has changed") + both(change);
      case MOVED ->
          about + say(" antwoordt op een ander adres", " answers elsewhere") + both(change);
      case FIRES -> about + say(" slaat aan", " fires");
      case SILENT -> about + say(" slaat niet meer aan", " fires no more");
      case NEWLY_LOOKED_AT ->
          about + say(": hier is nu pas gekeken", ": only now somebody looked there");
      case NOT_LOOKED_AT ->
          about + say(": hier is deze keer niet gekeken", ": nobody looked there this time");
      case ESPIONAGE -> about + say(": spionage", ": espionage") + both(change);
      case PRIVACY -> about + ": privacy" + both(change);
      case VERDICT -> about + say(": oordeel", ": verdict") + both(change);
      case HOLDS -> about + say(": het besluit blijft staan", ": the decision holds");
      case WITHOUT_GROUND ->
          about
              + say(
                  ": het besluit blijft staan, maar waar het over ging is er niet meer",
                  ": the decision holds, but what it was about is not there any more");
      case NOT_CARRIED_OVER ->
          about
              + say(
                  ": het latere dossier kent dit besluit niet",
                  ": the later case does not have this decision");
    };
  }

  private String both(Change change) {
    String none = say("niets", "nothing");
    return ": "
        + (change.before().isEmpty() ? none : change.before())
        + " -> "
        + (change.after().isEmpty() ? none : change.after());
  }

  /// How many changes there are of each cause.
  List<String> counts(List<Change> changes) {
    List<String> counts = new ArrayList<>();
    for (Change.Cause cause : Change.Cause.values()) {
      long number = changes.stream().filter(change -> change.cause() == cause).count();
      counts.add(word(cause) + ": " + number);
    }
    return counts;
  }

  private String word(Change.Cause cause) {
    return switch (cause) {
      case SITE -> say("op locatie", "on site");
      case ANSWERS -> say("in antwoorden", "in answers");
      case RULES -> say("in de regels", "in the rules");
      case KNOWLEDGE -> say("in de kennis", "in the knowledge");
      case COVERAGE -> say("in de dekking", "in the coverage");
      case DECISIONS -> say("besluiten", "decisions");
    };
  }
}
