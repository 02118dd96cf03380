package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;
import lenswacht.simulator.SimulatedHost;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every recorded host is identified as its record says that it is. A part of the truth that is
/// empty is not known and says nothing.
class RecordedHostsTest {
  private static final int LOW_PORTS_AT = 20_000;
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(kind|vendor|true_maker|model|firmware|build_date)\"\\s*:\\s*\"([^\"]*)\"");

  @TempDir Path folder;

  static Stream<Path> records() throws IOException, URISyntaxException {
    Path records =
        Path.of(Objects.requireNonNull(RecordedHostsTest.class.getResource("recorded")).toURI());
    try (Stream<Path> files = Files.list(records)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_recorded_host_is_identified_as_what_it_is(Path record) throws Exception {
    ProductIdentity found = surveyed(record);
    String line = Files.readString(record);
    Matcher truth =
        FIELD.matcher(line.substring(line.indexOf("\"truth\""), line.indexOf("\"services\"")));
    int told = 0;
    while (truth.find()) {
      if (!truth.group(2).isEmpty()) {
        told++;
        assertThat(value(found, truth.group(1)))
            .as(record.getFileName() + ": " + truth.group(1))
            .contains(truth.group(2));
      }
    }
    assertThat(told).as(record.getFileName() + " says what is true").isPositive();
  }

  private static Optional<String> value(ProductIdentity identity, String field) {
    return switch (field) {
      case "kind" ->
          Optional.of(identity.kind())
              .filter(kind -> kind != AssetKind.UNKNOWN)
              .map(kind -> kind.name().toLowerCase(Locale.ROOT));
      case "vendor" -> identity.brand();
      case "true_maker" -> identity.maker();
      case "model" -> identity.model();
      case "firmware" -> identity.firmware();
      case "build_date" -> identity.buildDate().map(Object::toString);
      default -> throw new IllegalArgumentException(field);
    };
  }

  private ProductIdentity surveyed(Path record) throws Exception {
    Building plan = Building.read(record);
    try (SimulatedBuilding building =
        SimulatedBuilding.start(plan, "127.85.0.0/24", LOW_PORTS_AT)) {
      SimulatedHost host = building.hosts().getFirst();
      Surveyor surveyor = new Surveyor(folder, folder.resolve("journal"), List.of());
      AgentProcess.Ended ended =
          surveyor.survey(
              List.of(building.addressOf(host.id()).getHostAddress() + "/32"),
              "--low-ports-at",
              String.valueOf(LOW_PORTS_AT),
              "--quiet");
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      List<Observation> observations = new ArrayList<>();
      for (JournalEvent event : surveyor.events()) {
        if (event instanceof JournalEvent.Probed probed
            && probed.outcome() instanceof ProbeOutcome.Answered answered) {
          observations.addAll(answered.observations());
        }
      }
      return new Identifier(Catalogue.bundled()).identify(observations).identity();
    }
  }
}
