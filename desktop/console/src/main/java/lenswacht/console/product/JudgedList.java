package lenswacht.console.product;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lenswacht.assessment.Answers;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.StoppedException;
import lenswacht.fingerprint.Catalogue;
import lenswacht.knowledge.Edition;
import lenswacht.product.ColumnMatcher;
import lenswacht.product.Confirmations;
import lenswacht.product.JudgedProduct;
import lenswacht.product.ProductJudge;
import lenswacht.product.ProductList;
import lenswacht.product.ProductTale;
import lenswacht.product.Recogniser;
import lenswacht.product.Recognition;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;

/// A list of products with what is said of each line.
///
/// @param sheet the list as it came
/// @param layout which column holds what
/// @param confirmations what a person said of likely lines
/// @param judged every line, in their order
/// @param edition what was judged with
/// @param day the day for which ages are counted
record JudgedList(
    SheetFile sheet,
    ColumnMatcher.Layout layout,
    Confirmations confirmations,
    List<JudgedProduct> judged,
    Edition edition,
    LocalDate day) {
  private static final int STEPS = 3;

  JudgedList {
    judged = List.copyOf(judged);
  }

  /// Judges a list.
  ///
  /// @param site what people answered on the place for which the products are meant
  /// @throws SheetException if no product can be read from it
  static JudgedList of(
      SheetFile sheet,
      Confirmations confirmations,
      Answers site,
      Edition edition,
      LocalDate day,
      Gauge gauge)
      throws SheetException, StoppedException {
    Catalogue catalogue = Catalogue.bundled();
    Recogniser recogniser = new Recogniser(catalogue);
    ColumnMatcher.Layout layout = new ColumnMatcher(catalogue).match(sheet.rows());
    gauge.at(1, STEPS);
    ProductList products = ProductList.read(sheet.rows(), layout, recogniser);
    List<Recognition> lines = recogniser.recognise(products, confirmations);
    gauge.at(2, STEPS);
    Answers place = new Answers(site.site(), java.util.Map.of());
    return new JudgedList(
        sheet,
        layout,
        confirmations,
        new ProductJudge(edition, recogniser).judge(lines, place, day),
        edition,
        day);
  }

  /// How many lines were recognised so, without those that a person confirmed.
  long count(Recognition.State state) {
    return judged.stream()
        .map(JudgedProduct::recognition)
        .filter(line -> line.state() == state && !line.confirmed())
        .count();
  }

  /// How many lines a person confirmed.
  long confirmed() {
    return judged.stream().filter(one -> one.recognition().confirmed()).count();
  }

  /// How many lines name a product that an earlier line names.
  long doubles() {
    return judged.stream().filter(one -> one.recognition().isDouble()).count();
  }

  /// What is said of the lines in a language.
  ProductTale tale(Locale language) {
    return new ProductTale(edition, language, day);
  }

  /// Writes the list again in its own format with four columns added, whole or not at all.
  void writeList(Path file, Locale language) throws IOException {
    KeptFile.write(file, out -> sheet.write(out, tale(language).added(layout, judged)));
  }

  /// Writes the questions to suppliers as a workbook.
  void writeQuestions(Path file, Locale language) throws IOException {
    KeptFile.write(
        file, out -> SheetFile.writeXlsx(out, "lenswacht", tale(language).questions(judged)));
  }
}
