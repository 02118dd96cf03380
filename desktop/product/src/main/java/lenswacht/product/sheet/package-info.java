/// Spreadsheets of strangers: XLSX, ODS and CSV, read within limits and written back as they were,
/// with columns added. The libraries for these formats are known here alone.
@NullMarked
package lenswacht.product.sheet;

import org.jspecify.annotations.NullMarked;
