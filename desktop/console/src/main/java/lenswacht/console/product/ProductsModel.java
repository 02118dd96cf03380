package lenswacht.console.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lenswacht.assessment.Answers;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.text.Phrase;
import lenswacht.product.Confirmations;
import lenswacht.product.JudgedProduct;
import lenswacht.product.Recognition;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;

/// A list of products as the officer works on it.
public final class ProductsModel {
  private final Surroundings around;
  private final StringProperty list = new SimpleStringProperty(this, "list", "");
  private final ReadOnlyObjectWrapper<Optional<JudgedList>> judged =
      new ReadOnlyObjectWrapper<>(this, "judged", Optional.empty());
  private final ReadOnlyObjectWrapper<Phrase> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Phrase.NONE);

  /// An empty list.
  public ProductsModel(Surroundings around) {
    this.around = around;
  }

  /// The list as pasted.
  public StringProperty listProperty() {
    return list;
  }

  ReadOnlyObjectProperty<Optional<JudgedList>> judgedProperty() {
    return judged.getReadOnlyProperty();
  }

  /// How it went.
  public ReadOnlyObjectProperty<Phrase> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// Asks for a file and judges it.
  public void chooseFile() {
    around
        .files()
        .toOpen(around.texts().render(Phrase.of("products.choose")), "*.xlsx", "*.ods", "*.csv")
        .ifPresent(file -> judge(() -> SheetFile.open(file), Confirmations.NONE));
  }

  /// Judges what was pasted.
  public void check() {
    byte[] pasted = list.get().getBytes(StandardCharsets.UTF_8);
    if (list.get().isBlank()) {
      notice.set(Phrase.of("products.none"));
      return;
    }
    judge(() -> SheetFile.of(pasted), Confirmations.NONE);
  }

  private interface Opening {
    SheetFile open() throws IOException, SheetException;
  }

  private void judge(Opening opening, Confirmations confirmations) {
    var edition = around.knowledge().get();
    LocalDate day = LocalDate.now(around.clock());
    Answers site =
        around
            .desk()
            .openedProperty()
            .get()
            .map(OpenedCase::answers)
            .orElse(new Answers(Map.of(), Map.of()));
    notice.set(Phrase.of("products.checking"));
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("products.checking"),
            gauge -> JudgedList.of(opening.open(), confirmations, site, edition, day, gauge),
            this::show,
            this::fail);
  }

  private void show(JudgedList fresh) {
    judged.set(Optional.of(fresh));
    notice.set(
        Phrase.of(
            "products.checked",
            "known",
            fresh.count(Recognition.State.RECOGNISED) + fresh.confirmed(),
            "likely",
            fresh.count(Recognition.State.LIKELY),
            "unknown",
            fresh.count(Recognition.State.UNKNOWN),
            "repeats",
            fresh.doubles()));
  }

  private void fail(Exception failed) {
    judged.set(Optional.empty());
    if (failed instanceof SheetException refused) {
      notice.set(Phrase.of("products.refused", "why", String.valueOf(refused.getMessage())));
    } else {
      notice.set(Phrase.NONE);
      around.desk().fail(failed);
    }
  }

  /// A person says what a likely line is, and the list is judged once more.
  ///
  /// @param brand one of the proposals; empty where it is none of them
  void confirm(JudgedProduct line, Optional<String> brand) {
    judged
        .get()
        .ifPresent(
            now -> judge(now::sheet, now.confirmations().and(line.recognition().product(), brand)));
  }

  private interface Writing {
    void to(JudgedList list, Path file, Locale language) throws IOException;
  }

  /// Writes the list back with the four columns.
  void keepList() {
    judged
        .get()
        .ifPresent(
            now ->
                keep(
                    "products.keep",
                    "lenswacht." + now.sheet().format().name().toLowerCase(Locale.ROOT),
                    JudgedList::writeList));
  }

  /// Writes the questions to suppliers.
  void keepQuestions() {
    keep("products.keep-questions", "lenswacht-vragen.xlsx", JudgedList::writeQuestions);
  }

  private void keep(String title, String proposal, Writing writing) {
    JudgedList now = judged.get().orElse(null);
    Optional<Path> chosen =
        now == null
            ? Optional.empty()
            : around.files().toWrite(around.texts().render(Phrase.of(title)), proposal);
    Locale language = around.texts().language().locale();
    if (now == null || chosen.isEmpty()) {
      return;
    }
    around
        .desk()
        .jobs()
        .run(
            Phrase.of(title),
            gauge -> {
              writing.to(now, chosen.get(), language);
              return SheetFile.open(chosen.get()).rows().size();
            },
            rows ->
                around.desk().say(Phrase.of("products.kept", "file", chosen.get(), "rows", rows)),
            around.desk()::fail);
  }

  /// What is known of the columns: which holds what, and how sure that is.
  List<Phrase> columns() {
    return judged.get().stream()
        .flatMap(now -> now.layout().columns().stream())
        .map(
            match ->
                Phrase.of(
                    "products.match",
                    "heading",
                    match.heading().isBlank() ? match.index() + 1 : match.heading(),
                    "holds",
                    Phrase.of("products.holds." + match.column().name().toLowerCase(Locale.ROOT)),
                    "percent",
                    match.percent()))
        .toList();
  }
}
