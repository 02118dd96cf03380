package lenswacht.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The hosts of a building, as a file describes them. Nothing listens until a
/// [SimulatedBuilding] is started from it.
public final class Building {
  private static final String PRACTICE = "practice-building.json";
  private static final String MAKERS = "makers-building.json";

  private final List<SimulatedHost> hosts;

  /// A building of these hosts.
  ///
  /// @throws IllegalArgumentException if two hosts have the same id
  Building(List<SimulatedHost> hosts) {
    this.hosts = List.copyOf(hosts);
    Set<String> ids = new HashSet<>();
    for (SimulatedHost host : hosts) {
      if (!ids.add(host.id())) {
        throw new IllegalArgumentException("two hosts have the id '" + host.id() + "'");
      }
    }
  }

  /// The building that comes with the program: for demonstration, training and tests.
  public static Building practice() {
    return bundled(PRACTICE);
  }

  /// A building with one host for each maker's own search, and with ports that nobody may touch.
  public static Building makers() {
    return bundled(MAKERS);
  }

  private static Building bundled(String file) {
    try (InputStream in = Building.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the program");
      }
      return BuildingReader.readDocument(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (BuildingException broken) {
      throw new IllegalStateException(file + " is broken: " + broken.getMessage(), broken);
    }
  }

  /// Reads a building file: one JSON document, or one recorded host a line if its name ends in
  /// `.jsonl`.
  ///
  /// @throws BuildingException if it cannot be read, exceeds a limit or does not fit the format
  public static Building read(Path file) throws BuildingException {
    return BuildingReader.read(file);
  }

  /// The hosts, in the order of the file.
  public List<SimulatedHost> hosts() {
    return hosts;
  }

  /// The same building with these hosts alone; ids it does not have are left aside.
  public Building only(Set<String> ids) {
    return new Building(hosts.stream().filter(host -> ids.contains(host.id())).toList());
  }
}
