/// The register of systems that tell faces apart, beside the cameras: what each is for, what it
/// rests on, and how the rules rate it.
@NullMarked
package lenswacht.assessment.biometric;

import org.jspecify.annotations.NullMarked;
