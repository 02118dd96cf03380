/// The `lenswacht` command: the console's verbs for scripts. Standard output carries what was asked
/// for and nothing else; the rest goes to standard error. May know the desktop's rooms, observation
/// and link; nothing depends on it. Programs of other rooms (agent, simulator, console) it starts
/// as processes of their own.
@NullMarked
package lenswacht.cli;

import org.jspecify.annotations.NullMarked;
