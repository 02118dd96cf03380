/// What is known of a site, as pictures for screen and paper.
@NullMarked
package lenswacht.report.picture;

import org.jspecify.annotations.NullMarked;
