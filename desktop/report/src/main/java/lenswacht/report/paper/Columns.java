package lenswacht.report.paper;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.report.content.Content;
import lenswacht.report.drawing.Letters;

/// How wide the columns of each table are, as the style sheet has it, and how much room the first
/// row of a table takes.
public final class Columns {
  private static final Pattern RULE =
      Pattern.compile("([^{}]*thead th:[^{}]*)\\{ width: ([\\d.]+)%; \\}");
  private static final Pattern SELECTOR =
      Pattern.compile("\\.(\\w+) thead th:(?:nth-child\\((\\d+)\\)|(first|last)-child)");
  /// The column of names, in a table of names and what they stand for.
  private static final double NAMES = 0.32;

  private static final double PAGE = 493;
  private static final double PADDING = 9;
  private static final double LETTERS = 8.5;
  private static final double LINE = 11.5;
  private static final double AROUND = 7;
  private static final double SPARE = 20;

  private final Map<String, Map<Integer, Double>> shares = new HashMap<>();

  /// Reads the widths of a style sheet.
  public Columns(String style) {
    Matcher rules = RULE.matcher(style);
    while (rules.find()) {
      double share = Double.parseDouble(rules.group(2)) / 100;
      Matcher selectors = SELECTOR.matcher(rules.group(1));
      while (selectors.find()) {
        int column =
            selectors.group(2) != null
                ? Integer.parseInt(selectors.group(2))
                : selectors.group(3).equals("first") ? 1 : -1;
        shares.computeIfAbsent(selectors.group(1), first -> new HashMap<>()).put(column, share);
      }
    }
  }

  /// The widths of the style sheet that papers are printed with.
  public static Columns ofPapers() {
    return new Columns(XhtmlText.stylesheet());
  }

  /// The part of the width of a table that each of its columns has; they make 1 together.
  public double[] shares(Content.Table table) {
    double[] widths = new double[table.columns()];
    Map<Integer, Double> known =
        table.headings().isEmpty() ? Map.of(1, NAMES) : shares.getOrDefault(table.look(), Map.of());
    for (int at = 0; at < widths.length; at++) {
      widths[at] =
          known.getOrDefault(at + 1, at + 1 == widths.length ? known.getOrDefault(-1, 0.0) : 0.0);
    }
    double left = 1 - Arrays.stream(widths).sum();
    long open = Arrays.stream(widths).filter(width -> width == 0).count();
    for (int at = 0; at < widths.length; at++) {
      widths[at] = widths[at] == 0 ? left / open : widths[at];
    }
    return widths;
  }

  /// How much room is to be kept for the head of a table and its first row, in points: about what
  /// they take, and some more, since the printer parts them sooner than it has to.
  double beginning(Content.Table table) {
    double height = SPARE;
    double[] widths = shares(table);
    if (!table.headings().isEmpty()) {
      height += row(table.headings().stream().<Content>map(Content::text).toList(), widths);
    }
    return table.rows().isEmpty() ? height : height + row(table.rows().getFirst(), widths);
  }

  private static double row(List<Content> cells, double[] widths) {
    int most = 1;
    for (int at = 0; at < cells.size(); at++) {
      double width = widths[at] * PAGE - PADDING;
      StringBuilder text = new StringBuilder();
      write(cells.get(at), text);
      int lines =
          text.toString()
              .strip()
              .lines()
              .mapToInt(line -> Letters.lines(line, LETTERS, false, width).size())
              .sum();
      most = Math.max(most, lines);
    }
    return most * LINE + AROUND;
  }

  private static void write(Content content, StringBuilder text) {
    switch (content) {
      case Content.Words words -> text.append(words.text());
      case Content.Mark mark -> text.append(mark.text());
      case Content.LineBreak lineBreak -> text.append('\n');
      case Content.Link link -> text.append(link.text());
      case Content.Heading heading -> text.append(heading.text()).append('\n');
      case Content.Place place -> write(place.content(), text);
      case Content.Several several -> several.parts().forEach(part -> write(part, text));
      case Content.Paragraph paragraph -> {
        write(paragraph.words(), text);
        text.append('\n');
      }
      case Content.Listing listing ->
          listing
              .lines()
              .forEach(
                  line -> {
                    write(line, text);
                    text.append('\n');
                  });
      case Content.Group group -> write(group.content(), text);
      case Content.Whole whole -> write(whole.content(), text);
      case Content.Table table -> {}
      case Content.Picture picture -> {}
    }
  }
}
