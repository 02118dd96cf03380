package lenswacht.agent.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What stands on the display: 8 rows of 21 characters; a large line takes two rows and holds 16.
///
/// @param name which screen it is
/// @param lines from the top; they do not overlap
public record Screen(Name name, List<Line> lines) {
  /// Rows of the display.
  public static final int ROWS = 8;

  /// Characters in a row.
  public static final int COLUMNS = 21;

  /// Characters in a large line.
  public static final int LARGE_COLUMNS = 16;

  public Screen {
    lines = List.copyOf(lines);
    int free = 0;
    for (Line line : lines) {
      if (line.row() < free) {
        throw new IllegalArgumentException("line " + line + " stands on another one");
      }
      free = line.row() + (line.isLarge() ? 2 : 1);
    }
    if (free > ROWS) {
      throw new IllegalArgumentException("the display has " + ROWS + " rows, not " + free);
    }
  }

  /// A line of text.
  ///
  /// @param row where it stands, from 0
  /// @param isLarge whether it is written in large letters
  /// @param text what it says
  public record Line(int row, boolean isLarge, String text) {
    public Line {
      int width = isLarge ? LARGE_COLUMNS : COLUMNS;
      if (row < 0 || text.length() > width) {
        throw new IllegalArgumentException("'" + text + "' is wider than " + width);
      }
    }
  }

  /// The screens by name, in the order of a visit.
  public enum Name {
    /// The device starts.
    START,
    /// It is ready and has nothing to do.
    IDLE,
    /// It shows pairing digits.
    PAIRING,
    /// It has a mandate.
    MANDATE,
    /// It says where it stands.
    HERE,
    /// It is not allowed to do what was asked.
    REFUSED,
    /// It is at work.
    BUSY,
    /// The run has ended.
    DONE,
    /// It is to be plugged in somewhere else.
    NEXT_SPOT,
    /// It was stopped in an emergency.
    EMERGENCY_STOP,
    /// Its battery is nearly empty.
    BATTERY,
    /// It may be unplugged.
    OFF,
    /// It cannot go on.
    FAULT,
    /// Its cable gives power alone.
    POWER_ONLY,
    /// The menu.
    MENU,
    /// More text than one screen holds.
    PAGES
  }

  /// The text of each row, from the top; a large line stands in its first one.
  public List<String> rows() {
    List<String> rows = new ArrayList<>(Collections.nCopies(ROWS, ""));
    lines.forEach(line -> rows.set(line.row(), line.text()));
    return List.copyOf(rows);
  }
}
