package lenswacht.console.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.console.desk.CaseChange;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Draft;
import lenswacht.console.page.Form;
import lenswacht.console.page.WhoBar;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// What is known of one system, field by field. A field that nobody filled in is not determined.
final class SystemForm {
  private final Surroundings around;
  private final Texts texts;
  private final Optional<BiometricSystem> before;
  private final Draft draft;
  private final WhoBar who;
  private final TextField name;
  private final ComboBox<BiometricSystem.Kind> kind;
  private final TextField assets;
  private final Map<BiometricField, Supplier<String>> fields = new EnumMap<>(BiometricField.class);
  private final Node root;

  /// @param before what was said of it so far; empty for a new one
  /// @param proposal what it is filled in with where nothing was said
  SystemForm(
      Surroundings around, Optional<BiometricSystem> before, Optional<BiometricSystem> proposal) {
    this.around = around;
    this.texts = around.texts();
    this.before = before;
    this.draft = new Draft(around, "register-" + before.map(BiometricSystem::name).orElse(""));
    this.who = new WhoBar("register", around);
    Optional<BiometricSystem> shown = before.or(() -> proposal);
    Form form = new Form(texts);
    name = form.words("register-name", "register.name");
    name.setText(shown.map(BiometricSystem::name).orElse(""));
    name.setEditable(before.isEmpty());
    kind =
        form.choice(
            "register-kind",
            Phrase.of("register.kind"),
            List.of(BiometricSystem.Kind.values()),
            SystemForm::words);
    kind.setValue(shown.map(BiometricSystem::kind).orElse(BiometricSystem.Kind.CAMERA));
    assets = form.words("register-assets", "register.assets");
    assets.setText(shown.map(one -> String.join(" ", one.assets())).orElse(""));
    draft.words(name).words(assets).choice(kind, BiometricSystem.Kind::word);
    for (BiometricField field : BiometricField.values()) {
      fields.put(field, field(form, field, shown.flatMap(one -> one.value(field)).orElse("")));
    }
    root = root(form);
  }

  private Node root(Form form) {
    List<Node> buttons = new ArrayList<>();
    buttons.add(Panes.button("register-keep", texts.of("register.keep"), this::keep, "accent"));
    before.ifPresent(
        system ->
            buttons.add(
                Panes.button(
                    "register-strike", texts.of("register.strike"), () -> strike(system))));
    HBox bar = new HBox(8, buttons.toArray(Node[]::new));
    bar.getStyleClass().add("bar");
    Node card =
        Panes.card(
            Panes.label(
                texts.of(
                    before
                        .map(system -> Phrase.of("register.change", "name", system.name()))
                        .orElse(Phrase.of("register.add"))),
                "layer-title"),
            draft.note(),
            form.root(),
            who.root(),
            bar);
    card.setId("register-form");
    return card;
  }

  Node root() {
    return root;
  }

  static Phrase words(BiometricSystem.Kind kind) {
    return Phrase.of("register.kind." + kind.word());
  }

  static Phrase words(BiometricField field) {
    return Phrase.of("register.field." + field.column().replace('_', '-'));
  }

  static Phrase words(BiometricField field, String value) {
    if (value.isEmpty()) {
      return Phrase.of("not-determined");
    }
    return field.choices().contains(value)
        ? Phrase.of("register.value." + value)
        : Phrase.verbatim(value);
  }

  private Supplier<String> field(Form form, BiometricField field, String value) {
    String id = "register-" + field.column().replace('_', '-');
    if (field.choices().isEmpty()) {
      TextField words = form.words(id, words(field));
      words.setText(value);
      draft.words(words);
      return () -> words.getText().strip();
    }
    List<String> choices = new ArrayList<>(List.of(""));
    choices.addAll(field.choices());
    ComboBox<String> box = form.choice(id, words(field), choices, choice -> words(field, choice));
    box.setValue(value);
    draft.choice(box, choice -> choice);
    return () -> Optional.ofNullable(box.getValue()).orElse("");
  }

  private Optional<BiometricSystem> made() {
    Map<BiometricField, String> said = new EnumMap<>(BiometricField.class);
    for (Map.Entry<BiometricField, Supplier<String>> one : fields.entrySet()) {
      String value = one.getValue().get();
      if (!value.isEmpty() && !one.getKey().accepts(value)) {
        return refuse("trouble.register.field", "field", words(one.getKey()), "value", value);
      }
      if (!value.isEmpty()) {
        said.put(one.getKey(), value);
      }
    }
    String called = name.getText().strip();
    if (called.isEmpty() || called.length() > 200) {
      return refuse("trouble.register.name");
    }
    List<String> on =
        Arrays.stream(assets.getText().strip().split("[\\s,;]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return Optional.of(new BiometricSystem(called, kind.getValue(), on, said));
  }

  private Optional<BiometricSystem> refuse(String key, Object... namesAndValues) {
    around.desk().fail(new Trouble(Phrase.of(key, namesAndValues), Phrase.of(key + ".next")));
    return Optional.empty();
  }

  private void keep() {
    Optional<BiometricSystem> made = made();
    if (made.isEmpty()) {
      return;
    }
    Optional<String> by = who.who();
    if (by.isPresent()) {
      draft.done();
      around
          .desk()
          .change(
              new CaseChange(
                  Phrase.of("register.changed", "name", made.get().name()),
                  file -> register(file, made.get(), by.get()),
                  file -> back(file, made.get().name(), by.get())));
    }
  }

  private void strike(BiometricSystem system) {
    Optional<String> by = who.who();
    if (by.isPresent()) {
      draft.done();
      around
          .desk()
          .change(
              new CaseChange(
                  Phrase.of("register.struck", "name", system.name()),
                  file ->
                      file.decisions().strike(system.name(), by.get(), around.clock().instant()),
                  file -> register(file, system, by.get())));
    }
  }

  private void register(CaseFile file, BiometricSystem system, String by) throws CaseFileException {
    file.decisions().register(List.of(system), by, around.clock().instant());
  }

  private void back(CaseFile file, String called, String by) throws CaseFileException {
    if (before.isPresent()) {
      register(file, before.get(), by);
    } else {
      file.decisions().strike(called, by, around.clock().instant());
    }
  }
}
