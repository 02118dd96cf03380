/// The edition of knowledge that is judged with, and how another takes its place.
@NullMarked
package lenswacht.console.edition;

import org.jspecify.annotations.NullMarked;
