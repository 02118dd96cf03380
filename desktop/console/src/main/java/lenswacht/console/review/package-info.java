/// Deciding on what the machine proposes: one prepares, two assess without seeing each other, one
/// determines.
@NullMarked
package lenswacht.console.review;

import org.jspecify.annotations.NullMarked;
