/// The screen of all assets: the table, and for each asset the sentence, the reasons and the
/// evidence.
@NullMarked
package lenswacht.console.camera;

import org.jspecify.annotations.NullMarked;
