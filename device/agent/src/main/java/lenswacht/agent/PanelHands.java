package lenswacht.agent;

import java.time.Duration;
import java.util.List;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.PartCheck;

/// Carries out what a person at the panel wants.
final class PanelHands implements PanelWishes {
  private final ScanDesk desk;
  private final PanelDesk panel;
  private final SelfTest test;
  private final Runnable ending;

  /// @param ending closes the journal and ends the program, or switches the box off
  PanelHands(ScanDesk desk, PanelDesk panel, SelfTest test, Runnable ending) {
    this.desk = desk;
    this.panel = panel;
    this.test = test;
    this.ending = ending;
  }

  @Override
  public void stop() {
    desk.stop();
  }

  @Override
  public void pause() {
    desk.pause();
  }

  @Override
  public void start() {
    desk.start();
  }

  @Override
  public void selfTest() {
    panel.learn(facts -> facts.checked(List.of()));
    List<PartCheck> checks = test.run(_ -> {});
    panel.learn(facts -> facts.checked(checks));
  }

  @Override
  public void switchOff() {
    ending.run();
  }

  /// Looks at the device while it starts, and shows how far that is.
  void begin() {
    Thread.ofVirtual()
        .name("self-test")
        .start(
            () -> {
              List<PartCheck> checks =
                  test.run(done -> panel.starting(new PanelState.Starting(done, Duration.ZERO)));
              panel.learn(facts -> facts.checked(checks));
              panel.rest();
            });
  }
}
