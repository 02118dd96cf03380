package lenswacht.console.badsample;

import java.sql.Connection;

/// A screen that talks to the database itself.
public record TalksToSqlite(Connection connection) {}
