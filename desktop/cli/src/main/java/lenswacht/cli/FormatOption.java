package lenswacht.cli;

import picocli.CommandLine.Option;

/// The form in which a command gives its table.
final class FormatOption {
  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "table|csv|json",
      description = "Form of the output. Default: table.")
  private Answer.Format format = Answer.Format.TABLE;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  Answer.Format chosen() {
    return json ? Answer.Format.JSON : format;
  }
}
