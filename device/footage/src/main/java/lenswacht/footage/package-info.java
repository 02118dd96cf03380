/// What a picture gives away: its size, its sharpness, whether faces are in it and how wide they
/// are; never who. Depends on `observation` alone and is used by the agent. JavaCV is met only in
/// the child process that [lenswacht.footage.FootageMain] is.
@NullMarked
package lenswacht.footage;

import org.jspecify.annotations.NullMarked;
