package lenswacht.console.badsample;

import javafx.scene.Node;

/// A view model that holds a control.
public record SceneViewModel(Node node) {}
