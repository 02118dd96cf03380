/// From where an asset can be reached, and whom it calls: facts from every side joined to paths,
/// hop by hop, each with what carries it.
@NullMarked
package lenswacht.assessment.exposure;

import org.jspecify.annotations.NullMarked;
