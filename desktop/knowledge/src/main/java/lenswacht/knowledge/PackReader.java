package lenswacht.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the rows of one policy pack and refuses whatever cannot be so, with file, line and column.
///
/// A pack is whole, or it extends another of the same edition: then it rates with the fields,
/// tables and rules of that one, and brings rules and controls of its own.
final class PackReader {
  /// The files of a whole pack, in the order in which they are hashed.
  static final List<String> FILES =
      List.of(
          "pack.csv",
          "sources.csv",
          "fields.csv",
          "bases.csv",
          "factors.csv",
          "levels.csv",
          "tables.csv",
          "rules.csv",
          "conditions.csv",
          "controls.csv",
          "sentences.csv");

  /// The files of a pack that extends another.
  static final List<String> EXTENDING =
      List.of(
          "pack.csv",
          "sources.csv",
          "lists.csv",
          "fields.csv",
          "rules.csv",
          "conditions.csv",
          "controls.csv",
          "sentences.csv");

  private static final List<String> HEADING = List.of("id", "version", "date", "status", "source");
  private static final List<String> MORE = List.of(PolicyPack.EXTENDS, "expressions");
  private static final List<String> STATUSES = List.of("draft", "reviewed", "binding");
  private static final Set<String> REPLACED = Set.of("pack.title", "pack.note");

  private final KnowledgeFolder edition;
  private final RowReader reader;
  private final String folder;
  private final PackParts parts = new PackParts();

  PackReader(KnowledgeFolder edition, String folder) {
    this.edition = edition;
    this.reader = new RowReader(edition);
    this.folder = folder;
  }

  /// The folder of a pack within an edition.
  static String folderOf(String id) {
    return "pack-" + id;
  }

  PolicyPack read() throws PackException {
    Optional<PolicyPack> below = readParts(true);
    SealedFiles files = SealedFiles.of(edition, folder, files());
    Phrases phrases = parts.phrases.build();
    checkChoices(phrases);
    return new PolicyPack(parts, phrases, files, below);
  }

  private List<String> files() {
    return parts.heading.containsKey(PolicyPack.EXTENDS) ? EXTENDING : FILES;
  }

  /// @param mayExtend whether this pack may extend another; one step is enough
  private Optional<PolicyPack> readParts(boolean mayExtend) throws PackException {
    heading();
    Optional<PolicyPack> below = below(mayExtend);
    ModelReader model = new ModelReader(reader, folder, parts);
    model.sources();
    if (below.isPresent()) {
      model.lists();
    }
    model.fields();
    if (below.isEmpty()) {
      model.bases();
      model.factors();
      model.tables();
    }
    new RuleReader(reader, folder, parts).rules();
    controls();
    for (Row row : reader.read(name("sentences.csv"), "key", "nl", "en")) {
      String key = row.required("key");
      if (REPLACED.contains(key)) {
        parts.phrases.replace(key, row, "nl", "en");
      } else {
        parts.phrases.add(key, row, "nl", "en");
      }
    }
    return below;
  }

  private Optional<PolicyPack> below(boolean mayExtend) throws PackException {
    String id = parts.heading.get(PolicyPack.EXTENDS);
    if (id == null) {
      return Optional.empty();
    }
    if (!mayExtend || !id.matches("[a-z0-9-]{1,40}") || folderOf(id).equals(folder)) {
      throw new PackException(
          name("pack.csv"), 0, "a pack extends a whole pack of the edition, such as nl");
    }
    PackReader other = new PackReader(edition, folderOf(id));
    other.readParts(false);
    parts.takeModel(other.parts);
    SealedFiles files = SealedFiles.of(edition, other.folder, other.files());
    Phrases phrases = other.parts.phrases.build();
    other.checkChoices(phrases);
    return Optional.of(new PolicyPack(other.parts, phrases, files, Optional.empty()));
  }

  private String name(String file) {
    return folder + "/" + file;
  }

  private void heading() throws PackException {
    for (Row row : reader.read(name("pack.csv"), "key", "value")) {
      String key = row.required("key");
      if (!HEADING.contains(key) && !MORE.contains(key)) {
        throw row.wrong("key", "a pack has no '" + key + "'; it has " + HEADING + " and " + MORE);
      }
      if (key.equals("status")) {
        row.oneOf("value", STATUSES);
      }
      if (key.equals("date")) {
        row.date("value");
      }
      if (key.equals("id") && !row.required("value").matches("[a-z0-9-]{1,40}")) {
        throw row.wrong("value", "an id is small letters, digits and dashes, such as my-office");
      }
      if (parts.heading.put(key, row.required("value")) != null) {
        throw row.wrong("key", "'" + key + "' stands here twice");
      }
    }
    for (String key : HEADING) {
      if (!parts.heading.containsKey(key)) {
        throw new PackException(name("pack.csv"), 0, "'" + key + "' is missing");
      }
    }
  }

  private void controls() throws PackException {
    for (Row row :
        reader.readOrNone(
            name("controls.csv"),
            Set.of("clause", "applies_from", "standing", "reading"),
            "control",
            "rules",
            "provable",
            "only_if",
            "source",
            "title_nl",
            "title_en",
            "clause",
            "applies_from",
            "standing",
            "reading")) {
      Control control = control(row);
      if (parts.controls.put(control.id(), control) != null) {
        throw row.wrong("control", "control '" + control.id() + "' stands here twice");
      }
      parts.phrases.add("control." + control.id(), row, "title_nl", "title_en");
    }
    if (parts.controls.isEmpty()) {
      throw new PackException(name("controls.csv"), 0, "there are no rows");
    }
  }

  private Control control(Row row) throws PackException {
    for (String rule : row.words("rules")) {
      if (!parts.rules.containsKey(rule)) {
        throw row.wrong("rules", "there is no rule '" + rule + "'");
      }
    }
    Optional<String> onlyIf = row.optional("only_if");
    if (onlyIf.isPresent()) {
      Field field = parts.fields.get(onlyIf.get());
      if (field == null || field.type() != Field.Type.YES_NO) {
        throw row.wrong("only_if", "there is no yes-no field '" + onlyIf.get() + "'");
      }
    }
    List<String> references = parts.references(row);
    return new Control(
        row.required("control"),
        row.words("rules"),
        row.yes("provable"),
        onlyIf,
        new Basis(
            row.optional("clause").orElse(String.join("; ", references)),
            references,
            since(references),
            row.text("reading").isEmpty() ? HowRead.TEXT : PackParts.howRead(row)),
        row.text("applies_from").isEmpty()
            ? Optional.empty()
            : Optional.of(row.date("applies_from")),
        row.text("standing").isEmpty() ? Standing.NORM : standing(row));
  }

  /// Day of the oldest of the sources.
  private String since(List<String> references) {
    return new LinkedHashSet<>(references)
        .stream()
            .map(reference -> parts.sources.get(reference.split(":", 2)[0]))
            .filter(java.util.Objects::nonNull)
            .map(Source::date)
            .min(String::compareTo)
            .orElse("");
  }

  private static Standing standing(Row row) throws PackException {
    String label = row.required("standing");
    for (Standing standing : Standing.values()) {
      if (standing.name().toLowerCase(Locale.ROOT).equals(label)) {
        return standing;
      }
    }
    throw row.wrong("standing", "'standing' cannot be '" + label + "'");
  }

  private void checkChoices(Phrases built) throws PackException {
    if (!built.has("pack.title") || !built.has("not-determined")) {
      throw new PackException(
          name("sentences.csv"), 0, "'pack.title' or 'not-determined' is missing");
    }
    for (Field field : parts.fields.values()) {
      for (String choice : field.choices()) {
        if (!built.has("choice." + field.name() + "." + choice)) {
          throw new PackException(
              name("sentences.csv"),
              0,
              "there is no sentence for choice '" + choice + "' of field '" + field.name() + "'");
        }
      }
    }
  }
}
