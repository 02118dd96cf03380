package lenswacht.casefile.outside;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import lenswacht.observation.CleanText;
import lenswacht.observation.Service;

/// One thing that somebody saw from outside.
public sealed interface OutsideFact {
  /// Who saw it: `shodan`, `censys`, `zoomeye` or `nmap`.
  String origin();

  /// When.
  Instant at();

  /// Where in the document it stands, for example `line 12`.
  String place();

  /// A service answered.
  ///
  /// @param service where
  /// @param certificate SHA-256 of its certificate, 64 hex digits; empty where not told
  /// @param server what it calls itself in the header of its answer
  /// @param title of its page
  /// @param realm for which it asks a password
  /// @param words texts in it that may be serial numbers
  record Answering(
      String origin,
      Instant at,
      String place,
      Service service,
      String certificate,
      String server,
      String title,
      String realm,
      List<String> words)
      implements OutsideFact {
    private static final int LONGEST = 256;
    private static final int MOST_WORDS = 32;

    public Answering {
      certificate = certificate.matches("[0-9a-f]{64}") ? certificate : "";
      server = CleanText.of(server, LONGEST);
      title = CleanText.of(title, LONGEST);
      realm = CleanText.of(realm, LONGEST);
      words = words.stream().distinct().limit(MOST_WORDS).toList();
    }
  }

  /// A host was looked at.
  ///
  /// @param address which
  /// @param ports the TCP ports that were looked at; empty where not told
  record Looked(String origin, Instant at, String place, InetAddress address, List<Integer> ports)
      implements OutsideFact {
    public Looked {
      ports = List.copyOf(ports);
    }
  }
}
