/// Printing a document on paper: as PDF for archives and as ODT for editing.
@NullMarked
package lenswacht.report.paper;

import org.jspecify.annotations.NullMarked;
