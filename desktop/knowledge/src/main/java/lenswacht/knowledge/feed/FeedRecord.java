package lenswacht.knowledge.feed;

/// One record of a feed as it was stated: an advisory document, or what a register or list says of
/// one vulnerability.
///
/// @param kind of which feed
/// @param key names it among all records; a later record with the same key takes its place
/// @param stamp when it was stated; of two with one key the later stamp counts. May be empty
/// @param raw all of it as one line of JSON
public record FeedRecord(FeedFile.Kind kind, String key, String stamp, String raw) {

  /// A record of one vulnerability.
  static FeedRecord on(FeedFile.Kind kind, String cve, String stamp, String raw) {
    return new FeedRecord(kind, kind.name() + " " + cve, stamp, raw);
  }
}
