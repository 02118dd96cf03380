/// Tables for spreadsheets, and writing them as XLSX and CSV.
@NullMarked
package lenswacht.report.sheet;

import org.jspecify.annotations.NullMarked;
