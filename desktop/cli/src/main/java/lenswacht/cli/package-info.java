@org.jspecify.annotations.NullMarked
package lenswacht.cli;
