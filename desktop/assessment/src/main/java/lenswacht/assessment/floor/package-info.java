/// Where cameras hang and what they look at: floors with their plans, what was seen while walking
/// round, what the owner's papers say, and how these agree with what was found on the network.
@NullMarked
package lenswacht.assessment.floor;

import org.jspecify.annotations.NullMarked;
