/// The mandate and what is looked at before a visit.
@NullMarked
package lenswacht.console.mandate;

import org.jspecify.annotations.NullMarked;
