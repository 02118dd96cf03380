package lenswacht.report.paper;

import java.awt.Color;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// A printed file as its reader has it: every letter with its place, its ink, what it stands on and
/// what it is part of.
public final class PrintedPaper {
  private final List<Page> pages = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  private PrintedPaper() {}

  /// Reads a file.
  public static PrintedPaper read(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PrintedPaper paper = new PrintedPaper();
      Map<COSDictionary, Map<Integer, Place>> places = new IdentityHashMap<>();
      paper.walk(document.getDocumentCatalog().getStructureTreeRoot(), Optional.empty(), places);
      int number = 0;
      for (PDPage page : document.getPages()) {
        number++;
        Eye eye = new Eye(page, places.getOrDefault(page.getCOSObject(), Map.of()));
        eye.processPage(page);
        paper.pages.add(
            new Page(
                number,
                page.getMediaBox().getWidth(),
                page.getMediaBox().getHeight(),
                List.copyOf(eye.letters),
                List.copyOf(eye.grounds)));
      }
      return paper;
    }
  }

  /// Its pages.
  public List<Page> pages() {
    return List.copyOf(pages);
  }

  /// Its pictures.
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /// A page.
  public record Page(
      int number, double width, double height, List<Letter> letters, List<Ground> grounds) {}

  /// A picture, with what is said to those who do not see it.
  public record Figure(String said) {}

  /// A letter.
  ///
  /// @param box the room that it takes, from the lower left corner of the page
  /// @param place what it is part of; empty for what stands around the text
  /// @param ground the colour that it stands on
  public record Letter(
      String text, Rectangle2D box, double size, Color ink, Color ground, Optional<Place> place) {
    /// Whether it stands in the text and not around it.
    public boolean isText() {
      return place.isPresent();
    }

    /// Whether it is part of a picture.
    public boolean isDrawn() {
      return place.filter(part -> part.within("Figure").isPresent()).isPresent();
    }
  }

  /// A surface with its colour.
  ///
  /// @param isDrawn whether it is part of a picture
  public record Ground(GeneralPath shape, Rectangle2D box, Color colour, boolean isDrawn) {}

  /// A node of the structure that the file tells to programs that read it aloud.
  ///
  /// @param number counts all nodes in reading order
  /// @param index its place among its parent's nodes
  public record Place(String role, int number, int index, Optional<Place> parent) {
    /// The nearest node with a role, itself included.
    public Optional<Place> within(String sought) {
      return role.equals(sought)
          ? Optional.of(this)
          : parent.flatMap(above -> above.within(sought));
    }

    /// Whether it is a heading.
    public boolean isHeading() {
      return role.matches("H[1-6]");
    }

    /// The heading that it is part of.
    public Optional<Place> heading() {
      return isHeading() ? Optional.of(this) : parent.flatMap(Place::heading);
    }

    /// The cell of a table that it is part of.
    public Optional<Place> cell() {
      return role.equals("TD") || role.equals("TH")
          ? Optional.of(this)
          : parent.flatMap(Place::cell);
    }
  }

  private int counted;

  private void walk(
      PDStructureNode node, Optional<Place> at, Map<COSDictionary, Map<Integer, Place>> places) {
    COSBase page =
        node instanceof PDStructureElement element
            ? element.getCOSObject().getDictionaryObject(COSName.PG)
            : null;
    int index = 0;
    for (Object kid : node.getKids()) {
      switch (kid) {
        case PDStructureElement element -> {
          Place place = new Place(element.getStructureType(), counted++, index++, at);
          if (place.role().equals("Figure")) {
            String said = element.getAlternateDescription();
            figures.add(new Figure(said == null ? "" : said));
          }
          walk(element, Optional.of(place), places);
        }
        case Integer mark -> note(page, mark, at, places);
        case PDMarkedContentReference reference ->
            note(
                reference.getPage() == null ? page : reference.getPage().getCOSObject(),
                reference.getMCID(),
                at,
                places);
        default -> {}
      }
    }
  }

  private static void note(
      COSBase page, int mark, Optional<Place> at, Map<COSDictionary, Map<Integer, Place>> places) {
    if (page instanceof COSDictionary known && at.isPresent()) {
      places.computeIfAbsent(known, first -> new HashMap<>()).put(mark, at.get());
    }
  }

  /// Goes through what a page draws, in the order in which it is drawn.
  private static final class Eye extends PDFGraphicsStreamEngine {
    private static final double THIN = 2;
    private static final double ABOVE = 0.66;
    private static final double BELOW = 0.16;

    private final Map<Integer, Place> places;
    private final Deque<Optional<Place>> open = new ArrayDeque<>();
    private final List<Letter> letters = new ArrayList<>();
    private final List<Ground> grounds = new ArrayList<>();
    private GeneralPath path = new GeneralPath();

    Eye(PDPage page, Map<Integer, Place> places) {
      super(page);
      this.places = places;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
      int mark = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
      open.push(
          mark >= 0
              ? Optional.ofNullable(places.get(mark))
              : tag.getName().equals("Artifact") || open.isEmpty()
                  ? Optional.empty()
                  : open.peek());
    }

    @Override
    public void endMarkedContentSequence() {
      open.pop();
    }

    private Optional<Place> place() {
      return open.isEmpty() ? Optional.empty() : open.peek();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      String text = font.toUnicode(code);
      if (text == null || text.replace('\u00a0', ' ').isBlank()) {
        return;
      }
      Rectangle2D box =
          matrix
              .createAffineTransform()
              .createTransformedShape(
                  new Rectangle2D.Double(0, -BELOW, displacement.getX(), ABOVE + BELOW))
              .getBounds2D();
      letters.add(
          new Letter(
              text,
              box,
              matrix.getScalingFactorY(),
              ink(),
              under(box.getCenterX(), box.getCenterY()),
              place()));
    }

    private Color ink() throws IOException {
      return new Color(getGraphicsState().getNonStrokingColor().toRGB());
    }

    private Color under(double x, double y) {
      for (Ground ground : grounds.reversed()) {
        if (ground.box().contains(x, y) && ground.shape().contains(x, y)) {
          return ground.colour();
        }
      }
      return Color.WHITE;
    }

    private void fill() throws IOException {
      Rectangle2D box = path.getBounds2D();
      if (box.getWidth() > THIN && box.getHeight() > THIN) {
        grounds.add(
            new Ground(
                path,
                box,
                ink(),
                place().filter(part -> part.within("Figure").isPresent()).isPresent()));
      }
      path = new GeneralPath();
    }

    @Override
    public void appendRectangle(Point2D one, Point2D two, Point2D three, Point2D four) {
      path.moveTo(one.getX(), one.getY());
      path.lineTo(two.getX(), two.getY());
      path.lineTo(three.getX(), three.getY());
      path.lineTo(four.getX(), four.getY());
      path.closePath();
    }

    @Override
    public void fillPath(int rule) throws IOException {
      fill();
    }

    @Override
    public void fillAndStrokePath(int rule) throws IOException {
      fill();
    }

    @Override
    public void moveTo(float x, float y) {
      path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
      path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
      path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
      return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
      path.closePath();
    }

    @Override
    public void endPath() {
      path = new GeneralPath();
    }

    @Override
    public void strokePath() {
      path = new GeneralPath();
    }

    @Override
    public void clip(int rule) {
      // What is clipped is found by where it stands.
    }

    @Override
    public void drawImage(PDImage image) {
      // A plan bears no letters of ours.
    }

    @Override
    public void shadingFill(COSName shading) {
      // Nothing is shaded.
    }
  }
}
