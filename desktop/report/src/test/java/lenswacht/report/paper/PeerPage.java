package lenswacht.report.paper;

import lenswacht.report.content.Document;

/// The page that other printers are given to print.
public final class PeerPage {
  private PeerPage() {}

  /// The document as it goes into our own printer.
  public static String of(Document document) {
    return XhtmlText.of(document);
  }
}
