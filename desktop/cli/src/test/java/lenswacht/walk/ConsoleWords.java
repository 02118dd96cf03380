package lenswacht.walk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.console.camera.AssetDetail;
import lenswacht.console.camera.AssetRow;
import lenswacht.console.camera.CamerasViewModel;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.Explained;
import lenswacht.console.desk.Jobs;
import lenswacht.console.desk.StoppedException;
import lenswacht.console.desk.Work;
import lenswacht.console.room.CaseFileShelf;
import lenswacht.console.room.PackFindingTexts;
import lenswacht.console.text.Language;
import lenswacht.console.text.Texts;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Explanation;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.Passages;
import lenswacht.knowledge.Edition;

/// Every word that the console's screen of cameras shows of a case: its table and, asset by asset,
/// the explanation beside it.
final class ConsoleWords {
  private ConsoleWords() {}

  /// One text for each language.
  static List<String> of(Path caseFile) throws CaseRefusedException, StoppedException {
    CaseFileShelf shelf =
        new CaseFileShelf(new Identifier(Catalogue.bundled()), Edition::bundled, Clock.systemUTC());
    Work work = new Work(Runnable::run, Runnable::run);
    CaseDesk desk = new CaseDesk(shelf, work, new Jobs(work, InstantSource.system()));
    desk.put(shelf.open(caseFile, (done, of) -> {}));
    List<String> texts = new ArrayList<>();
    for (Language language : Language.values()) {
      texts.add(of(desk, Texts.load(language, ZoneOffset.UTC)));
    }
    return texts;
  }

  private static String of(CaseDesk desk, Texts texts) {
    CamerasViewModel model =
        new CamerasViewModel(desk, texts, new PackFindingTexts(Edition::bundled));
    StringBuilder all = new StringBuilder();
    for (AssetRow row : model.all()) {
      all.append(row.searchable(texts))
          .append('\n')
          .append(texts.render(row.spoken()))
          .append('\n');
      model.selectedProperty().set(Optional.of(row));
      model.detailBinding().get().ifPresent(detail -> add(all, detail, texts));
      row.known()
          .ifPresent(
              known -> desk.explain(known.identification(), explained -> add(all, explained)));
    }
    return all.toString();
  }

  private static void add(StringBuilder all, AssetDetail detail, Texts texts) {
    all.append(texts.render(detail.title())).append('\n');
    all.append(texts.render(detail.sentence())).append('\n');
    detail.contradictions().forEach(said -> all.append(texts.render(said)).append('\n'));
    detail.findings().forEach(finding -> all.append(finding.parameters()).append('\n'));
    detail.exposure().forEach(said -> all.append(texts.render(said)).append('\n'));
    detail.advisories().forEach(said -> all.append(texts.render(said)).append('\n'));
  }

  /// What the third layer shows: every sign, and the bytes that it was read from.
  private static void add(StringBuilder all, Explained explained) {
    Passages passages = new Passages();
    for (Explanation.Chain chain : explained.explanation().chains()) {
      Stream.concat(chain.supporting().stream(), chain.opposing().stream())
          .forEach(
              sign -> {
                all.append(sign.claim().value()).append(' ').append(sign.claim().seen());
                all.append(' ').append(passages.read(sign)).append('\n');
                Optional.ofNullable(explained.evidence().get(sign.claim().evidence()))
                    .flatMap(evidence -> passages.bytes(sign, evidence))
                    .ifPresent(bytes -> all.append(bytes).append('\n'));
              });
    }
  }
}
