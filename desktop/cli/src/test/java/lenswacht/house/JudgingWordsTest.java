package lenswacht.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No text of screen, paper or command says more than evidence can carry: that something is safe,
/// was broken into, is forbidden or unlawful, spies, or is somebody. Only rows of an edition may
/// say what a source says, and name it.
class JudgingWordsTest {
  private static final Pattern JUDGING =
      Pattern.compile(
          "\\b(?:(?:on)?veilige?|(?:un)?safe(?:ly)?|(?:in)?secure|hack(?:ed|s)?|gehackte?"
              + "|gekraakte?|spyware|malware|spionage(?:apparatuur|software|camera)|forbidden"
              + "|verboden|illegal|illega(?:al|le)|unlawful|onwettige?"
              + "|compromised|gecompromitteerde?|backdoor|achterdeur(?:tje)?"
              + "|(?:un)?trustworthy|(?:on)?betrouwbare?|dangerous|gevaarlijke?"
              + "|criminal|crimine(?:el|le)|guilty|schuldig|same person|dezelfde persoon)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Rows whose second to last columns hold the sentences, and that name their source.
  private static final Pattern SOURCED =
      Pattern.compile("(?:KST|AIA|BIO2|UAVG|AVG|GDPR|NDAA|PIVP|PARTNER|HAND|TOOLBOX)[-:\\w]*");

  private static List<String> judging(Path file) throws IOException {
    Properties texts = new Properties();
    texts.load(new StringReader(Files.readString(file)));
    return texts.entrySet().stream()
        .filter(text -> JUDGING.matcher(text.getValue().toString()).find())
        .map(text -> file.getFileName() + ": " + text)
        .toList();
  }

  @Test
  void no_text_of_screen_paper_or_command_judges_by_itself() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> texts = House.texts(".properties");
    for (Path file : texts) {
      found.addAll(judging(file));
    }
    assertThat(texts).hasSizeGreaterThan(20);
    assertThat(found).isEmpty();
  }

  @Test
  void a_row_of_an_edition_that_uses_such_a_word_names_who_says_so() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : House.texts("rules.csv")) {
      for (String row : Files.readAllLines(file)) {
        if (JUDGING.matcher(row).find() && !SOURCED.matcher(row).find()) {
          found.add(file + ": " + row);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void such_a_word_is_recognised_and_its_neighbours_are_not() {
    assertThat(List.of("Deze camera is veilig.", "It was HACKED.", "Dat is verboden", "spyware"))
        .allMatch(text -> JUDGING.matcher(text).find());
    assertThat(List.of("beveiliging", "de veiligheidsregio", "safeguards", "Niet waargenomen"))
        .noneMatch(text -> JUDGING.matcher(text).find());
  }
}
