package lenswacht.agent.panel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/// The panel's words in one language: a sentence for people and programs that read lines, and
/// lines for the display of 21 characters wide.
public final class PanelTexts {
  /// Characters on a line of the display.
  public static final int WIDTH = 21;

  private final Properties texts;

  private PanelTexts(Properties texts) {
    this.texts = texts;
  }

  /// Dutch for a Dutch locale, English for every other.
  public static PanelTexts of(Locale locale) {
    String name = locale.getLanguage().equals("nl") ? "panel_nl.properties" : "panel_en.properties";
    try (InputStream in = PanelTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      Properties texts = new Properties();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
      return new PanelTexts(texts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One sentence that says `state`; for pairing the digits alone, in two groups.
  public String sentence(PanelState state) {
    return text("sentence." + state.key(), parameter(state));
  }

  /// What the display says between its status line and the names of the keys: one to five lines.
  public List<String> display(PanelState state) {
    List<String> lines = new ArrayList<>();
    for (int line = 1; texts.containsKey(displayKey(state, line)); line++) {
      lines.add(text(displayKey(state, line), shortParameter(state)));
    }
    return List.copyOf(lines);
  }

  /// The display's bottom line: what the keys L, M and R do now.
  public String keyNames(PanelState state) {
    String left = text("keys." + state.key() + ".l", "");
    String middle = text("keys." + state.key() + ".m", "");
    String right = text("keys." + state.key() + ".r", "");
    return String.format(Locale.ROOT, "%-7s%-7s%7s", left, middle, right);
  }

  private static String displayKey(PanelState state, int line) {
    return "display." + state.key() + "." + line;
  }

  private String parameter(PanelState state) {
    return switch (state) {
      case PanelState.Idle() -> "";
      case PanelState.Ready ready -> ready.mandate();
      case PanelState.Listening listening -> cameras(listening.cameras());
      case PanelState.Transmitting transmitting -> cameras(transmitting.cameras());
      case PanelState.Done done -> cameras(done.cameras());
      case PanelState.NeedsHuman human -> human.grouped();
      case PanelState.Refused refused -> text("refusal." + refused.reason().name(), "");
      case PanelState.Fault fault -> fault.code();
      case PanelState.SafeToUnplug unplug -> Integer.toString(unplug.lines());
    };
  }

  private String shortParameter(PanelState state) {
    String whole =
        state instanceof PanelState.Refused refused
            ? text("refusal.display." + refused.reason().name(), "")
            : parameter(state);
    return whole.length() <= WIDTH ? whole : whole.substring(0, WIDTH);
  }

  private String cameras(int count) {
    return text(count == 1 ? "cameras.one" : "cameras.many", Integer.toString(count));
  }

  private String text(String key, String parameter) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("the panel has no text " + key);
    }
    return text.replace("{0}", parameter);
  }
}
