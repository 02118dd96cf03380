/// The panel on the header of a Pi, by Pi4J: lamps, keys, buzzer, display and battery gauge. The
/// only package that knows Pi4J.
@NullMarked
package lenswacht.agent.panel.board;

import org.jspecify.annotations.NullMarked;
