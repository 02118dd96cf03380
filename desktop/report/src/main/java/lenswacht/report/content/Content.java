package lenswacht.report.content;

import java.util.List;
import java.util.Optional;
import lenswacht.report.drawing.Drawing;

/// A piece of a document, as it is told and not as it looks: every format prints the same tree.
/// Text is plain text until a printer writes it.
public sealed interface Content {
  /// Longest text that is shown in one place, in characters.
  int LONGEST_TEXT = 2_000;

  /// How words are spoken.
  enum Voice {
    /// As the rest.
    PLAIN,
    /// With stress.
    STRONG,
    /// Beside the matter.
    SMALL,
    /// Letters for machines: hashes, octets.
    CODE,
    /// Not determined, or partly so.
    OPEN,
    /// A number that must not be parted.
    REFERENCE,
    /// A hardware address.
    HARDWARE
  }

  /// What a paragraph is for.
  enum Role {
    /// To be read in its turn.
    PLAIN,
    /// To be read first: framed.
    NOTICE,
    /// Belongs to the next.
    LINE,
    /// Names of many things, after a line that counts them.
    NAMES,
    /// The name of the site, below the title.
    SITE,
    /// What kind of document it is.
    KIND,
    /// A level as a headline.
    HEADLINE
  }

  /// Words.
  record Words(String text, Voice voice) implements Content {
    public Words {
      text = PrintableText.of(text, LONGEST_TEXT);
    }
  }

  /// A level or a severity: its symbol and its word.
  ///
  /// @param shade 0 for the lowest to 4 for the highest
  record Mark(String text, int shade) implements Content {
    public Mark {
      if (shade < 0 || shade > 4) {
        throw new IllegalArgumentException("shade " + shade);
      }
    }
  }

  /// What follows stands on a new line.
  record LineBreak() implements Content {}

  /// Words that lead to another place in the document.
  ///
  /// @param to the id of that place
  record Link(String text, String to) implements Content {
    public Link {
      text = PrintableText.of(text, LONGEST_TEXT);
    }
  }

  /// A place that links lead to.
  record Place(String id, Content content) implements Content {}

  /// One after the other.
  record Several(List<Content> parts) implements Content {
    public Several {
      parts = List.copyOf(parts);
    }
  }

  /// A heading.
  ///
  /// @param level 1 for the title, 2 for a chapter, 3 and 4 below
  /// @param id what links name, if any
  record Heading(int level, String text, Optional<String> id) implements Content {
    public Heading {
      text = PrintableText.of(text, LONGEST_TEXT);
      if (level < 1 || level > 4) {
        throw new IllegalArgumentException("a heading of level " + level);
      }
    }
  }

  /// A paragraph.
  record Paragraph(Content words, Role role) implements Content {}

  /// Lines without an order.
  record Listing(List<Content> lines) implements Content {
    public Listing {
      lines = List.copyOf(lines);
    }
  }

  /// A table. The first cell of each row names the row.
  ///
  /// @param look names the widths of its columns, for printers that care
  /// @param headings above the columns; empty for pairs of a name and what it stands for
  /// @param rows all as long as the headings, or two long
  record Table(String look, List<String> headings, List<List<Content>> rows) implements Content {
    public Table {
      headings = List.copyOf(headings);
      rows = rows.stream().map(List::copyOf).toList();
      int columns = headings.isEmpty() ? 2 : headings.size();
      if (rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("a row of " + look + " has not " + columns + " cells");
      }
    }

    /// How many columns it has.
    public int columns() {
      return headings.isEmpty() ? 2 : headings.size();
    }
  }

  /// A picture; its words are read to those who do not see it, and stand below it.
  record Picture(Drawing drawing) implements Content {}

  /// What belongs together and begins on a page with room for its first lines.
  record Group(Content content) implements Content {}

  /// What must not be parted by the end of a page.
  record Whole(Content content) implements Content {}

  /// Nothing.
  static Content nothing() {
    return new Several(List.of());
  }

  static Content text(String text) {
    return new Words(text, Voice.PLAIN);
  }

  static Content words(String text, Voice voice) {
    return new Words(text, voice);
  }

  static Content strong(String text) {
    return new Words(text, Voice.STRONG);
  }

  static Content code(String text) {
    return new Words(text, Voice.CODE);
  }

  static Content lineBreak() {
    return new LineBreak();
  }

  static Content several(Content... parts) {
    return new Several(List.of(parts));
  }

  static Content several(List<Content> parts) {
    return new Several(parts);
  }

  static Content heading(int level, String text) {
    return new Heading(level, text, Optional.empty());
  }

  static Content paragraph(String text) {
    return new Paragraph(text(text), Role.PLAIN);
  }

  static Content paragraph(Role role, Content... words) {
    return new Paragraph(several(words), role);
  }

  static Content listing(List<String> lines) {
    return new Listing(lines.stream().map(Content::text).toList());
  }

  static Content group(List<Content> parts) {
    return new Group(several(parts));
  }
}
