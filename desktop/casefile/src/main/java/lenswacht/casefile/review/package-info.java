/// What keeps a review blind and whole: the seal over what an assessor filed, and the files by
/// which an assessor works elsewhere.
@NullMarked
package lenswacht.casefile.review;

import org.jspecify.annotations.NullMarked;
