package lenswacht.walk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.console.camera.AssetDetail;
import lenswacht.console.camera.AssetRow;
import lenswacht.console.camera.CamerasViewModel;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.Work;
import lenswacht.console.room.CaseFileShelf;
import lenswacht.console.text.Language;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;

/// Every word that the console's screen of cameras shows of a case: its table and, asset by asset,
/// the explanation beside it.
final class ConsoleWords {
  private ConsoleWords() {}

  /// One text for each language.
  static List<String> of(Path caseFile) throws CaseRefusedException {
    CaseFileShelf shelf =
        new CaseFileShelf(
            new Identifier(Catalogue.bundled()), Edition.bundled(), Clock.systemUTC());
    CaseDesk desk = new CaseDesk(shelf, new Work(Runnable::run, Runnable::run));
    desk.put(shelf.open(caseFile));
    List<String> texts = new ArrayList<>();
    for (Language language : Language.values()) {
      texts.add(of(desk, Texts.load(language, ZoneOffset.UTC)));
    }
    return texts;
  }

  private static String of(CaseDesk desk, Texts texts) {
    CamerasViewModel model = new CamerasViewModel(desk, texts);
    StringBuilder all = new StringBuilder();
    for (AssetRow row : model.all()) {
      all.append(row.searchable(texts))
          .append('\n')
          .append(texts.render(row.spoken()))
          .append('\n');
      model.selectedProperty().set(Optional.of(row));
      model.detailBinding().get().ifPresent(detail -> add(all, detail, texts));
    }
    return all.toString();
  }

  private static void add(StringBuilder all, AssetDetail detail, Texts texts) {
    all.append(texts.render(detail.title())).append('\n');
    all.append(texts.render(detail.sentence())).append('\n');
    detail.contradictions().forEach(said -> all.append(texts.render(said)).append('\n'));
    detail.findings().forEach(finding -> all.append(finding.parameters()).append('\n'));
    for (Claim claim : detail.claims()) {
      all.append(texts.render(Words.value(claim))).append(' ').append(claim.seen()).append('\n');
    }
  }
}
