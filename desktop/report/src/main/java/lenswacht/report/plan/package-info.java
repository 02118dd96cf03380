/// Plans of floors as they are brought in: pages of a PDF file or pictures of a stranger, made into
/// plain pixels within hard limits.
@NullMarked
package lenswacht.report.plan;

import org.jspecify.annotations.NullMarked;
