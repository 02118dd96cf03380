/// The program on the officer's laptop: shows what the desktop rooms judged and passes on what the
/// officer decides. Judges nothing itself, touches no camera, and nothing of ours depends on it.
@NullMarked
package lenswacht.console;

import org.jspecify.annotations.NullMarked;
