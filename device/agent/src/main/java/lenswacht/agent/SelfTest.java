package lenswacht.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PartCheck;
import lenswacht.agent.panel.PartCheck.Part;
import lenswacht.agent.panel.Verdict;
import lenswacht.agent.service.BoxLook;

/// Looks at every part of the device, one after the other. Sends nothing on any network.
final class SelfTest {
  private final Panel panel;
  private final BoxLook box;

  /// @param home where keys and journal are kept
  SelfTest(Panel panel, Path home) {
    this.panel = panel;
    this.box = new BoxLook(Path.of("/"), home);
  }

  /// Looks.
  ///
  /// @param told told of what was looked at so far, after each part
  /// @return a check for every part, in their order
  List<PartCheck> run(Consumer<List<PartCheck>> told) {
    told.accept(List.of());
    Map<Part, PartCheck> found = new EnumMap<>(Part.class);
    panel.check().forEach(check -> found.put(check.part(), check));
    box.check().forEach(check -> found.put(check.part(), check));
    List<PartCheck> done = new ArrayList<>();
    for (Part part : Part.values()) {
      done.add(
          found.getOrDefault(
              part, new PartCheck(part, Verdict.NOT_DETERMINED, "this panel has none to look at")));
      told.accept(List.copyOf(done));
    }
    return List.copyOf(done);
  }

  /// Whether a part fails.
  static boolean fails(List<PartCheck> checks) {
    return checks.stream().anyMatch(check -> check.verdict() == Verdict.FAILS);
  }
}
