package lenswacht.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "J. Jansen;jan jansen",
        "Jansen, Jan;JAN JANSEN",
        "drs. J.P. Jansen;Jansen",
        "Renée Müller;renee muller",
        "A. de Vries;Vries, Anna de",
        "Jan\u200b Jansen;Jan Jansen",
        "jan.jansen@voorbeeld.nl;Jan Jansen",
        "Dijkstra P;Pieter Dykstra",
        "\uff2aan Jansen;J Jansen",
        "SJOERD SMIT;sjoerd smit",
        "Prof. dr. ir. S. Smit MSc RE;Sjoerd Smit",
        "Łukasz Żak;lukasz zak",
        "Bjørn Sæther;Bjorn Saether",
        "Jürgen Köhler;Juergen Koehler",
        "ssmit@voorbeeld.nl;Sjoerd Smit",
        "smits;Sjoerd Smit",
        "sjoerdsmit;Smit, Sjoerd",
        "Ѕјоегԁ Ѕміт;Sjoerd Smit",
        "Юлия Смит;Julia Smit"
      })
  void two_spellings_that_may_be_of_one_person_count_as_one(String one, String other) {
    assertThat(PersonName.of(one).mayBe(PersonName.of(other))).isTrue();
    assertThat(PersonName.of(other).mayBe(PersonName.of(one))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Jan Jansen,Piet Jansen",
    "A. de Vries,B. de Vries",
    "Jan Jansen,Jan Pietersen",
    "J. P.,Jan Pietersen",
    "ssmit@voorbeeld.nl,Jan Pietersen",
    "Юлия Смит,Иван Петров",
    "'',Jan Jansen"
  })
  void two_people_stay_two(String one, String other) {
    assertThat(PersonName.of(one).mayBe(PersonName.of(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "X", "12", "J\u0430nsen", "drs.", "\u1d0aan J\u0251nsen"})
  void what_names_nobody_or_mixes_scripts_or_letters_of_dictionaries_is_no_name(String written) {
    assertThat(PersonName.of(written).isName()).isFalse();
  }
}
