@org.jspecify.annotations.NullMarked
package lenswacht.knowledge;
