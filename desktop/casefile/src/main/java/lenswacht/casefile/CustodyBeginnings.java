package lenswacht.casefile;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lenswacht.casefile.CustodyAct.Kind;
import lenswacht.casefile.CustodyNote.Value;
import lenswacht.link.HomeFolder;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import lenswacht.observation.MalformedFactException;

/// What the case itself shows to have come in, and the custody log does not tell yet: journals,
/// hand-overs, logs. Found when the case is closed, so that no verb and no screen can forget it.
final class CustodyBeginnings {
  private final Connection connection;

  CustodyBeginnings(Connection connection) {
    this.connection = connection;
  }

  /// What there is to tell.
  ///
  /// @param sha256 in hexadecimal digits; empty where there is none
  record Told(Kind kind, String what, String sha256, String note, CustodyNote told) {
    Told(Kind kind, String what, String sha256, CustodyNote told) {
      this(kind, what, sha256, "", told);
    }

    private String mark() {
      return kind + " " + sha256 + (sha256.isEmpty() ? what : "");
    }
  }

  /// What `acts` do not tell.
  List<Told> since(List<CustodyAct> acts) throws SQLException, CaseFileException, IOException {
    Set<String> known = new HashSet<>();
    acts.forEach(
        act -> known.add(new Told(act.kind(), act.what(), act.sha256(), CustodyNote.NONE).mark()));
    List<Told> all = new ArrayList<>();
    if (acts.isEmpty()) {
      ask(
          "SELECT name FROM site",
          row -> all.add(new Told(Kind.MADE, row.getString(1), "", CustodyNote.NONE)));
    }
    journals(all);
    for (HandOver statement : CustodyBook.read(connection)) {
      all.add(handOver(statement));
    }
    ask(
        "SELECT name, sha256, lines FROM traffic_log ORDER BY id",
        row ->
            all.add(
                new Told(
                    Kind.IMPORTED,
                    row.getString(1),
                    row.getString(2),
                    CustodyNote.NONE.with(Value.LINES, row.getString(3)))));
    ask(
        "SELECT document, count(*) FROM outside_fact GROUP BY document ORDER BY document",
        row ->
            all.add(
                new Told(
                    Kind.IMPORTED,
                    row.getString(1),
                    "",
                    CustodyNote.NONE.with(Value.FACTS, row.getString(2)))));
    all.removeIf(told -> told.kind() != Kind.MADE && !known.add(told.mark()));
    return all;
  }

  private void journals(List<Told> all) throws SQLException, IOException {
    PairedPeers peers = PairedPeers.open(HomeFolder.console());
    List<Told> journals = new ArrayList<>();
    ask(
        "SELECT id, device, lines, octets, last_hash FROM journal ORDER BY id",
        row ->
            journals.add(
                new Told(
                    Kind.JOURNAL_RECEIVED,
                    "journal " + row.getLong(1) + " of " + row.getString(2),
                    Bytes.of(row.getBytes(5)).hex(),
                    CustodyNote.NONE
                        .with(Value.JOURNAL, row.getLong(1))
                        .with(Value.DEVICE, row.getString(2))
                        .with(Value.LINES, row.getLong(3))
                        .with(Value.OCTETS, row.getLong(4)))));
    for (PairedPeers.Peer peer : peers.all()) {
      String key = peer.key().sha256().hex();
      boolean isHere =
          journals.stream().anyMatch(told -> told.what().endsWith(" of " + peer.name()));
      if (isHere) {
        all.add(
            new Told(
                Kind.PAIRED, peer.name(), key, CustodyNote.NONE.with(Value.SINCE, peer.since())));
      }
    }
    all.addAll(journals);
  }

  private static Told handOver(HandOver statement) {
    String hash = Bytes.utf8(statement.text()).sha256().hex();
    try {
      HandOver.Terms terms = statement.completed();
      String thing =
          switch (terms.thing()) {
            case HandOver.Thing.Device device -> device.id();
            case HandOver.Thing.Journal file -> file.name();
          };
      return new Told(
          Kind.HANDED_OVER,
          thing,
          hash,
          CustodyNote.NONE
              .with(Value.FROM, terms.from().name())
              .with(Value.TO, terms.to().name())
              .with(Value.AT, terms.at()));
    } catch (MalformedFactException unlawful) {
      return new Told(Kind.HANDED_OVER, "", hash, CustodyNote.NONE.with(Value.UNSOUND, ""));
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void ask(String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
