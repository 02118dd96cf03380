package lenswacht.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.RatedAsset;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.help.HelpPane;
import lenswacht.console.help.Manual;
import lenswacht.console.look.Theme;
import lenswacht.console.palette.Found;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.visit.VisitViewModel;

/// What the palette finds: every screen, command and asset, and every word of the manual.
///
/// @param openFile asks for a case file
/// @param help opens the manual at a word
record PaletteContents(
    FrameViewModel frame,
    CaseDesk desk,
    VisitViewModel visit,
    Manual manual,
    HelpPane help,
    Runnable openFile) {
  List<Found> all() {
    List<Found> found = new ArrayList<>();
    for (Place place : Place.values()) {
      found.add(
          new Found(Phrase.of("palette.screen"), place.title(), place.word(), () -> go(place)));
    }
    found.addAll(commands());
    desk.openedProperty().get().ifPresent(opened -> assets(opened, found));
    for (Manual.Term term : manual.terms()) {
      found.add(new Found(Phrase.of("palette.word"), term.word(), "", () -> help.open(term)));
    }
    return found;
  }

  private void go(Place place) {
    frame.placeProperty().set(place);
  }

  private List<Found> commands() {
    List<Found> commands = new ArrayList<>();
    commands.add(command("palette.open-case", "Ctrl+O", openFile));
    commands.add(command("palette.refresh", "", desk::refresh));
    commands.add(command("palette.undo", "Ctrl+Z", desk::undo));
    commands.add(command("palette.redo", "Ctrl+Shift+Z", desk::redo));
    commands.add(command("palette.next", "F8", frame::goToNextToDo));
    commands.add(command("palette.stop", "Ctrl+Shift+X", frame::stopDevice));
    commands.add(
        command(
            "palette.mandate",
            "",
            () -> {
              go(Place.MANDATE);
              visit.chooseMandate();
            }));
    commands.add(
        command(
            "palette.connect",
            "",
            () -> {
              go(Place.VISIT);
              visit.connect();
            }));
    commands.add(command("frame.larger", "Ctrl+Plus", frame::enlarge));
    commands.add(command("frame.smaller", "Ctrl+Min", frame::reduce));
    for (Language language : Language.values()) {
      commands.add(command("frame.language." + language.tag(), "", () -> frame.speak(language)));
    }
    for (Theme theme : Theme.values()) {
      commands.add(command("theme." + theme.word(), "", () -> frame.wear(theme)));
    }
    return commands;
  }

  private static Found command(String key, String keys, Runnable run) {
    return new Found(Phrase.of("palette.command"), Phrase.of(key), keys, run);
  }

  private void assets(OpenedCase opened, List<Found> found) {
    Map<String, Map<String, String>> answers = opened.answers().assets();
    for (RatedAsset asset : opened.assessment().assets()) {
      var identity = asset.identification().identity();
      String name =
          Stream.of(identity.maker(), identity.model())
              .flatMap(Optional::stream)
              .collect(Collectors.joining(" "));
      String said = String.join(" ", answers.getOrDefault(asset.address(), Map.of()).values());
      found.add(
          new Found(
              Phrase.of("palette.asset"),
              Phrase.verbatim((asset.address() + "  " + name).strip()),
              said,
              () -> frame.goToAsset(asset.address())));
    }
  }
}
