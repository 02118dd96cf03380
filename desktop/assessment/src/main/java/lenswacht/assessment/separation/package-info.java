/// Which parts of a building's network reach which: what was tried from where, held against what
/// was agreed and what the norm wants. Pure functions over what journals tell.
@NullMarked
package lenswacht.assessment.separation;

import org.jspecify.annotations.NullMarked;
