package lenswacht.probe.sadp;

import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.XmlText;

/// One ProbeMatch reply of SADP, the Hikvision family's search.
///
/// @param xml the elements of the reply
public record SadpMessage(XmlText xml) {
  /// Largest reply that is read, in octets.
  static final int LONGEST = 8192;

  /// Reads a reply. Broken XML is read element by element; other bytes are refused, among them the
  /// obscured replies of the newest firmware.
  public static Parsed<SadpMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("the reply is longer than " + LONGEST + " octets");
    }
    String text = bytes.utf8().replace("\0", "");
    if (!text.contains("<ProbeMatch")) {
      return Parsed.bad("the reply holds no ProbeMatch; newest firmware obscures it");
    }
    return switch (XmlText.parse(text.substring(Math.max(0, text.indexOf('<'))))) {
      case Parsed.Bad<XmlText>(String why) -> Parsed.bad(why);
      case Parsed.Good<XmlText>(XmlText xml) -> Parsed.good(new SadpMessage(xml));
    };
  }

  /// The model.
  public String model() {
    return xml.text("DeviceDescription");
  }

  /// Firmware and build.
  public String firmware() {
    return xml.first("SoftwareVersion").orElseGet(() -> xml.text("DeviceVersion"));
  }

  /// The serial number.
  public String serial() {
    return xml.text("DeviceSN");
  }

  /// The hardware address.
  public String hardware() {
    return xml.first("MAC").orElseGet(() -> xml.text("MACAddress"));
  }

  /// The brand under which the maker sold it; empty where it is the maker's own.
  public String brand() {
    String brand = xml.text("OEMInfo");
    return brand.equalsIgnoreCase("N/A") ? "" : brand;
  }

  /// Whether an administrator password has been set; empty where the reply does not say.
  public Optional<Boolean> activated() {
    return yesOrNo("Activated");
  }

  /// Whether the maker's cloud is switched on; empty where the reply does not say.
  public Optional<Boolean> cloud() {
    return yesOrNo("HCPlatformEnable");
  }

  private Optional<Boolean> yesOrNo(String name) {
    String text = xml.text(name);
    if (text.equalsIgnoreCase("true")) {
      return Optional.of(true);
    }
    return text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }
}
