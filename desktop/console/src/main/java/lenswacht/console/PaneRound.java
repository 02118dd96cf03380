package lenswacht.console;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// F6: the round of the keyboard through the panes of the window.
///
/// @param panes in the order of the round
record PaneRound(List<Node> panes) {
  PaneRound {
    panes = List.copyOf(panes);
  }

  /// Moves the keyboard `steps` panes on from the one that has it, passing over panes without
  /// anything to type or press.
  void step(Scene scene, int steps) {
    int from = holder(scene.getFocusOwner());
    for (int i = 1; i <= panes.size(); i++) {
      Node pane = panes.get(Math.floorMod(from + i * steps, panes.size()));
      Optional<Node> first = firstIn(pane);
      if (first.isPresent()) {
        first.get().requestFocus();
        return;
      }
    }
  }

  private int holder(Node focused) {
    for (Node at = focused; at != null; at = at.getParent()) {
      int index = panes.indexOf(at);
      if (index >= 0) {
        return index;
      }
    }
    return -1;
  }

  private static Optional<Node> firstIn(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      return parent.getChildrenUnmodifiable().stream()
          .map(PaneRound::firstIn)
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }
}
