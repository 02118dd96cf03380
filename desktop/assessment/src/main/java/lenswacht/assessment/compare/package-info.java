/// Two visits or two editions side by side: what changed on site, in what people said, in the
/// rules, in the knowledge and in the coverage, each apart.
@NullMarked
package lenswacht.assessment.compare;

import org.jspecify.annotations.NullMarked;
