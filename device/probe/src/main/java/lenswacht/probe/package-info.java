@org.jspecify.annotations.NullMarked
package lenswacht.probe;
