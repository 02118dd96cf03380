/// What the advisories mean for one product: yes, no or not determined, with what would decide.
@NullMarked
package lenswacht.assessment.advisory;

import org.jspecify.annotations.NullMarked;
