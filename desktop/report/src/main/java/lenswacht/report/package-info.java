/// Telling: renders an assessment as a document for people. Knows observation, knowledge and
/// assessment; console and command line know it. Judges nothing and reads no clock: what it prints
/// was decided before.
@NullMarked
package lenswacht.report;

import org.jspecify.annotations.NullMarked;
