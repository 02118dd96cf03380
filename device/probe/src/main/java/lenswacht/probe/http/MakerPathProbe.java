package lenswacht.probe.http;

import java.util.List;
import java.util.function.Predicate;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.FixedPath;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Hint;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.XmlText;

/// Applies to web ports of hosts whose first answers point to one maker. An ordinary question
/// (ASK): GET of one path that the maker's firmware answers with its identity, or refuses with a
/// telling realm. No credentials are sent.
public final class MakerPathProbe implements Probe {
  private static final List<String> TOLD =
      List.of(
          "model",
          "deviceType",
          "firmwareVersion",
          "firmwareReleasedDate",
          "serialNumber",
          "manufacturer",
          "hardwareVersion",
          "firmwareVersionInfo",
          "platformName",
          "OEMCode",
          "Brand",
          "ProdShortName",
          "ProdNbr",
          "ProdFullName");

  private final String name;
  private final FixedPath path;
  private final Predicate<List<Observation>> pointsHere;
  private final boolean isPage;

  private MakerPathProbe(
      String name, FixedPath path, Predicate<List<Observation>> pointsHere, boolean isPage) {
    this.name = name;
    this.path = path;
    this.pointsHere = pointsHere;
    this.isPage = isPage;
  }

  /// The identity page of the Hikvision family, which answers 401 with a realm.
  public static MakerPathProbe hikvisionSystem() {
    return new MakerPathProbe(
        "hikvision-system", FixedPath.HIKVISION_SYSTEM, MakerPathProbe::isHikvision, false);
  }

  /// The login page of the Hikvision family, which some brands print their model on.
  public static MakerPathProbe hikvisionLoginPage() {
    return new MakerPathProbe(
        "hikvision-login-page", FixedPath.HIKVISION_LOGIN_PAGE, MakerPathProbe::isHikvision, true);
  }

  /// The identity call of the Dahua family, which answers 401 with the serial number.
  public static MakerPathProbe dahuaSystem() {
    return new MakerPathProbe(
        "dahua-system",
        FixedPath.DAHUA_SYSTEM,
        soFar ->
            Hint.has(soFar, Observable.DHIP_MODEL, Observable.DHIP_SERIAL)
                || Hint.says(soFar, "dahua", "web service", "login to ", "webplugin.exe"),
        false);
  }

  /// The brand page of older Axis units.
  public static MakerPathProbe axisBrand() {
    return new MakerPathProbe(
        "axis-brand", FixedPath.AXIS_BRAND, soFar -> Hint.says(soFar, "axis"), false);
  }

  /// Hanwha's identity call, which answers 401 with a realm.
  public static MakerPathProbe hanwhaSystem() {
    return new MakerPathProbe(
        "hanwha-system",
        FixedPath.HANWHA_SYSTEM,
        soFar -> Hint.says(soFar, "hanwha", "wisenet", "ipolis", "samsung techwin", "/stw-cgi/"),
        false);
  }

  /// Uniview's identity call, which answers with a refusal of its own shape.
  public static MakerPathProbe univiewSystem() {
    return new MakerPathProbe(
        "uniview-system",
        FixedPath.UNIVIEW_SYSTEM,
        soFar -> Hint.says(soFar, "uniview", "/lapi/", "-1240222446"),
        false);
  }

  static boolean isHikvision(List<Observation> soFar) {
    return Hint.has(soFar, Observable.SADP_MODEL)
        || Hint.says(
            soFar,
            "hikvision",
            "dnvrs-webs",
            "dvrdvs-webs",
            "app-webs",
            "interlogix-webs",
            "doc/page/login.asp",
            "ip camera(",
            "dvrnvrdvs",
            "/isapi/",
            "000000100000");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return HttpQuestion.isWeb(service.port())
        && Hint.has(
            soFar.stream().filter(fact -> fact.service().equals(service)).toList(),
            Observable.HTTP_STATUS)
        && pointsHere.test(soFar);
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return HttpQuestion.ask(service, door, new HttpRequest.Get(path), this::read);
  }

  private ProbeOutcome read(HttpReading.Page page) {
    if (isPage) {
      return page.message().status() == 200 ? PageProbe.told(page) : page.reading().outcome();
    }
    if (page.message().status() == 200) {
      readIdentity(page);
    }
    return page.reading().outcome();
  }

  /// Identity that was given without a login: `<name>value</name>` or `name=value` lines.
  private void readIdentity(HttpReading.Page page) {
    String text = page.message().text();
    int before = page.reading().outcome().observations().size();
    if (XmlText.parse(text) instanceof Parsed.Good<XmlText>(XmlText xml)) {
      for (String field : TOLD) {
        xml.first(field).ifPresent(v -> page.reading().field(Observable.HTTP_FIELD, field, v));
      }
    }
    text.lines()
        .limit(200)
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              String key =
                  equals < 0 ? "" : line.substring(line.lastIndexOf('.', equals) + 1, equals);
              if (TOLD.contains(key) || key.equals("serialNumber") || key.equals("processor")) {
                page.reading().field(Observable.HTTP_FIELD, key, line.substring(equals + 1));
              }
            });
    boolean told = page.reading().outcome().observations().size() > before;
    if (told && path != FixedPath.AXIS_BRAND) {
      page.reading()
          .add(
              new Observation.AnonymousRead(
                  page.reading().service(), "GET " + path.text(), page.reading().id()));
    }
  }
}
