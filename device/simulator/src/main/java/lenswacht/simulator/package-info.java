@org.jspecify.annotations.NullMarked
package lenswacht.simulator;
