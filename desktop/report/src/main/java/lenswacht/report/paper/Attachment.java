package lenswacht.report.paper;

/// A file that goes with a document, within it.
///
/// @param name its file name
/// @param mediaType what it is, for programs
/// @param about what it is, for people
/// @param bytes the file itself
public record Attachment(String name, String mediaType, String about, byte[] bytes) {
  public Attachment {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
