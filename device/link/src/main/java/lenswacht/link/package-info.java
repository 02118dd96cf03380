@org.jspecify.annotations.NullMarked
package lenswacht.link;
