package lenswacht.report.export;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Stage;
import lenswacht.report.Redaction;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;
import lenswacht.report.content.LeftOut;

/// What a report will be, told before anything is written.
///
/// @param isDraft whether it says that it was not determined
/// @param open the statements that keep it a draft, in order; none where it is no draft, or where
///     nothing was stated yet
/// @param marking what the head and foot of each page say
/// @param leftOut what its readers will not be told
/// @param words which words those are, by kind: for who writes it alone
public record Foreseen(
    boolean isDraft,
    List<Reviewed> open,
    String marking,
    LeftOut leftOut,
    Map<LeftOut.Kind, List<String>> words) {
  public Foreseen {
    open = List.copyOf(open);
    Map<LeftOut.Kind, List<String>> sorted = new EnumMap<>(LeftOut.Kind.class);
    sorted.putAll(words);
    words = Collections.unmodifiableMap(sorted);
  }

  static Foreseen of(ReportContents contents, ReportOrder order, Redaction redaction) {
    return new Foreseen(
        order.isDraft(),
        order.isDraft()
            ? contents.said().review().stream()
                .map(Review::statements)
                .flatMap(List::stream)
                .filter(one -> one.stage() != Stage.DETERMINED)
                .toList()
            : List.of(),
        order.edge(),
        redaction.leftOut(),
        redaction.words());
  }
}
