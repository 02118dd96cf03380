package lenswacht.probe.net;

/// The paths that may be asked over HTTP. Each one only reads, and is asked without credentials.
public enum FixedPath {
  /// The front page.
  ROOT("/"),
  /// The small picture that browsers show beside the title.
  FAVICON("/favicon.ico"),
  /// Hikvision family: whether an administrator password has been set.
  HIKVISION_ACTIVATION("/SDK/activateStatus"),
  /// Hikvision family: identity; answers 401 with a telling realm.
  HIKVISION_SYSTEM("/ISAPI/System/deviceInfo"),
  /// Hikvision family: the page that asks for a login.
  HIKVISION_LOGIN_PAGE("/doc/page/login.asp"),
  /// Dahua family: identity; answers 401 with the serial number in the realm.
  DAHUA_SYSTEM("/cgi-bin/magicBox.cgi?action=getSystemInfo"),
  /// Axis, older units: brand and model.
  AXIS_BRAND("/axis-cgi/prod_brand_info/getbrand.cgi"),
  /// Hanwha: identity; answers 401 with a telling realm.
  HANWHA_SYSTEM("/stw-cgi/system.cgi?msubmenu=deviceinfo&action=view"),
  /// Uniview: identity; answers 401 or a JSON refusal.
  UNIVIEW_SYSTEM("/LAPI/V1.0/System/DeviceInfo");

  private final String text;

  FixedPath(String text) {
    this.text = text;
  }

  /// The path with its query, as sent.
  public String text() {
    return text;
  }
}
