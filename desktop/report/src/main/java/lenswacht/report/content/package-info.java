/// What a document tells, as a tree that every format is printed from.
@NullMarked
package lenswacht.report.content;

import org.jspecify.annotations.NullMarked;
