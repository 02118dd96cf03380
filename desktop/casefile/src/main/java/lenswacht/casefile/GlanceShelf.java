package lenswacht.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.AssetLine;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.FactJson;
import lenswacht.observation.MacAddress;
import lenswacht.observation.MalformedFactException;

/// Keeps the lines of the last assessment, each as a list of texts in the order of [AssetLine].
final class GlanceShelf {
  private static final int FIELDS = 17;

  private GlanceShelf() {}

  static int keep(Connection connection, Assessment assessment, LocalDate onDay)
      throws SQLException {
    List<List<String>> lines =
        Stream.concat(
                assessment.assets().stream().map(AssetLine::of),
                assessment.others().stream().map(AssetLine::of))
            .map(GlanceShelf::written)
            .toList();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO glance (only, edition, on_day, espionage, privacy, lines)"
                + " VALUES (1, ?, ?, ?, ?, ?)")) {
      insert.setString(1, assessment.edition());
      insert.setString(2, onDay.toString());
      insert.setString(3, text(assessment.espionage()));
      insert.setString(4, text(assessment.privacy()));
      insert.setString(5, new String(FactJson.writeLine(lines), StandardCharsets.UTF_8));
      return insert.executeUpdate();
    }
  }

  static Optional<Glance> last(Connection connection, String site)
      throws SQLException, CaseFileException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT edition, on_day, espionage, privacy, lines FROM glance")) {
      if (!row.next()) {
        return Optional.empty();
      }
      List<AssetLine> lines = new ArrayList<>();
      for (String[] fields : FactJson.read(row.getString(5), String[][].class)) {
        lines.add(read(fields));
      }
      return Optional.of(
          new Glance(
              site,
              row.getString(1),
              LocalDate.parse(row.getString(2)),
              level(row.getString(3)),
              level(row.getString(4)),
              lines));
    } catch (MalformedFactException | IllegalArgumentException | DateTimeException altered) {
      throw new CaseFileException(
          Reason.DAMAGED, "the list of assets in the case file cannot be read", altered);
    }
  }

  private static List<String> written(AssetLine line) {
    ProductIdentity identity = line.identity();
    return List.of(
        line.address(),
        String.join(" ", line.elsewhere()),
        line.mac().map(MacAddress::hex).orElse(""),
        identity.kind().name(),
        identity.brand().orElse(""),
        identity.maker().orElse(""),
        identity.model().orElse(""),
        identity.firmware().orElse(""),
        identity.buildDate().map(LocalDate::toString).orElse(""),
        line.makerConfidence().map(Confidence::name).orElse(""),
        line.via().orElse(""),
        Integer.toString(line.sensors()),
        line.channels().map(count -> Integer.toString(count)).orElse(""),
        Integer.toString(line.unseen()),
        text(line.espionage()),
        text(line.privacy()),
        Boolean.toString(line.isContradicted()));
  }

  private static AssetLine read(String... fields) {
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("a line of " + fields.length + " fields");
    }
    return new AssetLine(
        fields[0],
        fields[1].isEmpty() ? List.of() : List.of(fields[1].split(" ")),
        said(fields[2]).map(MacAddress::parse),
        new ProductIdentity(
            AssetKind.valueOf(fields[3]),
            said(fields[4]),
            said(fields[5]),
            said(fields[6]),
            said(fields[7]),
            said(fields[8]).map(LocalDate::parse)),
        said(fields[9]).map(Confidence::valueOf),
        said(fields[10]),
        Integer.parseInt(fields[11]),
        said(fields[12]).map(Integer::parseInt),
        Integer.parseInt(fields[13]),
        level(fields[14]),
        level(fields[15]),
        Boolean.parseBoolean(fields[16]));
  }

  private static Optional<String> said(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  private static String text(Optional<Interval> level) {
    return level.map(of -> of.best() + ".." + of.worst()).orElse("");
  }

  private static Optional<Interval> level(String text) {
    int between = text.indexOf("..");
    return between < 0
        ? Optional.empty()
        : Optional.of(
            new Interval(
                Level.valueOf(text.substring(0, between)),
                Level.valueOf(text.substring(between + 2))));
  }
}
