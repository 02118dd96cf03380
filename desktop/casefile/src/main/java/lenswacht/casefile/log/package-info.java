/// Logs of name servers, proxies and sensors that the owner of a network hands over: which names
/// outside were asked for, by whom, when. Reads streams of any length in flat memory; keeps nothing
/// but what the catalogue of names knows. Depends on fingerprint and observation only.
@NullMarked
package lenswacht.casefile.log;

import org.jspecify.annotations.NullMarked;
