/// Keeping: one SQLite file for each site, and what an officer does with it. What was seen is kept
/// line by line as the device wrote it; everything else in the file points into those lines. Knows
/// observation, fingerprint, knowledge, assessment and link; console and command line know it.
@NullMarked
package lenswacht.casefile;

import org.jspecify.annotations.NullMarked;
