/// How people decide on what the machine proposes: statements, a fixed list of conclusions, one
/// who handles, two who assess without seeing each other's conclusion, and which one stands.
@NullMarked
package lenswacht.assessment.review;

import org.jspecify.annotations.NullMarked;
