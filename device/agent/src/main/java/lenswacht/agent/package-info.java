@org.jspecify.annotations.NullMarked
package lenswacht.agent;
