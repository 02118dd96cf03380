/// What a probe is, and what all probes share: reading an answer, parsing XML and JSON from
/// strangers, blanking secrets. Depends on observation and on the door.
@NullMarked
package lenswacht.probe.question;

import org.jspecify.annotations.NullMarked;
