/// Pictures on the screen: painted in the theme, told in words, kept as files.
@NullMarked
package lenswacht.console.drawing;

import org.jspecify.annotations.NullMarked;
