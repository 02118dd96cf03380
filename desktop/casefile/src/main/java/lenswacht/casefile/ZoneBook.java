package lenswacht.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.separation.Placed;
import lenswacht.assessment.separation.SeparationFacts;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.SeparationReader;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.knowledge.SeparationNorm;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// The zones of the site and what was agreed between them. Nothing is overwritten: the last plan
/// holds.
final class ZoneBook {
  private ZoneBook() {}

  static ZonePlan read(Connection connection) throws SQLException, CaseFileException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT plan FROM zone_plan ORDER BY id DESC LIMIT 1")) {
      return row.next() ? FactJson.read(row.getString(1), ZonePlan.class) : ZonePlan.NONE;
    } catch (MalformedFactException malformed) {
      throw new CaseFileException(Reason.DAMAGED, "the zones cannot be read", malformed);
    }
  }

  /// Adds a plan and gives its number.
  static long write(Connection connection, ZonePlan plan) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO zone_plan (plan) VALUES (?) RETURNING id")) {
      insert.setString(1, new String(FactJson.writeLine(plan), StandardCharsets.UTF_8));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// Which zones reach which; empty where nobody named the zones.
  static Optional<SeparationMatrix> matrix(
      Connection connection, HeardRuns runs, List<SeenAsset> assets, SeparationNorm norm)
      throws SQLException, CaseFileException {
    ZonePlan plan = read(connection);
    if (plan.zones().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SeparationReader(norm).read(plan, runs.vantages(), placed(assets)));
  }

  /// What the matrix tells of single assets.
  static List<ExposureFact> facts(SeparationMatrix matrix, List<SeenAsset> assets) {
    return SeparationFacts.of(matrix, placed(assets));
  }

  private static List<Placed> placed(List<SeenAsset> assets) {
    return assets.stream().map(asset -> new Placed(asset.address(), asset.trace())).toList();
  }
}
