package lenswacht.report;

import java.util.List;

/// By what the owner of a network knows the device, and whom to call.
///
/// @param hardware hardware addresses of the device; empty where they are not known yet
/// @param call whom to call, with a number; may be empty
public record NoticeContact(List<String> hardware, String call) {
  /// Neither is known.
  public static final NoticeContact UNKNOWN = new NoticeContact(List.of(), "");

  public NoticeContact {
    hardware = List.copyOf(hardware);
    call = call.strip();
  }
}
