/// Spreadsheets of strangers: XLSX, ODS and CSV, read within limits and written back as they were,
/// with columns added. The library for workbooks is known here alone.
@NullMarked
package lenswacht.product.sheet;

import org.jspecify.annotations.NullMarked;
