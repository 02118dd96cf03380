package lenswacht.agent.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.agent.panel.Screen.Line;
import lenswacht.agent.panel.Screen.Name;
import lenswacht.agent.panel.View.MenuRow;

/// Writes what a person looks at onto the display, in small or in large letters. In large ones two
/// lines are shown at a time, and the middle key turns to the next two.
public final class ScreenWriter {
  private static final int LAST_ROW = Screen.ROWS - 1;
  private static final int BODY_ROWS = Screen.ROWS - 2;
  private static final int LARGE_LINES = 2;
  private static final int MENU_ROWS = 6;

  private final PanelModel model;
  private final PanelTexts texts;

  /// Writes for `model`.
  public ScreenWriter(PanelModel model) {
    this.model = model;
    this.texts = model.settings().texts();
  }

  /// The screen.
  public Screen screen() {
    return switch (model.view()) {
      case View.Main(int page) -> {
        Name name = model.front();
        Actions actions = Actions.of(name, model.state());
        yield bodied(name, new Bodies(model).of(name), page, actions.names());
      }
      case View.Home(int page) -> {
        List<String> names = List.of("menu", "device", "on");
        yield bodied(Name.IDLE, new Bodies(model).of(Name.IDLE), page, names);
      }
      case View.Menu menu -> menu(menu.row());
      case View.Pages pages -> pages(pages);
    };
  }

  /// Whether there is more to read after `page` of what a person looks at.
  boolean hasMore(int page) {
    return switch (model.view()) {
      case View.Main _ -> page + 1 < largePages(new Bodies(model).of(model.front()));
      case View.Home _ -> page + 1 < largePages(new Bodies(model).of(Name.IDLE));
      case View.Menu _ -> false;
      case View.Pages pages -> (page + 1) * linesPerPage() < text(pages).size();
    };
  }

  private Screen bodied(Name name, Body body, int page, List<String> keys) {
    boolean isFramed = name != Name.START && name != Name.OFF;
    if (!model.settings().large()) {
      List<Line> lines = new ArrayList<>();
      if (isFramed) {
        lines.add(status());
        lines.addAll(body.small(1, LAST_ROW - 1));
        lines.add(keys(keys));
      } else {
        lines.addAll(body.small(name == Name.OFF ? 1 : 0, LAST_ROW));
      }
      return new Screen(name, lines);
    }
    int shown = Math.min(page, largePages(body) - 1);
    boolean isLast = shown == largePages(body) - 1;
    List<String> names = isLast ? keys : List.of(keys.getFirst(), "more", keys.getLast());
    return large(name, body.folded(Screen.LARGE_COLUMNS), shown, names);
  }

  private Screen menu(int row) {
    List<MenuRow> rows = List.of(MenuRow.values());
    List<String> names = List.of("back", "next", rows.get(row).isHeld() ? "held" : "choose");
    if (model.settings().large()) {
      List<String> two = new ArrayList<>();
      for (MenuRow each : rows.subList(row, Math.min(rows.size(), row + LARGE_LINES))) {
        String sign = each == rows.get(row) ? ">" : " ";
        two.add(Fold.cut(sign + texts.text("menu." + each.name()), Screen.LARGE_COLUMNS));
      }
      return large(Name.MENU, two, 0, names);
    }
    int first = Math.clamp(row - MENU_ROWS + 1L, 0, rows.size() - MENU_ROWS);
    first = Math.max(first, 0);
    List<Line> lines = new ArrayList<>();
    lines.add(status());
    for (int at = 0; at < MENU_ROWS; at++) {
      int number = first + at;
      String sign = number == row ? ">" : " ";
      String label = sign + (number + 1) + " " + texts.text("menu." + rows.get(number).name());
      String set = setting(rows.get(number));
      int width = Screen.COLUMNS - set.length();
      lines.add(new Line(1 + at, false, (pad(label, width) + set).stripTrailing()));
    }
    lines.add(keys(names));
    return new Screen(Name.MENU, lines);
  }

  private String setting(MenuRow row) {
    boolean isSet =
        row == MenuRow.SILENT && model.settings().silent()
            || row == MenuRow.LARGE && model.settings().large();
    boolean isSetting = row == MenuRow.SILENT || row == MenuRow.LARGE;
    return isSetting ? " " + texts.text(isSet ? "set.on" : "set.off") : "";
  }

  private Screen pages(View.Pages pages) {
    List<String> all = text(pages);
    List<String> names = List.of("back", all.size() > linesPerPage() ? "more" : "none", "none");
    int last = Math.max(0, (all.size() - 1) / linesPerPage());
    int page = Math.min(pages.page(), last);
    if (model.settings().large()) {
      return large(Name.PAGES, all, page, names);
    }
    List<Line> lines = new ArrayList<>();
    lines.add(status());
    int row = 1;
    for (String text :
        all.subList(page * BODY_ROWS, Math.min(all.size(), (page + 1) * BODY_ROWS))) {
      lines.add(new Line(row++, false, text));
    }
    lines.add(keys(names));
    return new Screen(Name.PAGES, lines);
  }

  private List<String> text(View.Pages pages) {
    return new Pages(model)
        .of(pages.about())
        .folded(model.settings().large() ? Screen.LARGE_COLUMNS : Screen.COLUMNS);
  }

  private int linesPerPage() {
    return model.settings().large() ? LARGE_LINES : BODY_ROWS;
  }

  private Screen large(Name name, List<String> all, int page, List<String> names) {
    List<Line> lines = new ArrayList<>();
    lines.add(status());
    int from = page * LARGE_LINES;
    for (int at = from; at < Math.min(all.size(), from + LARGE_LINES); at++) {
      lines.add(new Line(2 + 2 * (at - from), true, all.get(at)));
    }
    lines.add(keys(names));
    return new Screen(name, lines);
  }

  private static int largePages(Body body) {
    int lines = body.folded(Screen.LARGE_COLUMNS).size();
    return Math.max(1, (lines + LARGE_LINES - 1) / LARGE_LINES);
  }

  private Line keys(List<String> names) {
    String text =
        String.format(
            Locale.ROOT,
            "%-7s%s%7s",
            texts.text("key." + names.get(0)),
            middle(texts.text("key." + names.get(1))),
            texts.text("key." + names.get(2)));
    return new Line(LAST_ROW, false, text);
  }

  private static String middle(String text) {
    int before = (7 - text.length()) / 2;
    return pad(" ".repeat(Math.max(0, before)) + text, 7);
  }

  /// Battery, cable, network and silence. Silence is left out where a warning takes its room.
  private Line status() {
    Facts facts = model.facts();
    String left =
        texts.text("status.battery", battery(facts.battery()))
            + " "
            + texts.text("status.usb", sign(facts.cable()))
            + " "
            + texts.text("status.network", sign(facts.network()));
    String silent = model.settings().silent() ? texts.text("status.silent") : "";
    boolean fits = left.length() + silent.length() <= Screen.COLUMNS;
    return new Line(0, false, fits ? pad(left, Screen.COLUMNS - silent.length()) + silent : left);
  }

  private String battery(Battery battery) {
    if (battery.isCharging()) {
      return "+";
    }
    String warning = battery.urgency() > 0 ? "!" : "";
    Optional<String> time =
        battery
            .left()
            .map(
                left ->
                    left.toMinutes() < 100
                        ? texts.text("status.minutes", left.toMinutes())
                        : texts.text("status.hours", Math.min(99, left.toHours())));
    String percent = battery.percent().isPresent() ? battery.percent().getAsInt() + "%" : "?";
    return time.orElse(percent) + warning;
  }

  private static String sign(UsbCable cable) {
    return switch (cable) {
      case DATA -> "+";
      case NONE -> "-";
      case POWER_ONLY, NOT_DETERMINED -> "?";
    };
  }

  private static String sign(Verdict network) {
    return switch (network) {
      case WORKS -> "+";
      case FAILS -> "-";
      case NOT_DETERMINED -> "?";
    };
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
