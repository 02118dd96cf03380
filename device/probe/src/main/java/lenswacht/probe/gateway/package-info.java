/// Gateways: which ways in they opened, as they tell whoever asks. Everything here only reads.
@NullMarked
package lenswacht.probe.gateway;

import org.jspecify.annotations.NullMarked;
