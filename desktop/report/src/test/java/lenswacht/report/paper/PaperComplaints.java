package lenswacht.report.paper;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenswacht.report.paper.PrintedPaper.Ground;
import lenswacht.report.paper.PrintedPaper.Letter;
import lenswacht.report.paper.PrintedPaper.Page;
import lenswacht.report.paper.PrintedPaper.Place;

/// What a reader would have against a printed paper: letters beside the page or on top of each
/// other, headings that stand alone, empty pages, ink that is lost without colour, and pages that
/// do not say what each page has to say.
public final class PaperComplaints {
  private static final double MM = 72 / 25.4;
  private static final double LEFT = 18 * MM;
  private static final double TOP = 24 * MM;
  private static final double BOTTOM = 22 * MM;
  private static final double SLACK = 1.5;
  private static final double BUCKET = 24;
  private static final double LARGE = 60;
  private static final double EMPTY = 0.35;
  private static final double ENOUGH = 4.5;
  private static final int NEARLY_GREY = 14;

  private final PrintedPaper paper;
  private final Set<String> complaints = new LinkedHashSet<>();

  private PaperComplaints(PrintedPaper paper) {
    this.paper = paper;
  }

  /// What each page bears.
  ///
  /// @param marking who may read it
  /// @param pageOf the words before the number of the page and before the number of pages
  /// @param isDraft whether every page has a watermark, or none
  public record Bears(String marking, List<String> pageOf, boolean isDraft) {}

  /// Looks at a file; says what is wrong with it.
  public static void main(String[] arguments) throws java.io.IOException {
    for (String pdf : arguments) {
      PaperComplaints looked = new PaperComplaints(PrintedPaper.read(Path.of(pdf)));
      looked.look();
      System.out.println(pdf + ": " + looked.paper.pages().size() + " pages");
      looked.complaints.forEach(System.out::println);
    }
  }

  /// Everything that is wrong with a paper.
  public static List<String> of(PrintedPaper paper, Bears bears) {
    PaperComplaints looked = new PaperComplaints(paper);
    looked.look();
    paper.pages().forEach(page -> looked.around(page, bears));
    return List.copyOf(looked.complaints);
  }

  private void look() {
    for (Page page : paper.pages()) {
      outside(page);
      overlaps(page);
      cells(page);
      headings(page);
      heads(page);
      ink(page);
    }
    emptiness();
    paper.figures().stream()
        .filter(figure -> figure.said().isBlank())
        .forEach(figure -> complaints.add("a picture says nothing"));
  }

  private void complain(Page page, String what) {
    complaints.add("page " + page.number() + ": " + what);
  }

  private static List<Letter> text(Page page) {
    return page.letters().stream().filter(Letter::isText).toList();
  }

  private void outside(Page page) {
    for (Letter letter : page.letters()) {
      if (letter.size() > LARGE) {
        continue;
      }
      Rectangle2D box = letter.box();
      boolean isBeside =
          box.getMinX() < LEFT - SLACK || box.getMaxX() > page.width() - LEFT + SLACK;
      boolean isBeyond =
          letter.isText()
              ? box.getMinY() < BOTTOM - SLACK || box.getMaxY() > page.height() - TOP + SLACK
              : box.getMinY() < 0 || box.getMaxY() > page.height();
      if (isBeside || isBeyond) {
        complain(page, "outside the text: " + line(page, letter));
      }
    }
  }

  private void overlaps(Page page) {
    Map<Long, List<Letter>> near = new HashMap<>();
    for (Letter letter : page.letters()) {
      if (letter.size() > LARGE) {
        continue;
      }
      Rectangle2D box = core(letter);
      Set<Long> buckets = new TreeSet<>();
      for (double x : new double[] {box.getMinX(), box.getMaxX()}) {
        for (double y : new double[] {box.getMinY(), box.getMaxY()}) {
          buckets.add((long) (x / BUCKET) * 1_000 + (long) (y / BUCKET));
        }
      }
      for (Long bucket : buckets) {
        List<Letter> there = near.computeIfAbsent(bucket, first -> new ArrayList<>());
        for (Letter other : there) {
          if (core(other).intersects(box)) {
            complain(page, line(page, letter) + " stands on " + line(page, other));
          }
        }
        there.add(letter);
      }
    }
  }

  /// The middle of a letter: strokes of neighbours may touch.
  private static Rectangle2D core(Letter letter) {
    Rectangle2D box = letter.box();
    double aside = Math.min(box.getWidth(), letter.size()) * 0.2;
    double up = box.getHeight() * 0.15;
    return new Rectangle2D.Double(
        box.getX() + aside,
        box.getY() + up,
        Math.max(0.1, box.getWidth() - 2 * aside),
        Math.max(0.1, box.getHeight() - 2 * up));
  }

  /// That no cell's text reaches into the next column.
  private void cells(Page page) {
    Map<Integer, TreeMap<Integer, Double>> lefts = new HashMap<>();
    for (Letter letter : text(page)) {
      cell(letter)
          .ifPresent(
              cell ->
                  lefts
                      .computeIfAbsent(table(cell), first -> new TreeMap<>())
                      .merge(cell.index(), letter.box().getMinX(), Math::min));
    }
    for (Letter letter : text(page)) {
      cell(letter)
          .map(cell -> lefts.get(table(cell)).higherEntry(cell.index()))
          .filter(next -> letter.box().getMaxX() > next.getValue() + SLACK)
          .ifPresent(next -> complain(page, "wider than its cell: " + line(page, letter)));
    }
  }

  private static Optional<Place> cell(Letter letter) {
    return letter.place().flatMap(Place::cell);
  }

  private static int table(Place cell) {
    return cell.within("Table").map(Place::number).orElse(-1);
  }

  /// That each heading is followed on its page by two lines, a row of a table, or a picture.
  private void headings(Page page) {
    List<Letter> text = text(page);
    Set<Place> headings =
        text.stream()
            .flatMap(letter -> letter.place().flatMap(Place::heading).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Place heading : headings) {
      List<Letter> after =
          text.stream()
              .filter(letter -> number(letter) > heading.number())
              .filter(
                  letter -> !letter.place().flatMap(Place::heading).equals(Optional.of(heading)))
              .sorted(Comparator.comparingInt(PaperComplaints::number))
              .toList();
      if (after.isEmpty()) {
        complain(page, "nothing follows the heading " + words(text, heading));
        continue;
      }
      Place next = after.getFirst().place().orElseThrow();
      if (next.heading().isPresent() || next.within("Figure").isPresent()) {
        continue;
      }
      Optional<Place> table = next.within("Table");
      if (table.isPresent()) {
        if (after.stream().noneMatch(letter -> isOf(letter, table.get(), "TD"))) {
          complain(page, "no row of the table follows the heading " + words(text, heading));
        }
      } else if (lines(after) < 2 && isContinued(page)) {
        complain(page, "one line alone follows the heading " + words(text, heading));
      }
    }
  }

  /// Whether the next page goes on with more than a heading.
  private boolean isContinued(Page page) {
    return page.number() < paper.pages().size()
        && text(paper.pages().get(page.number())).stream()
            .min(Comparator.comparingInt(PaperComplaints::number))
            .flatMap(Letter::place)
            .flatMap(Place::heading)
            .isEmpty();
  }

  private static int number(Letter letter) {
    return letter.place().map(Place::number).orElse(-1);
  }

  private static boolean isOf(Letter letter, Place table, String role) {
    return cell(letter).filter(cell -> cell.role().equals(role)).isPresent()
        && letter.place().flatMap(place -> place.within("Table")).equals(Optional.of(table));
  }

  private static long lines(List<Letter> letters) {
    return letters.stream()
        .map(letter -> Math.round(letter.box().getMinY() / 4))
        .distinct()
        .count();
  }

  /// That no head of a table stands without a row of it.
  private void heads(Page page) {
    List<Letter> text = text(page);
    Set<Place> tables =
        text.stream()
            .flatMap(letter -> letter.place().stream())
            .filter(place -> place.within("THead").isPresent())
            .flatMap(place -> place.within("Table").stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Place table : tables) {
      if (text.stream().noneMatch(letter -> isOf(letter, table, "TD"))) {
        complain(
            page,
            "the head of a table stands alone: "
                + text.stream()
                    .filter(letter -> isOf(letter, table, "TH"))
                    .map(Letter::text)
                    .collect(Collectors.joining()));
      }
    }
  }

  /// That a page is left early only for a picture, or for what must not be parted.
  private void emptiness() {
    List<Page> pages = paper.pages();
    for (int i = 0; i + 1 < pages.size(); i++) {
      Page page = pages.get(i);
      double lowest =
          text(page).stream().mapToDouble(letter -> letter.box().getMinY()).min().orElse(TOP);
      double full = page.height() - TOP - BOTTOM;
      boolean isCalledFor =
          text(pages.get(i + 1)).stream().anyMatch(Letter::isDrawn)
              || pages.get(i + 1).grounds().stream().anyMatch(Ground::isDrawn);
      if (page.height() - TOP - lowest < full * EMPTY && !isCalledFor) {
        complain(page, "nearly empty");
      }
    }
  }

  private void ink(Page page) {
    for (Letter letter : page.letters()) {
      if (letter.size() > LARGE) {
        continue;
      }
      if (!letter.isDrawn() && !isGrey(letter.ink())) {
        complain(page, "in colour: " + line(page, letter));
      }
      double contrast = contrast(grey(letter.ink()), grey(letter.ground()));
      if (contrast < ENOUGH) {
        complain(
            page,
            String.format(
                Locale.ROOT, "contrast %.1f without colour: %s", contrast, line(page, letter)));
      }
    }
    for (Ground ground : page.grounds()) {
      if (!ground.isDrawn() && !isGrey(ground.colour())) {
        complain(page, "a surface in colour " + ground.colour());
      }
    }
  }

  private static boolean isGrey(Color colour) {
    int[] parts = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    java.util.Arrays.sort(parts);
    return parts[2] - parts[0] <= NEARLY_GREY;
  }

  /// What a printer without colour makes of it, 0 to 1.
  private static double grey(Color colour) {
    return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
  }

  /// The contrast of WCAG 2.2.
  private static double contrast(double one, double other) {
    double light = luminance(Math.max(one, other));
    double dark = luminance(Math.min(one, other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(double grey) {
    return grey <= 0.04045 ? grey / 12.92 : Math.pow((grey + 0.055) / 1.055, 2.4);
  }

  /// What stands around the text.
  private void around(Page page, Bears bears) {
    String around =
        page.letters().stream()
            .filter(letter -> !letter.isText() && letter.size() < LARGE)
            .map(Letter::text)
            .collect(Collectors.joining());
    String marking = bare(bears.marking());
    if (around.split(java.util.regex.Pattern.quote(marking), -1).length != 3) {
      complain(page, "the marking does not stand above and below: " + around);
    }
    String pageOf =
        bare(
            bears.pageOf().getFirst()
                + page.number()
                + bears.pageOf().getLast()
                + paper.pages().size());
    if (!around.contains(pageOf)) {
      complain(page, "does not say " + pageOf + ": " + around);
    }
    boolean isDraft = page.letters().stream().anyMatch(letter -> letter.size() > LARGE);
    if (isDraft != bears.isDraft()) {
      complain(page, isDraft ? "a watermark that says draft" : "no watermark that says draft");
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00a0]", "");
  }

  private static String words(List<Letter> text, Place heading) {
    return "'"
        + text.stream()
            .filter(letter -> letter.place().flatMap(Place::heading).equals(Optional.of(heading)))
            .map(Letter::text)
            .collect(Collectors.joining())
        + "'";
  }

  /// The line that a letter stands on.
  private static String line(Page page, Letter letter) {
    return "'"
        + page.letters().stream()
            .filter(other -> other.place().equals(letter.place()) && other.size() < LARGE)
            .filter(other -> Math.abs(other.box().getY() - letter.box().getY()) < 1)
            .map(Letter::text)
            .limit(80)
            .collect(Collectors.joining())
        + "'";
  }
}
