/// What screens are built from: a page that knows the states of a case, tables and forms.
@NullMarked
package lenswacht.console.page;

import org.jspecify.annotations.NullMarked;
