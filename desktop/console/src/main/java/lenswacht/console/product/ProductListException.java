package lenswacht.console.product;

import lenswacht.console.text.Phrase;

/// A text is no list of products.
public final class ProductListException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Phrase why;

  ProductListException(Phrase why) {
    super(why.toString());
    this.why = why;
  }

  /// For a person.
  public Phrase why() {
    return why;
  }
}
