package lenswacht.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.knowledge.Edition;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// What people decided about a site, with who said it and when. Nothing is overwritten: the last
/// word on a thing holds, and later visits and editions leave all of it as it is.
public final class DecisionBook {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_NAME = 200;

  private final Ledger ledger;

  /// @param turn what threads take turns on
  DecisionBook(Connection connection, Object turn) {
    this.ledger = new Ledger(connection, turn);
  }

  /// Notes answers, all or none.
  public void answer(List<Answered> answers) throws CaseFileException {
    answers.forEach(one -> check(one.field(), one.value(), one.by(), one.note(), one.address()));
    ledger.add(
        "INSERT INTO answer (address, field, value, state, said_by, note, answered_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        answers.stream()
            .map(
                one ->
                    List.of(
                        one.address(),
                        one.field(),
                        one.value(),
                        one.state().word(),
                        one.by(),
                        one.note(),
                        one.at().toString()))
            .toList());
  }

  /// The last word on each question, by asset and field; withdrawn answers are left out.
  public List<Answered> answers() throws CaseFileException {
    Map<List<String>, Answered> last = new LinkedHashMap<>();
    ledger.read(
        "SELECT address, field, state, value, said_by, note, answered_at FROM answer ORDER BY id",
        row -> {
          List<String> key = List.of(row.getString(1), row.getString(2));
          Answered.State state = Answered.State.of(row.getString(3)).orElse(Answered.State.UNKNOWN);
          last.remove(key);
          if (state != Answered.State.ANSWERED || !row.getString(4).isEmpty()) {
            last.put(
                key,
                new Answered(
                    row.getString(1),
                    row.getString(2),
                    state,
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    Instant.parse(row.getString(7))));
          }
        });
    return List.copyOf(last.values());
  }

  /// Notes what was said of remedies, all or none.
  public void say(List<RemedyWord> words) throws CaseFileException {
    words.forEach(one -> check(one.remedy(), one.by(), one.note(), one.address(), one.owner()));
    ledger.add(
        "INSERT INTO remedy_word (remedy, address, state, said_by, note, said_at, owner, due)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        words.stream()
            .map(
                one ->
                    List.of(
                        one.remedy(),
                        one.address(),
                        one.state().word(),
                        one.by(),
                        one.note(),
                        one.at().toString(),
                        one.owner(),
                        one.due().map(LocalDate::toString).orElse("")))
            .toList());
  }

  /// Everything that was said of remedies, the oldest first.
  public List<RemedyWord> remedies() throws CaseFileException {
    List<RemedyWord> words = new ArrayList<>();
    ledger.read(
        "SELECT remedy, address, state, said_by, note, said_at, owner, due FROM remedy_word"
            + " ORDER BY id",
        row ->
            words.add(
                new RemedyWord(
                    row.getString(1),
                    row.getString(2),
                    RemedyState.said(row.getString(3)).orElse(RemedyState.PROPOSED),
                    row.getString(4),
                    row.getString(5),
                    Instant.parse(row.getString(6)),
                    row.getString(7),
                    Optional.of(row.getString(8))
                        .filter(day -> !day.isEmpty())
                        .map(LocalDate::parse))));
    return words;
  }

  /// Puts systems on the register, all or none; one with the same name is replaced.
  public void register(List<BiometricSystem> systems, String by, Instant at)
      throws CaseFileException {
    check(by);
    ledger.add(
        "INSERT INTO biometric_system (name, system, said_by, said_at) VALUES (?, ?, ?, ?)",
        systems.stream()
            .map(
                one ->
                    List.of(
                        one.name(),
                        new String(FactJson.writeLine(Held.of(one)), StandardCharsets.UTF_8),
                        by,
                        at.toString()))
            .toList());
  }

  /// Takes a system off the register. What was said of it stays in the file.
  public void strike(String name, String by, Instant at) throws CaseFileException {
    check(name, by);
    ledger.add(
        "INSERT INTO biometric_system (name, system, said_by, said_at) VALUES (?, NULL, ?, ?)",
        List.of(List.of(name, by, at.toString())));
  }

  /// The systems on the register, in the order in which they came.
  public List<KeptSystem> register() throws CaseFileException {
    Map<String, KeptSystem> systems = new LinkedHashMap<>();
    ledger.read(
        "SELECT name, system, said_by, said_at FROM biometric_system ORDER BY id",
        row -> {
          if (row.getString(2) == null) {
            systems.remove(row.getString(1));
          } else {
            systems.put(
                row.getString(1),
                new KeptSystem(
                    system(row.getString(2)), row.getString(3), Instant.parse(row.getString(4))));
          }
        });
    return List.copyOf(systems.values());
  }

  /// The systems on the register, each rated by the rules.
  public List<RatedSystem> rated(Edition edition) throws CaseFileException {
    Map<String, String> site = new LinkedHashMap<>();
    for (Answered answer : answers()) {
      if (answer.address().isEmpty() && answer.state() == Answered.State.ANSWERED) {
        site.put(answer.field(), answer.value());
      }
    }
    return register().stream().map(kept -> RatedSystem.of(kept.system(), site, edition)).toList();
  }

  /// A system as it is written.
  private record Held(
      String name, BiometricSystem.Kind kind, List<String> assets, Map<String, String> said) {
    static Held of(BiometricSystem system) {
      Map<String, String> said = new LinkedHashMap<>();
      system.said().forEach((field, value) -> said.put(field.column(), value));
      return new Held(system.name(), system.kind(), system.assets(), said);
    }

    BiometricSystem system() {
      Map<BiometricField, String> known = new EnumMap<>(BiometricField.class);
      said.forEach(
          (column, value) -> BiometricField.of(column).ifPresent(field -> known.put(field, value)));
      return new BiometricSystem(name, kind, assets, known);
    }
  }

  private static BiometricSystem system(String json) throws CaseFileException {
    try {
      return FactJson.read(json, Held.class).system();
    } catch (MalformedFactException | IllegalArgumentException malformed) {
      throw new CaseFileException(
          Reason.DAMAGED, "the register holds a system that cannot be read", malformed);
    }
  }

  private static void check(String first, String... texts) {
    if (first.isBlank() || first.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
    for (String text : texts) {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("a text has at most " + LONGEST + " characters");
      }
    }
  }
}
