package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tables as a screen reader wants them: every column has a heading that says it is one.
final class Tables {
  private Tables() {}

  /// A table with headings above its columns. The first cell of each row names the row.
  static Html.Element table(String styleClass, List<String> headings, List<List<Html>> rows) {
    List<Html> body = new ArrayList<>();
    for (List<Html> row : rows) {
      List<Html> cells = new ArrayList<>();
      cells.add(Html.element("th", row.getFirst()).with("scope", "row"));
      row.stream().skip(1).map(cell -> Html.element("td", cell)).forEach(cells::add);
      body.add(Html.element("tr", cells));
    }
    return Html.element(
            "table",
            Html.element(
                "thead",
                Html.element(
                    "tr",
                    headings.stream()
                        .map(heading -> Html.element("th", heading).with("scope", "col"))
                        .toList())),
            Html.element("tbody", body))
        .of(styleClass);
  }

  /// A table of names and what they stand for.
  static Html.Element pairs(List<List<Html>> rows) {
    return Html.element(
            "table",
            Html.element(
                "tbody",
                rows.stream()
                    .map(
                        row ->
                            Html.element(
                                "tr",
                                Html.element("th", row.get(0)).with("scope", "row"),
                                Html.element("td", row.get(1))))
                    .toList()))
        .of("pairs");
  }

  static List<Html> row(Html... cells) {
    return List.of(cells);
  }

  static List<Html> row(String... cells) {
    return Stream.of(cells).map(Html::text).toList();
  }
}
