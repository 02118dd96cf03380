package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;

/// Hosts that say what the hosts of a building say, for benchmarks: half of it known to the
/// catalogue, half of it not, and with every host one page of 4 KiB. Always the same.
final class Building {
  /// What one host says, in observations.
  static final int OBSERVATIONS_PER_HOST = 25;

  private static final int HOSTS = 1000;
  private static final int PAGE = 4096;

  private final Random random = new Random(20261121);

  private Building() {}

  /// What each host says.
  static List<List<Observation>> hosts() {
    return new Building().said();
  }

  private List<List<Observation>> said() {
    List<Sample> samples = Sample.all();
    Observable[] observables =
        samples.stream().map(Sample::observable).distinct().toArray(Observable[]::new);
    List<List<Observation>> hosts = new ArrayList<>();
    for (int host = 0; host < HOSTS; host++) {
      HostForTests said = new HostForTests();
      said.says(Observable.HTTP_BODY, page());
      for (int fact = 1; fact < OBSERVATIONS_PER_HOST; fact++) {
        if (random.nextBoolean()) {
          Sample sample = samples.get(random.nextInt(samples.size()));
          said.says(sample.observable(), sample.text());
        } else {
          said.says(observables[random.nextInt(observables.length)], words(24));
        }
      }
      hosts.add(said.observations());
    }
    return hosts;
  }

  private String page() {
    StringBuilder page = new StringBuilder("<html><head><title>Welcome</title></head><body>");
    while (page.length() < PAGE) {
      page.append("<div class=\"").append(words(8)).append("\">");
      page.append(words(30)).append("</div>\n");
    }
    return page.toString();
  }

  private String words(int length) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < length; i++) {
      words.append((char) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(26)));
    }
    return words.toString();
  }
}
