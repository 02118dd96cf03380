package lenswacht.assessment;

import java.util.Map;
import java.util.Optional;

/// What people answered about a site or an asset, by field name of the policy pack, for example
/// `site.class` -> `ministry`. A field that is absent was not answered; it is never taken as a
/// "no".
///
/// @param site answers on the site as a whole
/// @param assets answers on single assets, by address
public record Answers(Map<String, String> site, Map<String, Map<String, String>> assets) {
  /// Nobody was asked anything.
  public static final Answers NONE = new Answers(Map.of(), Map.of());

  public Answers {
    site = Map.copyOf(site);
    assets = Map.copyOf(assets);
  }

  /// The answer on the asset at `address` alone.
  public Optional<String> ofAsset(String address, String field) {
    return Optional.ofNullable(assets.getOrDefault(address, Map.of()).get(field));
  }

  /// The answer on the site as a whole.
  public Optional<String> ofSite(String field) {
    return Optional.ofNullable(site.get(field));
  }
}
