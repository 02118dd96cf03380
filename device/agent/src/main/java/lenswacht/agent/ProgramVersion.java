package lenswacht.agent;

import picocli.CommandLine.IVersionProvider;

/// Name and version of this program, as the jar's manifest has it.
final class ProgramVersion implements IVersionProvider {
  /// For example `lenswacht 0.1.0`; `lenswacht unpackaged` when run from class folders.
  static String text() {
    return "lenswacht " + number();
  }

  /// The version alone.
  static String number() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
