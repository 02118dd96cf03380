package lenswacht.console.floor;

import java.util.List;
import java.util.Map;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Papers;
import lenswacht.assessment.floor.Reconciliation;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.PlanBook;
import lenswacht.console.desk.OpenedCase;
import lenswacht.report.picture.PlanAsset;

/// What a case says of where cameras are.
///
/// @param name of the site
/// @param plan floors, what hangs there and what was seen
/// @param papers what should be there
/// @param known paper, network and sight held against each other
/// @param assets the rated assets by name
/// @param answers what people answered
record Site(
    String name,
    FloorPlan plan,
    Papers papers,
    Reconciliation known,
    Map<String, PlanAsset> assets,
    Answers answers) {
  static Site of(CaseFile file, OpenedCase opened) throws CaseFileException {
    PlanBook book = file.floors();
    FloorPlan plan = book.plan();
    Papers papers = book.papers();
    Assessment assessment = opened.assessment();
    return new Site(
        file.site(),
        plan,
        papers,
        book.reconcile(assessment, opened.visit().isPresent()),
        PlanAsset.of(assessment),
        opened.answers());
  }

  /// The assets that have no place yet, in the order of their numbers.
  List<PlanAsset> toPlace() {
    return assets.values().stream().filter(one -> plan.placement(one.asset()).isEmpty()).toList();
  }
}
