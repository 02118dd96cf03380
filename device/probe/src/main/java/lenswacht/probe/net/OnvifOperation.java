package lenswacht.probe.net;

/// The ONVIF calls that may be made, all without credentials and all reading.
public enum OnvifOperation {
  /// The camera's clock. Open to everyone by the standard.
  GET_SYSTEM_DATE_AND_TIME("GetSystemDateAndTime", ""),
  /// The services a camera offers. Open to everyone by the standard.
  GET_SERVICES("GetServices", "<tds:IncludeCapability>false</tds:IncludeCapability>"),
  /// What each service of a camera can do, among it the number of its video sources. Open to
  /// everyone by the standard.
  GET_CAPABILITIES("GetCapabilities", "<tds:Category>All</tds:Category>"),
  /// Maker, model and firmware. Reserved for users by the standard; asked once, without
  /// credentials, and only where the mandate says so.
  GET_DEVICE_INFORMATION("GetDeviceInformation", "");

  /// The path at which all of ONVIF listens.
  static final String PATH = "/onvif/device_service";

  private static final String NAMESPACE = "http://www.onvif.org/ver10/device/wsdl";

  private final String call;
  private final String content;

  OnvifOperation(String call, String content) {
    this.call = call;
    this.content = content;
  }

  /// The name of the call in ONVIF.
  public String call() {
    return call;
  }

  String contentType() {
    return "application/soap+xml; charset=utf-8; action=\"" + NAMESPACE + "/" + call + "\"";
  }

  String body() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:tds=\""
        + NAMESPACE
        + "\"><s:Body><tds:"
        + call
        + ">"
        + content
        + "</tds:"
        + call
        + "></s:Body></s:Envelope>";
  }
}
