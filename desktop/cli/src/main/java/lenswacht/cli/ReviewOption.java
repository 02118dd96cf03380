package lenswacht.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import lenswacht.assessment.review.Judged;
import lenswacht.assessment.review.ReviewWords;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.ReviewWork;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The case whose review a command looks at, and how that case is judged.
final class ReviewOption {
  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private PackOption pack = new PackOption();

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "Judge ages and end dates as on this day. Default: today.")
  private @Nullable LocalDate day;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  private @Nullable Identifier identifier;

  /// A case under review.
  ///
  /// @param edition with the pack under which is judged
  record Open(CaseFile file, ReviewWork work, Edition edition) implements AutoCloseable {
    @Override
    public void close() throws CaseFileException {
      file.close();
    }
  }

  /// Opens the case and judges it. Nothing is kept of that.
  Open open() throws CaseFileException, CommandException {
    Edition edition = pack.edition();
    LocalDate onDay = day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    Identifier who = identifier();
    CaseFile file = caseOption.open();
    try {
      Judged judged = file.reviews().judged(file.judge(who, edition, onDay), who, edition);
      return new Open(
          file, file.reviews().work(judged, onDay, AssessorKeys.ofThisComputer()), edition);
    } catch (CaseFileException failed) {
      file.close();
      throw failed;
    }
  }

  /// What tells the assets apart; made when it is asked for, since every command line has one.
  Identifier identifier() {
    Identifier known = identifier;
    if (known == null) {
      known = new Identifier(Catalogue.bundled());
      identifier = known;
    }
    return known;
  }

  ReviewWords words() {
    return ReviewWords.in(language);
  }
}
