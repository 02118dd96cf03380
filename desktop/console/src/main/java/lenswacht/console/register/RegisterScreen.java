package lenswacht.console.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Rating;
import lenswacht.assessment.StatedFacts;
import lenswacht.assessment.biometric.BiometricCandidate;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.LevelWords;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Phrase;

/// The register of systems that tell faces apart: each rated by the rules, with what may belong on
/// it and is not there yet.
public final class RegisterScreen extends CaseScreen.Asking<Registered> {
  private final PhraseTable<Registered.One> table;
  private final VBox detail = new VBox(12);
  private String chosen = "";

  /// Shows the case on the desk.
  public RegisterScreen(Surroundings around) {
    super(Place.REGISTER, around);
    detail.setId("register-detail");
    this.table =
        new PhraseTable<Registered.One>(
                texts(), "register-table", "register.table", "register.empty")
            .column("register.column.name", 200, one -> Phrase.verbatim(one.name()))
            .column(
                "register.column.kind", 130, one -> SystemForm.words(one.kept().system().kind()))
            .column(
                "register.column.assets",
                150,
                one -> Phrase.verbatim(String.join(" ", one.kept().system().assets())))
            .column("axis.espionage", 120, one -> level(one, StatedFacts::espionage))
            .column("axis.privacy", 120, one -> level(one, StatedFacts::privacy))
            .column(
                "register.column.open", 100, one -> Phrase.from(one.kept().system().open().size()))
            .onChoice(this::choose);
  }

  private interface Axis {
    Rating of(StatedFacts facts);
  }

  private static Phrase level(Registered.One one, Axis axis) {
    return one.rated()
        .rated()
        .map(facts -> LevelWords.headline(axis.of(facts).level()))
        .orElse(Phrase.of("level.not-rated"));
  }

  @Override
  protected Registered ask(CaseFile file, Gauge gauge) throws Exception {
    return Registered.of(file, around().identifier(), around().knowledge().get());
  }

  @Override
  protected Node content(Registered known) {
    page()
        .actions(
            Panes.button(
                "register-add", texts().of("register.add"), () -> add(Optional.empty()), "accent"));
    page()
        .say(
            Phrase.of(
                "register.first",
                "systems",
                known.systems().size(),
                "candidates",
                known.candidates().size()));
    String wanted = chosen;
    detail.getChildren().setAll(Panes.paragraph(texts().of("register.choose"), "muted"));
    table.show(known.systems());
    table.view().setPrefHeight(200);
    table.view().setMinHeight(110);
    known.systems().stream()
        .filter(one -> one.name().equals(wanted))
        .findFirst()
        .ifPresent(one -> table.view().getSelectionModel().select(one));
    List<Node> parts = new ArrayList<>(List.of(table.view(), detail));
    if (!known.candidates().isEmpty()) {
      parts.add(candidates(known.candidates()));
    }
    return CasePage.column("register-content", parts.toArray(Node[]::new));
  }

  private void choose(Optional<Registered.One> one) {
    one.ifPresent(
        system -> {
          chosen = system.name();
          detail
              .getChildren()
              .setAll(
                  new SystemTale(around()).of(system),
                  new SystemForm(around(), Optional.of(system.kept().system()), Optional.empty())
                      .root());
        });
  }

  private void add(Optional<BiometricSystem> proposal) {
    table.view().getSelectionModel().clearSelection();
    chosen = proposal.map(BiometricSystem::name).orElse("");
    detail.getChildren().setAll(new SystemForm(around(), Optional.empty(), proposal).root());
  }

  private Node candidates(List<BiometricCandidate> candidates) {
    VBox card =
        Panes.card(
            Panes.label(texts().of("register.candidates"), "layer-title"),
            Panes.paragraph(texts().of("register.candidates.why"), "muted"));
    card.setId("register-candidates");
    for (int i = 0; i < candidates.size(); i++) {
      BiometricCandidate one = candidates.get(i);
      HBox line =
          new HBox(
              10,
              Panes.paragraph(
                  texts()
                      .of(
                          "register.candidate",
                          "name",
                          one.name(),
                          "kind",
                          SystemForm.words(one.kind()),
                          "because",
                          Phrase.of(
                              "register.because."
                                  + one.because()
                                      .name()
                                      .toLowerCase(Locale.ROOT)
                                      .replace('_', '-')))),
              Panes.filler(),
              Panes.button(
                  "register-take-" + i,
                  texts().of("register.take", "name", one.name()),
                  () ->
                      add(
                          Optional.of(
                              new BiometricSystem(one.name(), one.kind(), one.assets(), Map.of()))),
                  "small"));
      line.getStyleClass().add("bar");
      card.getChildren().add(line);
    }
    return card;
  }
}
