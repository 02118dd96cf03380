/// What the console remembers between two starts: language, theme, text size and recent cases.
@NullMarked
package lenswacht.console.setting;

import org.jspecify.annotations.NullMarked;
