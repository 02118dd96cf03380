/// What can be done about it: plans with their price, and how far each remedy is.
@NullMarked
package lenswacht.console.remedy;

import org.jspecify.annotations.NullMarked;
