@org.jspecify.annotations.NullMarked
package lenswacht.footage;
