package lenswacht.agent.panel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/// The panel's words in one language.
public final class PanelTexts {
  private final Function<String, Optional<String>> texts;

  PanelTexts(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /// Dutch for a Dutch locale, English for every other.
  public static PanelTexts of(Locale locale) {
    Properties texts =
        load(locale.getLanguage().equals("nl") ? "panel_nl.properties" : "panel_en.properties");
    return new PanelTexts(key -> Optional.ofNullable(texts.getProperty(key)));
  }

  static Properties load(String name) {
    try (InputStream in = PanelTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      Properties texts = new Properties();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One sentence that says `state`; for pairing the digits alone, in two groups.
  public String sentence(PanelState state) {
    return text("sentence." + state.key(), parameter(state));
  }

  /// The text of this key.
  ///
  /// @param values stand where the text has `{0}`, `{1}` and so on
  String text(String key, Object... values) {
    String text =
        texts
            .apply(key)
            .orElseThrow(() -> new IllegalStateException("the panel has no text " + key));
    for (int at = 0; at < values.length; at++) {
      text = text.replace("{" + at + "}", String.valueOf(values[at]));
    }
    return text;
  }

  /// The text of this key, or of `otherwise` where there is none.
  String textOr(String key, String otherwise) {
    return texts.apply(key).orElseGet(() -> text(otherwise));
  }

  /// The text for a number of things, which one thing has of its own.
  String count(String key, long number) {
    return text(number == 1 ? key + ".one" : key + ".many", number);
  }

  private String parameter(PanelState state) {
    return switch (state) {
      case PanelState.Starting _, PanelState.Idle() -> "";
      case PanelState.Mandated mandated -> mandated.permit().number();
      case PanelState.Ready ready -> ready.permit().number();
      case PanelState.Listening listening -> count("cameras", listening.progress().cameras());
      case PanelState.Transmitting asking -> count("cameras", asking.progress().cameras());
      case PanelState.Paused paused -> count("cameras", paused.progress().cameras());
      case PanelState.Done done -> count("cameras", done.progress().cameras());
      case PanelState.NextSpot spot -> spot.name();
      case PanelState.NeedsHuman human -> human.grouped();
      case PanelState.Refused refused -> text("refusal." + refused.reason().name());
      case PanelState.EmergencyStop stop -> Times.second(stop.at());
      case PanelState.Fault fault -> fault.code();
      case PanelState.SafeToUnplug unplug -> Long.toString(unplug.lines());
    };
  }
}
