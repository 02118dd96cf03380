@org.jspecify.annotations.NullMarked
package lenswacht.report;
