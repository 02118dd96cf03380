import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.cli.CliMain;
import picocli.CommandLine.Command;

/// Completes the manual page: every verb with what it says of itself, and the version.
///
///     Manual TEMPLATE VERSION
void main(String[] arguments) throws IOException {
  var verbs = new StringBuilder();
  for (Class<?> each : CliMain.verbs()) {
    Command verb = each.getAnnotation(Command.class);
    // The name of the command stands in help texts as a variable.
    String told = String.join(" ", verb.description()).replaceAll("\\$\\{[^}]*\\}", "lenswacht").replace("%n", " ");
    verbs.append(".TP\n.B ").append(roff(verb.name())).append('\n').append(roff(told.strip())).append('\n');
  }
  String page = Files.readString(Path.of(arguments[0])).replace("@VERSION@", arguments[1]);
  System.out.print(page.replace("@VERBS@\n", verbs));
}

/// Text that the formatter of manual pages takes as it is.
String roff(String text) {
  String plain = text.replace("\\", "\\e").replace("-", "\\-");
  return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
}
