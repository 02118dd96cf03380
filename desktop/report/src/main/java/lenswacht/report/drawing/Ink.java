package lenswacht.report.drawing;

/// What a stroke or a surface is drawn with. Themes give it its colour on the screen; on paper it
/// is the colour named here. No ink carries a meaning that a word or a shape does not carry as
/// well.
public enum Ink {
  /// Words and strong lines.
  TEXT("#1f2328"),
  /// Words beside the matter.
  MUTED("#59636e"),
  /// Thin lines.
  LINE("#8c959f"),
  /// The ground.
  GROUND("#ffffff"),
  /// A surface that stands back.
  SOFT("#eef1f4"),
  /// Low, or as it should be.
  CALM("#0969da"),
  /// A surface for what is low.
  CALM_SOFT("#ddf4ff"),
  /// Moderate.
  CARE("#9a6700"),
  /// A surface for what is moderate.
  CARE_SOFT("#fff8c5"),
  /// High, or not as it should be.
  GRAVE("#cf222e"),
  /// A surface for what is high.
  GRAVE_SOFT("#ffebe9"),
  /// Nothing at all.
  NONE("none");

  private final String paper;

  Ink(String paper) {
    this.paper = paper;
  }

  /// Its colour on paper.
  public String paper() {
    return paper;
  }
}
