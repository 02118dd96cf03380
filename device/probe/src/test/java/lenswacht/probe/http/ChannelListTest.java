package lenswacht.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observation.Channel;
import lenswacht.probe.http.ChannelList.Line;
import lenswacht.probe.question.Mangled;
import org.junit.jupiter.api.Test;

class ChannelListTest {
  private static final String SCRIPT =
      """
      <html><script>var view = {"channels":[
        {"id":1,"name":"Hall ] 1","ip":"192.0.2.7","mac":"00:00:5e:00:53:0a","status":"online"},
        {"id":2,"channelName":"Yard","sn":"7G0A1B2PAZ3C4D5","model":"X1","state":"offline"},
        {"id":3,"name":"","ip":"","status":"free"},
        {"id":4,"name":"Fourth"}]};</script></html>
      """;

  private static final String CHOICES =
      """
      <form><select name="camera"><option value="1" selected>Door</option>
      <option value='2'>Gate</option><option value="all">All</option></select>
      <select name="language"><option value="7">Dutch</option></select></form>
      """;

  private static List<Line> lines(String page) {
    return ChannelList.parse(page).lines();
  }

  @Test
  void an_array_of_channels_in_the_script_is_read() {
    assertThat(lines(SCRIPT))
        .containsExactly(
            new Line(
                1,
                "Hall ] 1",
                new Channel.Source("192.0.2.7", "00:00:5e:00:53:0a", "", ""),
                Channel.Use.IN_USE),
            new Line(
                2, "Yard", new Channel.Source("", "", "7G0A1B2PAZ3C4D5", "X1"), Channel.Use.IN_USE),
            new Line(3, "", Channel.Source.UNTOLD, Channel.Use.FREE),
            new Line(4, "Fourth", Channel.Source.UNTOLD, Channel.Use.NOT_DETERMINED));
  }

  @Test
  void the_choices_of_a_list_of_cameras_are_channels_and_other_choices_are_not() {
    assertThat(lines(CHOICES))
        .containsExactly(
            new Line(1, "Door", Channel.Source.UNTOLD, Channel.Use.NOT_DETERMINED),
            new Line(2, "Gate", Channel.Source.UNTOLD, Channel.Use.NOT_DETERMINED));
  }

  @Test
  void a_page_that_names_no_channel_has_none() {
    for (String page :
        List.of(
            "",
            "<html>channels</html>",
            "{\"channels\":[]}",
            "{\"channels\":[1,2,3]}",
            "{\"channels\":[{\"name\":\"without a number\"}]}",
            "{\"channels\":[{\"id\":\"12345\"}]}",
            "{\"channels\":[{\"id\":1}",
            "<select name=channel>")) {
      assertThat(lines(page)).as(page).isEmpty();
    }
  }

  @Test
  void more_channels_than_anything_has_are_left_out() {
    StringBuilder page = new StringBuilder("<select name=channel>");
    for (int i = 0; i < 900; i++) {
      page.append("<option value=").append(i).append(">c</option>");
    }
    assertThat(lines(page.toString())).hasSizeLessThanOrEqualTo(256).isNotEmpty();
    assertThat(lines("\"channels\":[".repeat(20_000))).isEmpty();
    assertThat(lines("<select name=channel><option ".repeat(5_000))).isEmpty();
  }

  @Test
  void broken_pages_are_read_or_have_no_channels() {
    for (String good : List.of(SCRIPT, CHOICES)) {
      for (Bytes bytes : Mangled.of(Bytes.utf8(good))) {
        assertThat(lines(bytes.utf8()))
            .hasSizeLessThanOrEqualTo(256)
            .allMatch(line -> line.number() >= 0 && line.number() <= Channel.HIGHEST);
      }
    }
  }

  @Test
  void noise_between_the_words_of_a_list_does_no_harm() {
    Random random = new Random(20261121);
    List<String> words =
        List.of(
            "channels", "\"", ":", "[", "{", "}", "]", "<select name=ch ", "<option value=", "\\");
    for (int i = 0; i < 2_000; i++) {
      StringBuilder page = new StringBuilder();
      for (int word = random.nextInt(40); word > 0; word--) {
        page.append(words.get(random.nextInt(words.size())));
        page.append((char) random.nextInt(0x200));
      }
      assertThat(lines(page.toString())).hasSizeLessThanOrEqualTo(256);
    }
  }
}
