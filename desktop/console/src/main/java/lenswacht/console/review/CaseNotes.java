package lenswacht.console.review;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Role;
import lenswacht.console.text.Phrase;

/// What an assessor notes and files in the case on the desk: noted, it can be taken back; filed, it
/// cannot.
///
/// @param told what the case file told last
record CaseNotes(ReviewActs acts, Supplier<Optional<Told>> told) implements AssessPane.Desk {
  @Override
  public void note(String key, Optional<Opinion> opinion, Optional<Opinion> before) {
    Optional<Role> role = told.get().flatMap(Told::role);
    Optional<String> name = acts.who();
    if (role.isPresent() && name.isPresent()) {
      acts.change(
          Phrase.of("review.noted"),
          work -> work.draft(role.get(), name.get(), key, opinion, acts.now()),
          work -> work.draft(role.get(), name.get(), key, before, acts.now()));
    }
  }

  @Override
  public void file(Map<String, Opinion> opinions) {
    Optional<Role> role = told.get().flatMap(Told::role);
    Optional<String> name = acts.who();
    if (role.isPresent() && name.isPresent()) {
      acts.once(
          Phrase.counted("review.filed", opinions.size()),
          work -> work.file(role.get(), name.get(), opinions, acts.now()));
    }
  }
}
