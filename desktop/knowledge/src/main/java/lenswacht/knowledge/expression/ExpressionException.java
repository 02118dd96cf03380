package lenswacht.knowledge.expression;

import java.io.Serial;

/// An expression cannot be used: what is wrong, and where in it.
public final class ExpressionException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  ExpressionException(int line, int column, String reason) {
    super(reason);
    this.line = line;
    this.column = column;
  }

  /// Line within the expression, 1 for the first.
  public int line() {
    return line;
  }

  /// Character within that line, 1 for the first.
  public int column() {
    return column;
  }
}
