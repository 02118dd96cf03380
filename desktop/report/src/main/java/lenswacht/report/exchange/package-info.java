/// What was judged, for other programs: OSCAL assessment results and a CycloneDX inventory.
@NullMarked
package lenswacht.report.exchange;

import org.jspecify.annotations.NullMarked;
