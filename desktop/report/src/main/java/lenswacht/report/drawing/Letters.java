package lenswacht.report.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// How wide words are in the letters that pictures are set in, so that none is cut off or stands on
/// another. Liberation Sans.
public final class Letters {
  private static final int TABLE = 0x2300;
  private static final int STRANGE = 'W';
  private static final float[] PLAIN = widths("LiberationSans-Regular.ttf");
  private static final float[] BOLD = widths("LiberationSans-Bold.ttf");
  private static final String MORE = "\u2026";

  private Letters() {}

  /// The width of words in the units of a picture.
  ///
  /// @param size height of the letters
  public static double width(String words, double size, boolean bold) {
    float[] widths = bold ? BOLD : PLAIN;
    double width = 0;
    for (int at = 0; at < words.length(); at++) {
      char letter = words.charAt(at);
      width += letter < TABLE ? widths[letter] : widths[STRANGE];
    }
    return width * size;
  }

  /// The width of words of a picture.
  public static double width(Shape.Words words) {
    return width(words.words(), words.size(), words.bold());
  }

  /// Breaks words into lines none of which is wider than `width`: between words, and within one
  /// that does not fit on a line.
  public static List<String> lines(String words, double size, boolean bold, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size, bold) <= width) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      String left = word;
      while (width(left, size, bold) > width && left.length() > 1) {
        int fit = fitting(left, size, bold, width);
        lines.add(left.substring(0, fit));
        left = left.substring(fit);
      }
      line.append(left);
    }
    lines.add(line.toString());
    return lines;
  }

  /// The first lines of [#lines]; where there are more, the last says so by an ellipsis.
  ///
  /// @param most number of lines, at least one
  public static List<String> lines(
      String words, double size, boolean bold, double width, int most) {
    List<String> all = lines(words, size, bold, width);
    if (all.size() <= most) {
      return all;
    }
    List<String> first = new ArrayList<>(all.subList(0, most));
    String last = first.getLast();
    while (!last.isEmpty() && width(last + MORE, size, bold) > width) {
      last = last.substring(0, last.length() - 1).stripTrailing();
    }
    first.set(most - 1, last + MORE);
    return first;
  }

  private static int fitting(String word, double size, boolean bold, double width) {
    int fit = word.length() - 1;
    while (fit > 1 && width(word.substring(0, fit), size, bold) > width) {
      fit--;
    }
    return Character.isHighSurrogate(word.charAt(fit - 1)) ? fit + 1 : fit;
  }

  /// The width of each of the first letters of Unicode, as a part of the height.
  private static float[] widths(String file) {
    try (InputStream in = Letters.class.getResourceAsStream("/liberation/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the font " + file + " is missing");
      }
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        float[] widths = new float[TABLE];
        for (int letter = 0; letter < TABLE; letter++) {
          widths[letter] =
              (float) font.getAdvanceWidth(glyphs.getGlyphId(letter)) / font.getUnitsPerEm();
        }
        return widths;
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException("the font " + file + " is damaged", damaged);
    }
  }
}
