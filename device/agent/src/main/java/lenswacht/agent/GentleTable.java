package lenswacht.agent;

import static lenswacht.observation.Observable.HTTP_BODY;
import static lenswacht.observation.Observable.HTTP_SERVER;
import static lenswacht.observation.Observable.HTTP_TITLE;
import static lenswacht.observation.Observable.RTSP_SERVER;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;

/// Families whose programs do not bear much: they get one connection at a time, a long pause
// between
/// two, and fewer questions. A family is known by what was seen of a host so far.
final class GentleTable {
  private static final Set<Observable> SAID = EnumSet.complementOf(EnumSet.of(HTTP_BODY));

  /// What each family is known by, and how many questions over TCP it gets at most. Hipcam resets
  /// hasty connections and loses its streams; the others share small single-threaded web servers.
  private static final List<Row> ROWS =
      List.of(
          new Row("Hipcam", Set.of(RTSP_SERVER), "hipcam realserver", 10),
          new Row("Xiongmai", Set.of(HTTP_SERVER), "uc-httpd", 12),
          new Row("Xiongmai", Set.of(HTTP_TITLE), "netsurveillance", 12),
          new Row("JAWS recorders", Set.of(HTTP_SERVER), "jaws/1.0", 12),
          new Row("GoAhead", Set.of(HTTP_SERVER), "goahead", 16),
          new Row("Netwave", Set.of(HTTP_SERVER), "netwave ip camera", 12),
          new Row("VStarcam", SAID, "vstarcam", 12));

  private GentleTable() {}

  /// One sign of a family.
  ///
  /// @param family its name
  /// @param where in which texts the sign is looked for
  /// @param sign what they contain then, in lower case
  /// @param mostQuestions most questions over TCP that a host of this family gets in one run
  record Row(String family, Set<Observable> where, String sign, int mostQuestions) {
    Row {
      where = Set.copyOf(where);
    }

    boolean fits(Observation.Stated stated) {
      return where.contains(stated.observable())
          && stated.value().toLowerCase(Locale.ROOT).contains(sign);
    }
  }

  /// The row that a host fits of which this was observed, if any.
  static Optional<Row> row(Collection<Observation> soFar) {
    return ROWS.stream()
        .filter(
            row ->
                soFar.stream()
                    .anyMatch(
                        fact -> fact instanceof Observation.Stated stated && row.fits(stated)))
        .findFirst();
  }

  /// The whole table.
  static List<Row> rows() {
    return ROWS;
  }
}
