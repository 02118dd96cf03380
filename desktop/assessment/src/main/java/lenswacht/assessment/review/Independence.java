package lenswacht.assessment.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who cannot be what, for one person's word is one word: who handles does not assess, who scanned
/// does not assess second, and nobody assesses twice. Names are compared such that two that may be
/// of one person count as one.
///
/// @param operators who ran or ordered a scan, at any visit
/// @param roles who does what
record Independence(List<String> operators, Map<Role, String> roles) {
  /// @param named whom anybody ever named as operator: of an earlier visit, of a later one
  static Independence of(
      Circumstances circumstances, Collection<String> named, Map<Role, String> roles) {
    List<String> operators = new ArrayList<>(circumstances.operators());
    operators.addAll(named);
    return new Independence(operators, roles);
  }

  /// What keeps `name` from assessing as `role`.
  ///
  /// @param handler who handled the statement; empty where that is not asked yet
  Optional<Refusal> ofAssessor(Role role, String name, Optional<String> handler) {
    if (role == Role.SECOND && operators.stream().anyMatch(one -> maybe(one, name))) {
      return Optional.of(Refusal.OPERATOR_IS_SECOND);
    }
    if (handler.filter(one -> maybe(one, name)).isPresent() || isOf(Role.HANDLER, name)) {
      return Optional.of(Refusal.HANDLER_ASSESSES);
    }
    return Optional.empty();
  }

  /// What keeps `name` from being given `role`.
  Optional<Refusal> ofRole(Role role, String name) {
    if (!PersonName.of(name).isName()) {
      return Optional.of(Refusal.NO_NAME);
    }
    return switch (role) {
      case SECOND ->
          roles.containsKey(Role.OPERATOR)
              ? ofAssessor(role, name, Optional.empty()).or(() -> same(Role.FIRST, name))
              : Optional.of(Refusal.NO_OPERATOR);
      case FIRST -> ofAssessor(role, name, Optional.empty()).or(() -> same(Role.SECOND, name));
      case HANDLER ->
          isOf(Role.FIRST, name) || isOf(Role.SECOND, name)
              ? Optional.of(Refusal.HANDLER_ASSESSES)
              : Optional.empty();
      case OPERATOR -> Optional.empty();
    };
  }

  private Optional<Refusal> same(Role other, String name) {
    return isOf(other, name) ? Optional.of(Refusal.SAME_ASSESSOR) : Optional.empty();
  }

  private boolean isOf(Role role, String name) {
    String holder = roles.get(role);
    return holder != null && maybe(holder, name);
  }

  /// Whether two names may be of one person.
  static boolean maybe(String one, String other) {
    return PersonName.of(one).mayBe(PersonName.of(other));
  }

  /// Whether two names are the same, however written.
  static boolean isSame(String one, String other) {
    return PersonName.of(one).key().equals(PersonName.of(other).key());
  }
}
