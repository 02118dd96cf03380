/// The register of systems that tell faces apart.
@NullMarked
package lenswacht.console.register;

import org.jspecify.annotations.NullMarked;
