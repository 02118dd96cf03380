/// The report on paper and the list for a spreadsheet.
@NullMarked
package lenswacht.console.report;

import org.jspecify.annotations.NullMarked;
