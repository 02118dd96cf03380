/// What one host said, as a record that a practice building replays: scrubbed of whatever names the
/// host, the building or the people in it.
@NullMarked
package lenswacht.agent.dump;

import org.jspecify.annotations.NullMarked;
