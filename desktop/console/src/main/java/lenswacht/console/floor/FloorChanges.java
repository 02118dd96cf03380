package lenswacht.console.floor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.SightRound.Walked;
import lenswacht.assessment.floor.Sighting;
import lenswacht.casefile.Answered;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.console.desk.CaseChange;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;

/// What people say of floors, each with how it is taken back.
final class FloorChanges {
  private final Surroundings around;

  FloorChanges(Surroundings around) {
    this.around = around;
  }

  /// Who says it now; the officer is told to fill in a name where there is none.
  Optional<Said> said() {
    String who = around.officer().get().strip();
    if (who.isEmpty()) {
      around
          .desk()
          .fail(new Trouble(Phrase.of("trouble.nobody"), Phrase.of("trouble.nobody.next")));
      return Optional.empty();
    }
    return Optional.of(new Said(who, around.clock().instant()));
  }

  private Said again(Said said) {
    return new Said(said.by(), around.clock().instant());
  }

  private void change(Phrase what, CaseChange.Act act, CaseChange.Act back) {
    around.desk().change(new CaseChange(what, act, back));
  }

  /// Says why something could not be done.
  void refuse(String why) {
    around
        .desk()
        .fail(new Trouble(Phrase.of("trouble.floor", "why", why), Phrase.of("trouble.floor.next")));
  }

  void place(Placement after, Optional<Placement> before) {
    change(
        Phrase.of("floor.change.place", "asset", after.asset()),
        file -> file.floors().place(after),
        file -> put(file, after.asset(), before, after.said()));
  }

  private void put(CaseFile file, String asset, Optional<Placement> before, Said said)
      throws CaseFileException {
    if (before.isPresent()) {
      file.floors().place(before.get());
    } else {
      file.floors().unplace(asset, again(said));
    }
  }

  void unplace(Placement before, Said said) {
    change(
        Phrase.of("floor.change.unplace", "asset", before.asset()),
        file -> file.floors().unplace(before.asset(), said),
        file -> file.floors().place(before));
  }

  void add(List<Floor> floors, Said said) {
    change(
        Phrase.counted("floor.change.add", floors.size(), "floor", floors.getFirst().name()),
        file -> {
          for (Floor floor : floors) {
            file.floors().keep(floor, said);
          }
        },
        file -> {
          for (Floor floor : floors) {
            file.floors().removeFloor(floor.name(), again(said));
          }
        });
  }

  void scale(Floor after, Floor before, Said said) {
    change(
        Phrase.of("floor.change.scale", "floor", after.name()),
        file -> file.floors().keep(after, said),
        file -> file.floors().keep(before, again(said)));
  }

  void remove(Floor floor, Said said) {
    change(
        Phrase.of("floor.change.remove", "floor", floor.name()),
        file -> file.floors().removeFloor(floor.name(), said),
        file -> file.floors().keep(floor, again(said)));
  }

  void note(Sighting after, Optional<Sighting> before) {
    change(
        Phrase.of("floor.change.seen", "id", after.id()),
        file -> file.floors().note(after),
        file -> {
          if (before.isPresent()) {
            file.floors().note(before.get());
          } else {
            file.floors().strike(after.id(), again(after.said()));
          }
        });
  }

  void strike(Sighting before, Said said) {
    change(
        Phrase.of("floor.change.strike", "id", before.id()),
        file -> file.floors().strike(before.id(), said),
        file -> file.floors().note(before));
  }

  void walked(String part, boolean isWalked, Said said) {
    CaseChange.Act yes = file -> file.floors().walked(new Walked(part, again(said)));
    CaseChange.Act no = file -> file.floors().notWalked(part, again(said));
    change(
        Phrase.of("floor.change.walked", "part", part), isWalked ? yes : no, isWalked ? no : yes);
  }

  void keep(PaperList after, Optional<PaperList> before) {
    change(
        Phrase.of("floor.change.list", "list", after.name()),
        file -> file.floors().keep(after),
        file -> {
          if (before.isPresent()) {
            file.floors().keep(before.get());
          } else {
            file.floors().removeList(after.name(), again(after.said()));
          }
        });
  }

  void remove(PaperList before, Said said) {
    change(
        Phrase.of("floor.change.list-gone", "list", before.name()),
        file -> file.floors().removeList(before.name(), said),
        file -> file.floors().keep(before));
  }

  void match(String key, Match after, Match before, Said said) {
    change(
        Phrase.of("floor.change.match", "row", key),
        file -> file.floors().match(key, after, said),
        file -> file.floors().match(key, before, again(said)));
  }

  /// An answer on what an asset looks at; an empty one withdraws it.
  void answer(String asset, String field, String after, Optional<String> before, Said said) {
    change(
        Phrase.of("floor.change.answer", "asset", asset, "field", field),
        file -> answer(file, asset, field, after, said),
        file -> answer(file, asset, field, before.orElse(""), again(said)));
  }

  private static void answer(CaseFile file, String asset, String field, String value, Said said)
      throws CaseFileException {
    if (value.isEmpty()) {
      file.answer(asset, field, "");
      return;
    }
    Instant at = said.at();
    file.decisions()
        .answer(
            List.of(new Answered(asset, field, Answered.State.ANSWERED, value, said.by(), "", at)));
  }
}
