package lenswacht.sample;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@NullMarked
class Sample {
  int length(@Nullable String text) {
    return text.length();
  }
}
