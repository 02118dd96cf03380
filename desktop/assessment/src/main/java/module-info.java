/// Judging: pure functions from what was seen and one edition of knowledge to ratings and findings.
module lenswacht.assessment {
  requires static transitive org.jspecify;
  requires transitive lenswacht.fingerprint;
  requires transitive lenswacht.knowledge;
  requires transitive lenswacht.observation;

  exports lenswacht.assessment;
  exports lenswacht.assessment.advisory;
  exports lenswacht.assessment.biometric;
  exports lenswacht.assessment.compare;
  exports lenswacht.assessment.exposure;
  exports lenswacht.assessment.floor;
  exports lenswacht.assessment.outward;
  exports lenswacht.assessment.remedy;
  exports lenswacht.assessment.review;
  exports lenswacht.assessment.separation;
}
