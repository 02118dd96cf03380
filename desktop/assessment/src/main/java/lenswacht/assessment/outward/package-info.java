/// Whom the assets of a site call outside, and how far that was looked at, for people to read.
@NullMarked
package lenswacht.assessment.outward;

import org.jspecify.annotations.NullMarked;
