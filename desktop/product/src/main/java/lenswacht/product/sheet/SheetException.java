package lenswacht.product.sheet;

/// A file is no spreadsheet that can be read here. The message says why, for a person.
public final class SheetException extends Exception {
  private static final long serialVersionUID = 1L;

  SheetException(String why) {
    super(why);
  }

  SheetException(String why, Throwable cause) {
    super(why, cause);
  }
}
