/// A list of products that somebody wants to buy or owns, judged by the rules without any scan.
@NullMarked
package lenswacht.console.product;

import org.jspecify.annotations.NullMarked;
