/// Points: what a screen of the panel looks like on a display of 128 by 64, in letters of our own.
/// Knows no display and no window; may know the panel.
@NullMarked
package lenswacht.agent.panel.raster;

import org.jspecify.annotations.NullMarked;
