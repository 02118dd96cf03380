/// The program on the Pi: takes a signed mandate, walks through the phases of a scan run, writes
/// the journal and serves the link. It rates nothing and holds no policy. May know observation,
/// fingerprint, probe, footage and link; nothing depends on it. Pi4J is known in its panel only.
@NullMarked
package lenswacht.agent;

import org.jspecify.annotations.NullMarked;
