package lenswacht.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Reads a source with the compiler's own parser and says where it is larger than the house allows.
final class SourceSize {
  /// Lines of code in a top-level class, blank and comment lines not counted.
  static final int LONGEST_CLASS = 400;

  /// Lines of code in a method.
  static final int LONGEST_METHOD = 60;

  /// Parameters of a constructor; a record's header is no constructor.
  static final int MOST_PARAMETERS = 8;

  /// Words in a package name.
  static final int DEEPEST_PACKAGE = 4;

  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(?:Util|Utils|Helper|Helpers|Manager|Impl|Data|Info)");
  private static final Pattern EMPTY_PACKAGE =
      Pattern.compile("(?:.*\\.)?(?:util|utils|helper|helpers|manager|common|misc)(?:\\..*)?");

  private SourceSize() {}

  /// What is wrong with `source`, a sentence each.
  static List<String> complaints(String name, String source) {
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace(' ', '_')), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of(), null, List.of(file));
    List<String> complaints = new ArrayList<>();
    try {
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Scan(name, source, unit, positions, complaints).scan(unit, null);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return complaints;
  }

  private static final class Scan extends TreeScanner<Void, Void> {
    private final String name;
    private final String source;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> complaints;
    private ClassTree enclosing;

    Scan(
        String name,
        String source,
        CompilationUnitTree unit,
        SourcePositions positions,
        List<String> complaints) {
      this.name = name;
      this.source = source;
      this.unit = unit;
      this.positions = positions;
      this.complaints = complaints;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree tree, Void nothing) {
      if (tree.getPackageName() != null) {
        String packageName = tree.getPackageName().toString();
        if (packageName.split("\\.").length > DEEPEST_PACKAGE) {
          complaints.add(name + ": package " + packageName + " lies too deep");
        }
        if (EMPTY_PACKAGE.matcher(packageName).matches()) {
          complaints.add(name + ": the package name " + packageName + " says nothing");
        }
      }
      return super.visitCompilationUnit(tree, nothing);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      String simple = tree.getSimpleName().toString();
      if (EMPTY_NAME.matcher(simple).matches()) {
        complaints.add(name + ": the name " + simple + " says nothing");
      }
      int lines = lines(tree);
      if (lines > LONGEST_CLASS) {
        complaints.add(name + ": " + simple + " has " + lines + " lines of code");
      }
      ClassTree outer = enclosing;
      enclosing = tree;
      super.visitClass(tree, nothing);
      enclosing = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      int lines = tree.getBody() == null ? 0 : lines(tree.getBody());
      if (lines > LONGEST_METHOD) {
        complaints.add(name + ": method " + tree.getName() + " has " + lines + " lines of code");
      }
      boolean isRecord = enclosing.getKind() == Tree.Kind.RECORD;
      if (tree.getReturnType() == null
          && !isRecord
          && tree.getParameters().size() > MOST_PARAMETERS) {
        complaints.add(name + ": a constructor has " + tree.getParameters().size() + " parameters");
      }
      return super.visitMethod(tree, nothing);
    }

    private int lines(Tree tree) {
      long from = positions.getStartPosition(unit, tree);
      long to = positions.getEndPosition(unit, tree);
      if (from < 0 || to < 0) {
        return 0;
      }
      return (int)
          source
              .substring((int) from, (int) to)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("//"))
              .filter(line -> !line.startsWith("*") && !line.startsWith("/*"))
              .count();
    }
  }
}
