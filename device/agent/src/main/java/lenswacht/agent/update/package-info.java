/// Programs that came by cable: two slots beside the program that came with the box, what is in
/// them, which one is on trial, and what makes the box fall back. Decides and writes; the launcher
/// beside the packaged program (`start`) is what starts them. Knows nothing of scan runs.
@NullMarked
package lenswacht.agent.update;

import org.jspecify.annotations.NullMarked;
