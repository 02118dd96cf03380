package lenswacht.probe.badsample.there;

import lenswacht.probe.badsample.here.Here;

/// The other half of a knot.
public record There(Here here) {}
