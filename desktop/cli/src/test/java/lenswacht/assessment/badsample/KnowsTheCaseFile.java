package lenswacht.assessment.badsample;

import lenswacht.casefile.CaseFile;

/// Judging that reaches into keeping: no such arrow is drawn.
public record KnowsTheCaseFile(CaseFile file) {}
