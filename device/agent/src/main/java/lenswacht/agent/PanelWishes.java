package lenswacht.agent;

/// What the device does when a person at its panel wants it.
interface PanelWishes {
  /// Nothing is done.
  PanelWishes NONE =
      new PanelWishes() {
        @Override
        public void stop() {}

        @Override
        public void pause() {}

        @Override
        public void start() {}

        @Override
        public void selfTest() {}

        @Override
        public void switchOff() {}
      };

  /// Ends the run at once.
  void stop();

  /// Halts the run, to be gone on with.
  void pause();

  /// Starts a run under the mandate that is kept, or goes on with the one that was halted.
  void start();

  /// Looks at all parts of the device.
  void selfTest();

  /// Closes the journal and ends.
  void switchOff();
}
