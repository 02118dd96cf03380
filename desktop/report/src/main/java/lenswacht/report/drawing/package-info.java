/// Pictures that are described once: painted on a screen or on paper, written as SVG, and told in
/// words.
@NullMarked
package lenswacht.report.drawing;

import org.jspecify.annotations.NullMarked;
