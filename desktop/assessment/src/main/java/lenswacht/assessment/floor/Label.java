package lenswacht.assessment.floor;

/// What stands on a camera, or what a list says of it. Each may be empty.
///
/// @param brand as it is written there
/// @param model as it is written there
/// @param mac hardware address, as it is written there
/// @param serial a hash of the serial number under the key of the case, never the number itself
public record Label(String brand, String model, String mac, String serial) {
  /// Nothing was read.
  public static final Label NONE = new Label("", "", "", "");

  public Label {
    TextLimits.checked(brand, model, mac, serial);
  }

  /// Brand and model in one.
  public String product() {
    return (brand + " " + model).strip();
  }
}
