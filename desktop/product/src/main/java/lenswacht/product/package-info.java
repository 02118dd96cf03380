/// Products on paper: a tender or an inventory as people keep it in a spreadsheet, judged by the
/// same rules as what was seen on a network. Knows observation, fingerprint, knowledge and
/// assessment; the command line knows it. Writes no file by itself.
@NullMarked
package lenswacht.product;

import org.jspecify.annotations.NullMarked;
