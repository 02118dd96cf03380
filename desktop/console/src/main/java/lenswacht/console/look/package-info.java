/// How the console looks: lettering, light and dark theme, and the marks that show a level by shape
/// and word, never by colour alone.
@NullMarked
package lenswacht.console.look;

import org.jspecify.annotations.NullMarked;
