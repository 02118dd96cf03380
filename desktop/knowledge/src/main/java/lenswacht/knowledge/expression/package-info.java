/// Conditions that a row cannot say, in the Common Expression Language (CEL). The only place that
/// knows the library. An expression compares and combines fields; it loops over nothing, calls
/// nothing of ours and changes nothing.
@NullMarked
package lenswacht.knowledge.expression;

import org.jspecify.annotations.NullMarked;
