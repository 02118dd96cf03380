package lenswacht.console.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.casefile.ContentAudit;
import lenswacht.casefile.CustodyTale;
import lenswacht.casefile.FileCheck;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;

/// Whether a file that somebody holds is what was written from the case: which report or export it
/// is, or where it was altered.
final class FileCheckCard {
  private final Surroundings around;
  private final VBox told = new VBox(4);
  private final VBox root;

  FileCheckCard(Surroundings around) {
    this.around = around;
    told.setId("evidence-file-told");
    root =
        Panes.card(
            Panes.label(around.texts().of("custody.file"), "layer-title"),
            Panes.paragraph(around.texts().of("custody.file.about"), "muted"),
            Panes.button(
                "evidence-file-check", around.texts().of("custody.file.choose"), this::choose),
            told);
    root.setId("evidence-file");
  }

  Node root() {
    return root;
  }

  /// What came of it, and whether what the case itself says of it holds.
  private record Compared(FileCheck check, ContentAudit content) {}

  private void choose() {
    around
        .files()
        .toOpen(around.texts().render(Phrase.of("custody.file.choose")), "*.*")
        .ifPresent(this::compare);
  }

  private void compare(Path file) {
    around
        .desk()
        .ask(
            Phrase.of("custody.file.comparing"),
            (kept, gauge) ->
                new Compared(kept.custodyLog().check(file), kept.custodyLog().audit(kept.file())),
            this::tell,
            around.desk()::fail);
  }

  private void tell(Compared compared) {
    told.getChildren().clear();
    String style = compared.check().isSame() ? "plain" : "contradiction";
    List<String> dutch = new CustodyTale(Language.NL.locale()).of(compared.check());
    List<String> english = new CustodyTale(Language.EN.locale()).of(compared.check());
    List<Phrase> said = new ArrayList<>();
    for (int i = 0; i < dutch.size(); i++) {
      said.add(new Phrase.Both(dutch.get(i), english.get(i)));
    }
    said.forEach(one -> told.getChildren().add(Panes.paragraph(around.texts().of(one), style)));
    if (!compared.content().isWhole()) {
      told.getChildren()
          .add(Panes.paragraph(around.texts().of("custody.file.case-broken"), "contradiction"));
    }
  }
}
