/// Writing open documents: texts for editing and spreadsheets.
@NullMarked
package lenswacht.report.odf;

import org.jspecify.annotations.NullMarked;
