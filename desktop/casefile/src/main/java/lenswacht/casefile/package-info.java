@org.jspecify.annotations.NullMarked
package lenswacht.casefile;
