package lenswacht.agent;

import lenswacht.fingerprint.domain.DomainCatalogue;
import lenswacht.fingerprint.domain.DomainMatcher;
import lenswacht.probe.listen.NameWatch;

/// Notes the names of services outside that the catalogue knows, and of the callers of those that
/// recognise faces the segment alone, unless the mandate allows more.
final class ServiceWatch implements NameWatch {
  private final DomainMatcher matcher = new DomainMatcher(DomainCatalogue.bundled());
  private final boolean faceCallers;

  /// @param faceCallers whether callers of services that recognise faces may be noted by address
  ServiceWatch(boolean faceCallers) {
    this.faceCallers = faceCallers;
  }

  @Override
  public Noted noted(String name) {
    return matcher
        .find(name)
        .map(
            domain ->
                domain.purpose().isAboutFaces() && !faceCallers ? Noted.BY_SEGMENT : Noted.BY_HOST)
        .orElse(Noted.NOT);
  }
}
