/// What changed between two visits: on site, in answers, rules, knowledge and coverage, each apart.
@NullMarked
package lenswacht.console.compare;

import org.jspecify.annotations.NullMarked;
