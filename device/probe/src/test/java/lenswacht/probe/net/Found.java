package lenswacht.probe.net;

import java.util.List;
import lenswacht.observation.Service;

/// Keeps the answers that a sweep tells of.
class Found implements SweepListener {
  private final List<HostAnswer> answers;

  Found(List<HostAnswer> answers) {
    this.answers = answers;
  }

  @Override
  public void open(Service service) {
    // The outcome names them too.
  }

  @Override
  public void answered(HostAnswer answer) {
    answers.add(answer);
  }

  @Override
  public void reached(long addresses) {
    // Nobody waits for it.
  }
}
