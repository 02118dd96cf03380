/// Finding a device on a network by DNS-SD (RFC 6763) over multicast DNS (RFC 6762): the question a
/// console asks, and the one answer a device gives. Knows nothing of sessions: `link` builds on it.
@NullMarked
package lenswacht.link.find;

import org.jspecify.annotations.NullMarked;
