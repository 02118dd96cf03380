package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Level;
import lenswacht.assessment.Severity;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.exposure.Gap;
import lenswacht.assessment.exposure.Hop;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.separation.Agreement;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Trust;
import lenswacht.fingerprint.asset.Caution;
import lenswacht.fingerprint.asset.Mark;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.Truth;
import lenswacht.observation.BoxNote;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Coverage;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Omission;
import lenswacht.observation.Whereabouts;
import lenswacht.report.content.LeftOut;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Set<String> DUTCH = keys(Locale.of("nl"));
  private static final Set<String> ENGLISH = keys(Locale.ENGLISH);

  /// Keys that the program puts together from a constant, a number, or a word of the edition or the
  /// journal.
  private static Stream<String> composed() {
    return Stream.of(
            constants("axis", Axis.values()),
            constants("axis.question", Axis.values()),
            constants("level", Level.values()),
            constants("severity", Severity.values()),
            constants("severity.meaning", Severity.values()),
            constants("confidence", Confidence.values()),
            constants("confidence.meaning", Confidence.values()),
            constants("verdict", Verdict.values()),
            constants("kind", AssetKind.values()),
            constants("attribute", Claim.Attribute.values()),
            constants("trust", Trust.values()),
            constants("way.letter", Axis.values()),
            constants("intrusiveness", Intrusiveness.values()),
            constants("notice.level", Intrusiveness.values()),
            constants("preflight.part", Preflight.Part.values()),
            constants("health.step", BoxNote.Step.values()),
            constants("preflight.trust", ClockTrust.values()),
            constants("outcome", RunOutcome.values()),
            constants("omission", Omission.values()),
            constants("vantage", Coverage.Vantage.values()),
            constants("standing", Whereabouts.Standing.values()),
            constants("reach", Reach.values()),
            constants("wanted", Agreement.Wanted.values()),
            constants("separation.meaning", Reach.values()),
            constants("separation.logical", SeparationMatrix.Separated.values()),
            constants("separation.physical", SeparationMatrix.Separated.values()),
            constants("mark", Mark.Kind.values()),
            constants("caution", Caution.Kind.values()),
            constants("advisory.outcome", AdvisoryAnswer.Outcome.values()),
            constants("advisory.open", AdvisoryAnswer.Open.values()),
            constants("exposure", ExposureLevel.values()),
            constants("exposure.brief", ExposureLevel.values()),
            constants("exposure.way", Hop.Way.values()),
            constants("gap", Gap.values()),
            constants("outward.purpose", Purpose.values()),
            constants("outward.outcome", WaysOut.Outcome.values()),
            constants("outward.truth", Truth.values()),
            constants("remedy.state", RemedyState.values()),
            constants("left-out.kind", LeftOut.Kind.values()),
            constants("left-out.instead", LeftOut.Kind.values()),
            constants("audience", Audience.values()),
            Stream.of("title.SITE", "title.TECHNICAL", "asked.value.yes", "asked.value.no"),
            Stream.of("watching", "makers", "upkeep", "faces").map(key -> "asked." + key + ".yes"),
            spelled(),
            IntStream.rangeClosed(1, 9).mapToObj(i -> "limit." + i),
            IntStream.rangeClosed(1, 6).mapToObj(i -> "method." + i),
            IntStream.rangeClosed(1, 5).mapToObj(i -> "word." + i),
            IntStream.rangeClosed(1, 5).mapToObj(i -> "word.meaning." + i))
        .flatMap(keys -> keys);
  }

  private static Stream<String> spelled() {
    return Stream.of(
            SampleContents.EDITION.pack().fields().stream()
                .filter(field -> field.type() == Field.Type.CHOICE)
                .flatMap(
                    field ->
                        field.choices().stream()
                            .map(choice -> "choice." + field.name() + "." + choice)),
            constants("biometric.kind", BiometricSystem.Kind.values()),
            Stream.of(BiometricField.values())
                .map(field -> "biometric." + field.column())
                .filter(DUTCH::contains),
            Stream.of(
                    "yes",
                    "no",
                    "avg",
                    "wpg",
                    "positive",
                    "negative",
                    "none",
                    "own-enrolment",
                    "government-register",
                    "police-register",
                    "supplier",
                    "gathered-from-internet")
                .map(word -> "biometric.value." + word),
            Stream.of(
                    "hash-none",
                    "hash-fits",
                    "signature-none",
                    "signature-not-checked",
                    "signature-good")
                .map(word -> "advisory.check." + word))
        .flatMap(keys -> keys);
  }

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(DUTCH).isEqualTo(ENGLISH);
  }

  @Test
  void no_text_is_empty_and_both_languages_take_the_same_parameters() {
    var dutch = Wording.read(Locale.of("nl"));
    var english = Wording.read(Locale.ENGLISH);
    assertThat(DUTCH)
        .allSatisfy(
            key -> {
              assertThat(dutch.getProperty(key)).isNotBlank();
              assertThat(parameters(dutch.getProperty(key)))
                  .isEqualTo(parameters(english.getProperty(key)));
            });
  }

  @Test
  void every_key_that_is_put_together_is_there() {
    assertThat(ENGLISH).containsAll(composed().toList());
  }

  @Test
  void every_key_in_the_program_is_there_and_every_key_there_is_in_the_program() {
    String program = program();
    Set<String> composed = composed().collect(Collectors.toSet());
    assertThat(ENGLISH)
        .filteredOn(
            key ->
                !composed.contains(key)
                    && !key.matches("(.*-(looked|status)|parameter|sheet)\\..*"))
        .allSatisfy(key -> assertThat(program).contains("\"" + key + "\""));
    List<String> said =
        Pattern.compile("(?:say|paragraph|notice|notDetermined)\\(\\s*\"([a-z.0-9-]+)\"\\s*[,)]")
            .matcher(program)
            .results()
            .map(found -> found.group(1))
            .filter(key -> composed.stream().noneMatch(whole -> whole.startsWith(key + ".")))
            .toList();
    assertThat(said).hasSizeGreaterThan(80);
    assertThat(ENGLISH).containsAll(said);
  }

  private static Stream<String> constants(String prefix, Enum<?>[] values) {
    return Arrays.stream(values).map(value -> prefix + "." + value.name());
  }

  private static Set<String> parameters(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  private static Set<String> keys(Locale language) {
    return new TreeSet<>(Wording.read(language).stringPropertyNames());
  }

  private static String program() {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getParent().endsWith("picture"))
          .map(WordingTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
