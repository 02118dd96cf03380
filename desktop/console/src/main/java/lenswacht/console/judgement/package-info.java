/// How assets are rated: two matrices that are never added up, and the way to each rating.
@NullMarked
package lenswacht.console.judgement;

import org.jspecify.annotations.NullMarked;
