/// What stands in for the panel where there is none: lines on the standard streams, a terminal, a
/// window. For training, demonstration and tests.
@NullMarked
package lenswacht.agent.panel.virtual;

import org.jspecify.annotations.NullMarked;
