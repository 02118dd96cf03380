/// Judging: pure functions from what was seen and one edition of knowledge to ratings, findings and
/// verdicts. No input or output, no clock, no text in any language: what a reader sees is a key
/// with parameters. It may use observation, fingerprint and knowledge; casefile, report and the
/// two programs use it.
@NullMarked
package lenswacht.assessment;

import org.jspecify.annotations.NullMarked;
