package lenswacht.footage;

import java.util.Optional;

/// What the child process answers, as one line of JSON on its standard output: facts, or why there
/// are none.
record FootageAnswer(Optional<PictureFacts> facts, Optional<String> why) {
  FootageAnswer {
    if (facts.isPresent() == why.isPresent()) {
      throw new IllegalArgumentException("an answer has either facts or a reason");
    }
  }

  static FootageAnswer seen(PictureFacts facts) {
    return new FootageAnswer(Optional.of(facts), Optional.empty());
  }

  static FootageAnswer unreadable(String why) {
    return new FootageAnswer(Optional.empty(), Optional.of(why));
  }
}
