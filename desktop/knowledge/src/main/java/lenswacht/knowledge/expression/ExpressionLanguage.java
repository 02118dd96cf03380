package lenswacht.knowledge.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The language of expressions over the fields of one pack: CEL without macros, so that nothing
/// loops and the time an expression takes is bounded by its length.
public final class ExpressionLanguage {
  /// What a pack calls this language.
  public static final String NAME = "CEL";

  /// No expression is longer, in characters.
  public static final int LONGEST = 500;

  private static final int DEEPEST = 32;

  /// A name with a dot in it that is not called.
  private static final Pattern FIELD =
      Pattern.compile("[a-z][a-z0-9_]*+(?:\\.[a-z0-9_]++)++(?!\\()");
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .maxRegexProgramSize(LONGEST)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private final Map<String, Shape> shapes;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  /// @param shapes what each field is taken for, by its name
  public ExpressionLanguage(Map<String, Shape> shapes) {
    this.shapes = Collections.unmodifiableMap(new TreeMap<>(shapes));
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setResultType(SimpleType.BOOL);
    this.shapes.forEach((field, shape) -> builder.addVar(field, type(shape)));
    this.compiler = builder.build();
    this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
  }

  private static CelType type(Shape shape) {
    return switch (shape) {
      case YES_NO -> SimpleType.BOOL;
      case NUMBER -> SimpleType.DOUBLE;
      case WORD -> SimpleType.STRING;
      case DAY -> SimpleType.TIMESTAMP;
    };
  }

  /// Reads an expression and checks it: every field exists, every comparison suits its field, and
  /// what comes out is true or false.
  ///
  /// @throws ExpressionException at the first fault
  public Expression read(String text) throws ExpressionException {
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          1, LONGEST + 1, "the expression is longer than " + LONGEST + " characters");
    }
    try {
      CelValidationResult checked = compiler.compile(text);
      if (checked.hasError()) {
        throw fault(text, checked.getErrors().getFirst());
      }
      CelAbstractSyntaxTree tree = checked.getAst();
      List<String> fields = fields(tree);
      if (fields.isEmpty()) {
        throw new ExpressionException(1, 1, "the expression looks at no field");
      }
      return new Expression(text, fields, shapes, runtime.createProgram(tree));
    } catch (CelValidationException | CelEvaluationException refused) {
      throw new ExpressionException(1, 1, String.valueOf(refused.getMessage()));
    }
  }

  private ExpressionException fault(String text, CelIssue fault) {
    int line = Math.max(1, fault.getSourceLocation().getLine());
    int column = Math.max(1, fault.getSourceLocation().getColumn() + 1);
    String rest = text.lines().skip(line - 1L).findFirst().orElse("");
    Matcher name = FIELD.matcher(rest.substring(Math.min(rest.length(), column - 1)));
    boolean isUnknownField = name.lookingAt() && !shapes.containsKey(name.group());
    return new ExpressionException(
        line,
        column,
        isUnknownField ? "there is no field '" + name.group() + "'" : fault.getMessage());
  }

  private List<String> fields(CelAbstractSyntaxTree tree) {
    return tree.getReferenceMap().values().stream()
        .map(CelReference::name)
        .filter(shapes::containsKey)
        .distinct()
        .sorted()
        .toList();
  }
}
