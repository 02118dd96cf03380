/// A building to practise on: cameras, recorders, printers and routers replayed from recorded
/// replies on loopback addresses. Depends on nothing of ours: it speaks recorded bytes, so that no
/// parser's mistake can hide in it. Tests may use it from anywhere.
@NullMarked
package lenswacht.simulator;

import org.jspecify.annotations.NullMarked;
