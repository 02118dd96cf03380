/// Pictures that are described once: painted on the screen, written as SVG, and told in words.
@NullMarked
package lenswacht.console.drawing;

import org.jspecify.annotations.NullMarked;
