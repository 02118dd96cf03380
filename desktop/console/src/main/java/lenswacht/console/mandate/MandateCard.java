package lenswacht.console.mandate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Facts;
import lenswacht.console.text.Phrase;
import lenswacht.console.visit.OpenedMandate;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Forecast;
import lenswacht.observation.Mandate;

/// A mandate, shown: who allowed what, where, when, and what that takes.
final class MandateCard {
  private static final int MOST_SHOWN = 60;

  private MandateCard() {}

  /// @param own the mark of this console's key
  static Node of(OpenedMandate opened, String own, Surroundings around) {
    Mandate mandate = opened.mandate();
    Facts facts = new Facts(around.texts(), "mandate-facts");
    facts.add("mandate.site", mandate.site());
    facts.add("mandate.issued-by", words(mandate.issuedBy()));
    facts.add("mandate.witness", words(mandate.witness()));
    facts.add(
        "mandate.window",
        Phrase.of("mandate.between", "from", mandate.from(), "until", mandate.until()));
    facts.add("mandate.level", MandateForm.words(mandate.intrusiveness()));
    facts.add("mandate.ranges", ranges(mandate.scope().ranges()));
    facts.add("mandate.never", ranges(mandate.scope().exclusions()));
    facts.add("mandate.expected", expected(mandate));
    facts.add("mandate.extra", extra(mandate));
    facts.add(
        "mandate.signature",
        Phrase.of(
            opened.signer().equals(own) ? "mandate.signature.own" : "mandate.signature.other",
            "key",
            opened.signer()));
    return Panes.card(
        Panes.label(around.texts().of("mandate.opened", "id", mandate.id()), "layer-title"),
        facts.root());
  }

  private static Phrase words(String text) {
    return text.isBlank() ? Phrase.of("mandate.not-named") : Phrase.verbatim(text);
  }

  private static Phrase ranges(List<AddressRange> ranges) {
    if (ranges.isEmpty()) {
      return Phrase.of("mandate.none");
    }
    String shown =
        ranges.stream()
            .limit(MOST_SHOWN)
            .map(AddressRange::toString)
            .collect(Collectors.joining("  "));
    return Phrase.verbatim(ranges.size() > MOST_SHOWN ? shown + " \u2026" : shown);
  }

  private static Phrase expected(Mandate mandate) {
    Forecast.Range time = Forecast.of(mandate);
    return Phrase.of(
        "mandate.expected.words",
        "least",
        minutes(time.atLeast()),
        "most",
        minutes(time.atMost()),
        "packets",
        mandate.packetsPerSecond());
  }

  private static long minutes(Duration time) {
    return Math.max(1, time.plusSeconds(59).toMinutes());
  }

  private static Phrase extra(Mandate mandate) {
    List<Phrase> said = new ArrayList<>();
    said.add(Phrase.of(mandate.anonymousReads() ? "mandate.reads" : "mandate.no-reads"));
    if (!mandate.snmpCommunities().isEmpty()) {
      said.add(Phrase.of("mandate.with-communities", "count", mandate.snmpCommunities().size()));
    }
    said.add(Phrase.of(mandate.serialsInClear() ? "mandate.serials" : "mandate.no-serials"));
    if (mandate.faceCallers()) {
      said.add(Phrase.of("mandate.callers"));
    }
    if (!mandate.wayOut().isEmpty()) {
      said.add(
          Phrase.of(
              "mandate.with-way-out",
              "where",
              mandate.wayOut().stream().map(Object::toString).collect(Collectors.joining(", "))));
    }
    return new Phrase.Joined(said, "\n");
  }
}
