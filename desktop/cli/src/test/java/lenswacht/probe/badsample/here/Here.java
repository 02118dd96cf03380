package lenswacht.probe.badsample.here;

import lenswacht.probe.badsample.there.There;

/// One half of a knot.
public record Here(There there) {}
