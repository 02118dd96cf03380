/// The face of the device: lamps, keys and a buzzer, or their screenless twin. It shows what the
/// agent tells it and reports presses; it decides nothing. The only package that knows Pi4J;
/// nothing outside the agent may use it.
@NullMarked
package lenswacht.agent.panel;

import org.jspecify.annotations.NullMarked;
