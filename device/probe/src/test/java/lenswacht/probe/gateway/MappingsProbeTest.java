package lenswacht.probe.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Bytes;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Listing;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.http.HttpMessage;
import lenswacht.probe.net.GatewayAction;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Answers;
import lenswacht.probe.question.Mangled;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;

class MappingsProbeTest {
  private static final String HERE = "127.71.6.1";
  private static final String LOCATION = "http://127.71.6.1:49152/root.xml";
  private static final Pattern INDEX =
      Pattern.compile("<NewPortMappingIndex>(\\d+)</NewPortMappingIndex>");

  @Test
  void mappings_are_read_one_by_one_to_the_end_of_the_list() throws Exception {
    ProbeOutcome outcome =
        ask(
            "WANIPConnection:1",
            "/ctl/IPConn",
            actions(
                index ->
                    index < 2
                        ? PracticeGateway.answer(
                            PracticeGateway.mapping(
                                8080 + index, "192.0.2.64", 80, "camera " + index))
                        : PracticeGateway.fault(713)));

    assertThat(Answers.of(outcome, Observation.PortMapping.class))
        .extracting(
            one -> one.outerPort() + ">" + one.inner().getHostAddress() + ":" + one.innerPort())
        .containsExactly("8080>192.0.2.64:80", "8081>192.0.2.64:80");
    assertThat(listing(outcome)).isEqualTo(Listing.TO_THE_END);
    assertThat(Answers.of(outcome, Observation.OuterAddress.class))
        .extracting(told -> told.outer().getHostAddress())
        .containsExactly("203.0.113.9");
    assertThat(Answers.of(outcome, Observation.OpensPorts.class)).hasSize(1);
  }

  @Test
  void only_actions_that_read_are_called_and_only_where_the_description_says() throws Exception {
    try (PracticeGateway gateway = gateway("WANPPPConnection:1", "upnp/control?WANPPP", noMore());
        NetworkDoor door = Mandates.door("127.71.6.0/24")) {
      new MappingsProbe().ask(service(), door);

      assertThat(gateway.asked())
          .containsExactly(
              "POST /upnp/control?WANPPP HTTP/1.1 GetExternalIPAddress",
              "POST /upnp/control?WANPPP HTTP/1.1 GetGenericPortMappingEntry");
    }
    for (GatewayAction action : GatewayAction.values()) {
      assertThat(action.call()).startsWith("Get");
    }
  }

  @Test
  void second_edition_gives_whole_lists() throws Exception {
    String entry =
        "&lt;p:PortMappingEntry>&lt;p:NewRemoteHost/>&lt;p:NewExternalPort>554"
            + "&lt;/p:NewExternalPort>&lt;p:NewProtocol>TCP&lt;/p:NewProtocol>"
            + "&lt;p:NewInternalPort>554&lt;/p:NewInternalPort>&lt;p:NewInternalClient>192.0.2.64"
            + "&lt;/p:NewInternalClient>&lt;p:NewEnabled>0&lt;/p:NewEnabled>"
            + "&lt;p:NewDescription>x&lt;/p:NewDescription>&lt;p:NewLeaseTime>60"
            + "&lt;/p:NewLeaseTime>&lt;/p:PortMappingEntry>";
    ProbeOutcome outcome =
        ask(
            "WANIPConnection:2",
            "/ctl",
            action ->
                action.contains("<NewProtocol>TCP")
                    ? PracticeGateway.answer(
                        "<NewPortListing>&lt;p:PortMappingList>"
                            + entry
                            + "&lt;/p:PortMappingList></NewPortListing>")
                    : PracticeGateway.fault(730));

    assertThat(Answers.of(outcome, Observation.PortMapping.class))
        .extracting(one -> one.outerPort() + " " + one.enabled() + " " + one.lease().toSeconds())
        .containsExactly("554 false 60");
    assertThat(listing(outcome)).isEqualTo(Listing.TO_THE_END);
  }

  @Test
  void second_edition_that_gives_no_list_is_walked() throws Exception {
    ProbeOutcome outcome = ask("WANIPConnection:2", "/ctl", noMore());

    assertThat(listing(outcome)).isEqualTo(Listing.TO_THE_END);
    assertThat(Answers.of(outcome, Observation.MappingsRead.class))
        .extracting(Observation.MappingsRead::told)
        .containsExactly(0);
  }

  @Test
  void gateway_that_goes_in_circles_is_left_with_its_list_in_part() throws Exception {
    try (PracticeGateway gateway =
            gateway(
                "WANIPConnection:1",
                "/ctl",
                actions(
                    index ->
                        PracticeGateway.answer(
                            PracticeGateway.mapping(1 + index % 3, "192.0.2.64", 80, ""))));
        NetworkDoor door = Mandates.door("127.71.6.0/24")) {
      ProbeOutcome outcome = new MappingsProbe().ask(service(), door);

      assertThat(listing(outcome)).isEqualTo(Listing.IN_PART);
      assertThat(Answers.of(outcome, Observation.PortMapping.class)).hasSize(3);
      assertThat(gateway.connections()).isLessThan(10);
    }
  }

  @Test
  void endless_list_is_cut_short() throws Exception {
    ProbeOutcome outcome =
        ask(
            "WANIPConnection:1",
            "/ctl",
            actions(
                index ->
                    PracticeGateway.answer(
                        PracticeGateway.mapping(1 + index, "192.0.2.64", 80, ""))));

    assertThat(listing(outcome)).isEqualTo(Listing.IN_PART);
    assertThat(Answers.of(outcome, Observation.PortMapping.class))
        .hasSizeLessThanOrEqualTo(GatewayAction.MOST_MAPPINGS);
  }

  @Test
  void huge_list_in_one_answer_is_cut_short() throws Exception {
    String entry =
        ("<PortMappingEntry>"
                + PracticeGateway.mapping(1, "192.0.2.64", 80, "")
                + "</PortMappingEntry>")
            .replace("<", "&lt;");
    ProbeOutcome outcome =
        ask(
            "WANIPConnection:2",
            "/ctl",
            action ->
                PracticeGateway.answer(
                    "<NewPortListing>" + entry.repeat(5000) + "</NewPortListing>"));

    assertThat(listing(outcome)).isEqualTo(Listing.IN_PART);
    assertThat(Answers.of(outcome, Observation.PortMapping.class))
        .hasSizeLessThanOrEqualTo(2 * GatewayAction.MOST_MAPPINGS);
  }

  @Test
  void nonsense_among_mappings_is_left_out_and_the_list_is_in_part() throws Exception {
    List<String> nonsense =
        List.of(
            PracticeGateway.mapping(80, "camera.example.org", 80, ""),
            PracticeGateway.mapping(99_999, "192.0.2.64", 80, ""),
            PracticeGateway.mapping(80, "0.0.0.0", 80, ""),
            "");
    ProbeOutcome outcome =
        ask(
            "WANIPConnection:1",
            "/ctl",
            actions(
                index ->
                    index < nonsense.size()
                        ? PracticeGateway.answer(nonsense.get(index))
                        : PracticeGateway.fault(713)));

    assertThat(Answers.of(outcome, Observation.PortMapping.class)).isEmpty();
    assertThat(listing(outcome)).isEqualTo(Listing.IN_PART);
  }

  @Test
  void refusal_is_told_as_one() throws Exception {
    ProbeOutcome outcome = ask("WANIPConnection:1", "/ctl", _ -> PracticeGateway.fault(606));

    assertThat(listing(outcome)).isEqualTo(Listing.REFUSED);
    assertThat(Answers.of(outcome, Observation.OpensPorts.class)).isEmpty();
  }

  @Test
  void firewall_for_ipv6_is_read() throws Exception {
    ProbeOutcome outcome =
        ask(
            "WANIPv6FirewallControl:1",
            "/ctl",
            _ ->
                PracticeGateway.answer(
                    "<FirewallEnabled>1</FirewallEnabled>"
                        + "<InboundPinholeAllowed>0</InboundPinholeAllowed>"));

    assertThat(Answers.of(outcome, Observation.SixFirewall.class))
        .extracting(one -> one.enabled() + " " + one.pinholes())
        .containsExactly("true false");
  }

  @Test
  void service_on_another_host_is_not_called() throws Exception {
    try (PracticeGateway gateway =
            gateway("WANIPConnection:1", "http://127.71.6.2:49152/ctl", noMore());
        NetworkDoor door = Mandates.door("127.71.6.0/24")) {
      ProbeOutcome outcome = new MappingsProbe().ask(service(), door);

      assertThat(gateway.asked()).isEmpty();
      assertThat(Answers.of(outcome, Observation.MappingsRead.class)).isEmpty();
    }
  }

  @Test
  void path_that_smells_of_doing_something_is_not_called() throws Exception {
    try (PracticeGateway gateway = gateway("WANIPConnection:1", "/cgi-bin/reboot", noMore());
        NetworkDoor door = Mandates.door("127.71.6.0/24")) {
      new MappingsProbe().ask(service(), door);

      assertThat(gateway.asked()).isEmpty();
    }
  }

  @Test
  void gateway_outside_the_mandate_is_not_asked() throws Exception {
    try (PracticeGateway gateway = gateway("WANIPConnection:1", "/ctl", noMore());
        NetworkDoor door = Mandates.door("127.71.7.0/24")) {
      assertThat(new MappingsProbe().ask(service(), door))
          .isEqualTo(new ProbeOutcome.NotAsked("not-in-mandate"));
      assertThat(gateway.connections()).isZero();
    }
  }

  @Test
  void only_those_are_asked_that_call_themselves_a_gateway() {
    EvidenceId id = new EvidenceId("0".repeat(32));
    Observation camera =
        new Observation.Stated(
            service(), Observable.UPNP_TYPE, "urn:schemas-upnp-org:device:Basic:1", id);
    Observation gateway =
        new Observation.Stated(
            service(),
            Observable.UPNP_TYPE,
            "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
            id);

    assertThat(new MappingsProbe().appliesTo(service(), List.of(camera))).isFalse();
    assertThat(new MappingsProbe().appliesTo(service(), List.of(gateway))).isTrue();
  }

  @Test
  void broken_answers_are_read_or_refused() {
    String good =
        "HTTP/1.1 200 OK\r\n\r\n"
            + PracticeGateway.answer(PracticeGateway.mapping(8080, "192.0.2.64", 80, "camera"))
            + "<NewPortListing>&lt;PortMappingEntry>&lt;/PortMappingEntry></NewPortListing>";
    for (Bytes bytes : Mangled.of(Bytes.utf8(good))) {
      if (HttpMessage.parse(bytes) instanceof Parsed.Good<HttpMessage>(HttpMessage page)
          && IgdMessage.parse(page) instanceof Parsed.Good<IgdMessage>(IgdMessage message)) {
        assertThat(message.mappings().size()).isLessThanOrEqualTo(message.listed());
        assertThat(message.mapping()).isNotNull();
      }
    }
  }

  private static ProbeOutcome ask(String type, String path, Function<String, String> answers)
      throws Exception {
    try (PracticeGateway gateway = gateway(type, path, answers);
        NetworkDoor door = Mandates.door("127.71.6.0/24")) {
      ProbeOutcome outcome = new MappingsProbe().ask(service(), door);
      assertThat(gateway.connections()).isPositive();
      return outcome;
    }
  }

  private static PracticeGateway gateway(String type, String path, Function<String, String> answers)
      throws Exception {
    return new PracticeGateway(HERE, LOCATION, PracticeGateway.description(type, path), answers);
  }

  /// Answers the question for the outer address, and those for one mapping by `byIndex`.
  private static Function<String, String> actions(IntFunction<String> byIndex) {
    return action -> {
      if (action.startsWith("GetExternalIPAddress")) {
        return PracticeGateway.answer("<NewExternalIPAddress>203.0.113.9</NewExternalIPAddress>");
      }
      Matcher index = INDEX.matcher(action);
      return index.find()
          ? byIndex.apply(Integer.parseInt(index.group(1)))
          : PracticeGateway.fault(401);
    };
  }

  private static Function<String, String> noMore() {
    return actions(_ -> PracticeGateway.fault(713));
  }

  private static Service service() {
    return Service.udp(InetAddress.ofLiteral(HERE), 1900);
  }

  private static Listing listing(ProbeOutcome outcome) {
    return Answers.of(outcome, Observation.MappingsRead.class).getFirst().listing();
  }
}
