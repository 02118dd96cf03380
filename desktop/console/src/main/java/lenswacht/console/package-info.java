@org.jspecify.annotations.NullMarked
package lenswacht.console;
