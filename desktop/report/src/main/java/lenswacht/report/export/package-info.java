/// From a case to a file: writing a report in any format, reading it back and saying what was
/// written.
@NullMarked
package lenswacht.report.export;

import org.jspecify.annotations.NullMarked;
