/// Signing reports and other files with the organisation's own key, and saying of a signature what
/// holds and what does not. Knows nothing of what a report says; never goes to a network.
@NullMarked
package lenswacht.report.sign;

import org.jspecify.annotations.NullMarked;
