package lenswacht.console.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.Work;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// A list of products and what the knowledge edition says of each.
public final class ProductsViewModel {
  private final ProductKnowledge knowledge;
  private final Work work;
  private final FileChoice files;
  private final Texts texts;
  private final StringProperty list = new SimpleStringProperty(this, "list", "");
  private final ObservableList<ProductLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Phrase> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Phrase.NONE);

  /// An empty list.
  public ProductsViewModel(ProductKnowledge knowledge, Work work, FileChoice files, Texts texts) {
    this.knowledge = knowledge;
    this.work = work;
    this.files = files;
    this.texts = texts;
  }

  /// The list as pasted or opened.
  public StringProperty listProperty() {
    return list;
  }

  /// What is known of each product, in the order of the list.
  public ObservableList<ProductLine> lines() {
    return lines;
  }

  /// How the check went.
  public ReadOnlyObjectProperty<Phrase> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// Asks for a file and reads it into the list.
  public void chooseFile() {
    Optional<Path> chosen =
        files.toOpen(texts.render(Phrase.of("products.choose")), "*.csv", "*.txt");
    chosen.ifPresent(
        path ->
            work.run(
                () -> read(path),
                list::set,
                failed -> notice.set(Phrase.of("products.unreadable", "file", path))));
  }

  private static String read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(ProductList.LONGEST + 1), StandardCharsets.UTF_8);
    }
  }

  /// Looks every product of the list up.
  public void check() {
    String text = list.get();
    notice.set(Phrase.of("products.checking"));
    work.run(
        () -> {
          ProductList products = ProductList.parse(text);
          return new Checked(
              products.products().stream().map(knowledge::lookUp).toList(), products.repeats());
        },
        this::show,
        failed -> {
          lines.clear();
          notice.set(
              failed instanceof ProductListException refused
                  ? refused.why()
                  : Phrase.of("trouble.unexpected", "detail", failed.toString()));
        });
  }

  private record Checked(List<ProductLine> lines, int repeats) {}

  private void show(Checked checked) {
    lines.setAll(checked.lines());
    long known = lines.stream().filter(line -> line.maker().isPresent()).count();
    notice.set(
        Phrase.of(
            "products.checked",
            "known",
            known,
            "unknown",
            lines.size() - known,
            "repeats",
            checked.repeats()));
  }
}
