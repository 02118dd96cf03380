package lenswacht.simulator;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which requests a recorded reply answers. An empty part does not restrict.
///
/// @param method HTTP or RTSP method; `GET` covers `HEAD` too
/// @param path path of the request, without query
/// @param pathPattern found somewhere in the path and query
/// @param bodyPattern found somewhere in the body
/// @param bytesPattern found somewhere in the bytes, one character a byte
record ExchangeMatch(
    Optional<String> method,
    Optional<String> path,
    Optional<Pattern> pathPattern,
    Optional<Pattern> bodyPattern,
    Optional<Pattern> bytesPattern) {

  /// Whether it answers this HTTP request.
  boolean answersHttp(String askedMethod, String askedPath, String body) {
    String effective = askedMethod.equals("HEAD") ? "GET" : askedMethod;
    return method.map(effective::equals).orElse(true)
        && path.map(withoutQuery(askedPath)::equals).orElse(true)
        && pathPattern.map(pattern -> BoundedSearch.finds(pattern, askedPath)).orElse(true)
        && bodyPattern.map(pattern -> BoundedSearch.finds(pattern, body)).orElse(true);
  }

  /// Whether it answers this RTSP method.
  boolean answersRtsp(String askedMethod) {
    return method.map(askedMethod::equals).orElse(false);
  }

  /// Whether it answers these bytes, given as one character a byte.
  boolean answersBytes(String latin1) {
    return bytesPattern.map(pattern -> BoundedSearch.finds(pattern, latin1)).orElse(false);
  }

  private static String withoutQuery(String askedPath) {
    int end = askedPath.length();
    int query = askedPath.indexOf('?');
    if (query >= 0) {
      end = query;
    }
    int fragment = askedPath.indexOf('#');
    if (fragment >= 0 && fragment < end) {
      end = fragment;
    }
    return askedPath.substring(0, end);
  }
}
