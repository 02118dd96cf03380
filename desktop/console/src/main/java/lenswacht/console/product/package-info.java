/// The screen that checks a list of products without a device.
@NullMarked
package lenswacht.console.product;

import org.jspecify.annotations.NullMarked;
