/// What others saw of a site from outside: exports of search engines for the internet and of nmap,
/// fetched by the officer. Reads files of unknown origin within limits. Depends on observation
/// only.
@NullMarked
package lenswacht.casefile.outside;

import org.jspecify.annotations.NullMarked;
