package lenswacht.probe.net;

/// A question that may be put. This and its kinds are the whole list: there is no way to send other
/// bytes, so a write to a camera cannot be expressed.
public sealed interface Request
    permits HttpRequest, RtspRequest, StreamRequest, DatagramRequest, SnmpRequest {
  /// The question in words, as evidence names it, for example `GET /`.
  String question();

  /// Whether it may be put to this canonical port.
  boolean isAskedOn(int port);
}
