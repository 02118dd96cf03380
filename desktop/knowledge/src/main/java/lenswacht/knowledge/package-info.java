/// Knowing: advisories, makers, policy packs and remedies, kept as rows that an auditor can read
/// and change, and pinned together as one dated edition. It judges nothing. It may use observation;
/// assessment, casefile, report and the two programs use it.
@NullMarked
package lenswacht.knowledge;

import org.jspecify.annotations.NullMarked;
