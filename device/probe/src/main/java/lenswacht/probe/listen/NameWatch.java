package lenswacht.probe.listen;

/// Which names of services outside are noted when a host asks for them, and how closely it is noted
/// who did. All other names pass unnoted.
@FunctionalInterface
public interface NameWatch {
  /// Notes no name.
  NameWatch NONE = name -> Noted.NOT;

  /// How `name` is noted; in lower case, without a dot at its end.
  Noted noted(String name);

  /// How a name is noted.
  enum Noted {
    /// Not at all.
    NOT,
    /// With the host that asked for it.
    BY_HOST,
    /// With the segment of the host that asked for it.
    BY_SEGMENT
  }
}
