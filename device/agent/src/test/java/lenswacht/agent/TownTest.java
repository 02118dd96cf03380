package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.AddressRange;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Located;
import lenswacht.observation.JournalEvent.RunEnded;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.SnmpCommunity;
import lenswacht.observation.Whereabouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The device program as a process of its own in a building's network of real daemons: one survey,
/// and what its journal and the others say of it. Needs root.
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TownTest {
  private final Identifier identifier = new Identifier(Catalogue.bundled());

  private final Town town;
  private final Path folder;
  private final Surveyor surveyor;
  private AgentProcess.Ended survey = new AgentProcess.Ended(-1, "");
  private List<JournalEvent> events = List.of();
  private long sentNextDoor;
  private long snmpQuestions = -1;

  TownTest(@TempDir Path folder, @TempDir Path town) throws Exception {
    this.town = new Town(town);
    this.folder = folder;
    this.surveyor = new Surveyor(folder, folder.resolve("journal"), this.town.kit().inside());
  }

  @BeforeAll
  void survey_the_town() throws Exception {
    sentNextDoor = -town.kit().sent(Town.NEXT_DOOR);
    survey = surveyor.survey(List.of(Town.STAFF, Town.YARD), "--listen-for", "8");
    sentNextDoor += town.kit().sent(Town.NEXT_DOOR);
    events = surveyor.events();
    snmpQuestions = town.snmpQuestions();
    town.closeCameras();
  }

  @AfterAll
  void leave() throws Exception {
    town.close();
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_run_is_complete() {
    assertThat(survey.exitCode()).as(survey.err()).isZero();
    assertThat(only(RunEnded.class).outcome()).isEqualTo(RunOutcome.COMPLETE);
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void before_anything_is_sent_the_kit_knows_where_it_stands() {
    Whereabouts where = only(Located.class).whereabouts();
    assertThat(where.network()).isEqualTo("eth0");
    assertThat(where.addresses()).containsExactly(InetAddress.ofLiteral(Town.KIT));
    assertThat(where.gateways()).containsExactly(InetAddress.ofLiteral(Town.ROUTER));
    assertThat(where.suffixes()).as("by DHCP").contains("town.example");
    assertThat(where.standing()).isEqualTo(Whereabouts.Standing.INSIDE);
    assertThat(where.switchPorts())
        .singleElement()
        .satisfies(
            port -> {
              assertThat(port.protocol()).isEqualTo("lldp");
              assertThat(port.name()).isEqualTo("sw-cellar");
              assertThat(port.port()).isEqualTo("Gi0/7");
            });
    assertThat(events.indexOf(only(Located.class)))
        .isLessThan(events.indexOf(new JournalEvent.PhaseStarted(JournalEvent.Phase.SWEEP)));
    assertThat(survey.err()).contains("you are here: eth0, inside the mandate").contains("Gi0/7");
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void every_inhabitant_is_found() {
    assertThat(addresses())
        .contains(
            Town.ROUTER,
            Town.COPIER,
            Town.SERVER,
            Town.CAMERA,
            Town.GUEST,
            Town.YARD_CAMERAS.get(0),
            Town.YARD_CAMERAS.get(1),
            Town.YARD_SERVER);
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_cameras_are_known_for_what_they_are_and_nobody_else_is_taken_for_one() {
    List<String> taken =
        addresses().stream()
            .filter(address -> identified(address).identity().kind().isVideo())
            .toList();
    assertThat(taken)
        .containsExactlyInAnyOrder(Town.CAMERA, Town.YARD_CAMERAS.get(0), Town.YARD_CAMERAS.get(1));
    assertThat(identified(Town.CAMERA).identity().toString()).containsIgnoringCase("axis");
    assertThat(identified(Town.YARD_CAMERAS.get(0)).identity().toString())
        .containsIgnoringCase("hikvision");
    assertThat(identified(Town.YARD_CAMERAS.get(1)).identity().toString())
        .containsIgnoringCase("dahua");
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_router_is_known_by_its_answer_to_a_search_and_by_its_description() {
    assertThat(stated(Town.ROUTER, Observable.SSDP_SERVER)).anyMatch(s -> s.contains("MiniUPnPd"));
    assertThat(stated(Town.ROUTER, Observable.UPNP_TYPE))
        .anyMatch(type -> type.contains("InternetGatewayDevice"));
    assertThat(stated(Town.ROUTER, Observable.UPNP_NAME)).contains("Town gateway");
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_services_of_the_copier_are_read() {
    assertThat(stated(Town.COPIER, Observable.MDNS_NAME))
        .anyMatch(name -> name.contains("Copier on the second floor"))
        .anyMatch(name -> name.contains("_ipp._tcp") || name.contains("_http._tcp"));
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_file_server_is_read_and_its_snmp_is_left_alone_without_a_community() throws Exception {
    assertThat(stated(Town.SERVER, Observable.HTTP_TITLE)).contains("Staff lunch");
    assertThat(stated(Town.SERVER, Observable.BANNER)).anyMatch(b -> b.contains("dropbear"));
    assertThat(snmpQuestions).isZero();
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_file_server_says_what_it_is_by_snmp_where_the_mandate_supplies_the_community()
      throws Exception {
    Path journal = folder.resolve("journal-with-community");
    Surveyor other =
        new Surveyor(
            folder, journal, town.kit().inside(), List.of(new SnmpCommunity("town-reads")));

    AgentProcess.Ended ended = other.survey(List.of(Town.SERVER + "/32"), "--listen-for", "0");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("town-reads");
    assertThat(town.snmpQuestions()).isPositive();
    assertThat(facts(other.events(), Town.SERVER, Observable.SNMP_NAME)).containsExactly("stacks");
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_guest_is_heard_asking_for_an_address() {
    assertThat(stated(Town.GUEST, Observable.DHCP_HOSTNAME)).containsExactly("tablet-of-guest");
    assertThat(stated(Town.GUEST, Observable.DHCP_VENDOR_CLASS)).containsExactly("town-guest");
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void nothing_is_sent_on_the_network_outside_the_mandate() throws Exception {
    assertThat(sentNextDoor).isZero();
    assertThat(town.towardsNeighbours()).isZero();
    assertThat(addresses()).noneMatch(TownTest::isNextDoor);
    assertThat(Files.readString(town.neighboursBook()))
        .contains("\"tcp_connections\":0,")
        .contains("\"udp_datagrams\":0,");
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void no_camera_saw_what_must_never_happen() throws Exception {
    for (Path book : town.cameraBooks()) {
      assertThat(Files.readString(book))
          .contains("\"never\":{}")
          .doesNotContainPattern("\"never\":\\{\"")
          .doesNotContainPattern("\"max_open_at_once\":([3-9]|\\d\\d)")
          .doesNotContain("\"tcp_connections\":0,");
    }
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_way_to_the_yard_did_lose_packets() throws Exception {
    assertThat(town.lost()).isPositive();
  }

  private Stream<Observation> observations() {
    return observations(events);
  }

  private static Stream<Observation> observations(List<JournalEvent> events) {
    return events.stream()
        .flatMap(event -> event.brings().stream())
        .filter(ProbeOutcome.Answered.class::isInstance)
        .flatMap(outcome -> ((ProbeOutcome.Answered) outcome).observations().stream());
  }

  private List<String> addresses() {
    return observations().map(TownTest::address).distinct().toList();
  }

  private Identification identified(String address) {
    return identifier.identify(
        observations().filter(fact -> address(fact).equals(address)).toList());
  }

  private List<String> stated(String address, Observable observable) {
    return facts(events, address, observable);
  }

  private static List<String> facts(
      List<JournalEvent> events, String address, Observable observable) {
    return observations(events)
        .filter(fact -> address(fact).equals(address))
        .filter(Observation.Stated.class::isInstance)
        .map(Observation.Stated.class::cast)
        .filter(fact -> fact.observable() == observable)
        .map(Observation.Stated::value)
        .distinct()
        .toList();
  }

  private static String address(Observation fact) {
    return fact.service().address().getHostAddress();
  }

  private static boolean isNextDoor(String address) {
    return AddressRange.parse("10.10.0.32/27").contains(InetAddress.ofLiteral(address));
  }

  private <T extends JournalEvent> T only(Class<T> kind) {
    List<T> found = events.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
