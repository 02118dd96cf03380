package lenswacht.knowledge.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One thing that a feed states.
public sealed interface Statement {
  /// The vulnerability it is about, `CVE-2021-36260`.
  String cve();

  /// A vulnerability with what a register says of it.
  ///
  /// @param cve its number
  /// @param published day, empty where not stated
  /// @param updated day, empty where not stated
  /// @param rejected whether the register withdrew it
  /// @param scores every score with who gave it
  /// @param ranges every product with its range
  record Vulnerability(
      String cve,
      Optional<LocalDate> published,
      Optional<LocalDate> updated,
      boolean rejected,
      List<Score> scores,
      List<StatedRange> ranges)
      implements Statement {
    public Vulnerability {
      scores = List.copyOf(scores);
      ranges = List.copyOf(ranges);
    }
  }

  /// It is listed as exploited. That it is not listed says nothing.
  ///
  /// @param cve its number
  /// @param since day it was listed
  /// @param vendor as the list spells it
  /// @param product as the list spells it
  /// @param ransomware what the list says of ransomware, empty in older copies
  record Exploited(
      String cve, LocalDate since, String vendor, String product, Optional<String> ransomware)
      implements Statement {}

  /// An estimate of exploitation within thirty days.
  ///
  /// @param cve its number
  /// @param score 0 to 1, as stated
  /// @param percentile 0 to 1, as stated
  /// @param model version of the model; scores of different models are not compared
  /// @param day day of the score
  record Likelihood(String cve, String score, String percentile, String model, LocalDate day)
      implements Statement {}

  /// What an advisory document says of products and one vulnerability.
  ///
  /// @param cve its number; the id of the document where it names none
  /// @param document id of the document
  /// @param category `csaf_security_advisory`, `csaf_vex` and the like
  /// @param publisher who published it
  /// @param isOfMaker whether its publisher calls itself the maker of the products
  /// @param released day of the document
  /// @param noFixPlanned whether it says that no fix will come
  /// @param scores every score with who gave it
  /// @param ranges every product with its range and status
  record Advised(
      String cve,
      String document,
      String category,
      String publisher,
      boolean isOfMaker,
      Optional<LocalDate> released,
      boolean noFixPlanned,
      List<Score> scores,
      List<StatedRange> ranges)
      implements Statement {
    public Advised {
      scores = List.copyOf(scores);
      ranges = List.copyOf(ranges);
    }
  }

  /// A score and who gave it; scores of one vulnerability differ by source.
  ///
  /// @param version of CVSS, `3.1`
  /// @param vector as stated
  /// @param base base score
  /// @param source who gave it
  record Score(String version, String vector, double base, String source) {}
}
