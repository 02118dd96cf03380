/// What only people know of a site, each asked once, with why it is asked.
@NullMarked
package lenswacht.console.questions;

import org.jspecify.annotations.NullMarked;
