/// What becomes of remedies after they were planned: who agreed, what was done, and what a later
/// visit shows of it.
@NullMarked
package lenswacht.assessment.remedy;

import org.jspecify.annotations.NullMarked;
