package lenswacht.assessment.review;

import java.util.List;

/// Which of two conclusions stands where they differ: the one by which an error does least harm.
public enum Protection {
  /// The higher level. An error would hurt those in the building.
  HIGHER_LEVEL(Conclusion.levels()),
  /// The graver claim, where an error would hurt those in the building. That nothing was seen is
  /// the mildest; that nobody can tell is graver than that.
  GRAVER_CLAIM(
      List.of(
          Conclusion.NOT_OBSERVED,
          Conclusion.CANNOT_TELL,
          Conclusion.CONSISTENT_WITH,
          Conclusion.OBSERVED,
          Conclusion.NOT_ALLOWED)),
  /// The claim that says least, where an error would hurt the one who is named.
  WEAKER_CLAIM(Conclusion.claims().reversed());

  private final List<Conclusion> rising;

  Protection(List<Conclusion> rising) {
    this.rising = List.copyOf(rising);
  }

  /// The conclusions it is about, the least protective first.
  public List<Conclusion> rising() {
    return rising;
  }

  /// The one that stands.
  ///
  /// @throws IllegalArgumentException if either is not on the list
  public Conclusion of(Conclusion one, Conclusion other) {
    return place(one) >= place(other) ? one : other;
  }

  private int place(Conclusion conclusion) {
    int place = rising.indexOf(conclusion);
    if (place < 0) {
      throw new IllegalArgumentException(conclusion + " is no conclusion here");
    }
    return place;
  }
}
