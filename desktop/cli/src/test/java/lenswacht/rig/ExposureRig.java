package lenswacht.rig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Recipient;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.Mandate;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;

/// A home-made gateway between the internet and two networks of a building, of namespaces and real
/// daemons:
///
/// - the internet 145.20.30.0/24, where a web server answers at .1
/// - the gateway with miniupnpd, 145.20.30.40 outside
/// - the cameras' network 192.168.7.0/24: the kit, two cameras, a recorder
/// - the office network 192.168.8.0/24: a place for the kit, and the recorder's second leg where
///   it has one
///
/// Four switches make sixteen states: mappings, NAT-PMP and PCP, the recorder's second leg, and the
/// filter for what the cameras' network sends out.
final class ExposureRig implements AutoCloseable {
  static final String OUTER = "145.20.30.40";
  static final String SERVER_OUTSIDE = "145.20.30.1";
  static final String GATEWAY = "192.168.7.1";
  static final String CAMERAS = "192.168.7.0/24";
  static final String OFFICE = "192.168.8.0/24";
  static final String MAPPED_CAMERA = "192.168.7.65";
  static final String OTHER_CAMERA = "192.168.7.66";
  static final String RECORDER = "192.168.7.97";
  static final String RECORDER_IN_OFFICE = "192.168.8.97";

  private static final String SITE = "Rig";
  private static final int INCOMPLETE = 6;

  private static final String RULES =
      """
      table inet filter {
        chain forward {
          type filter hook forward priority 0; policy accept;
          iifname "lan" oifname "office" drop
          iifname "office" oifname "lan" ct state new drop
          jump egress
          jump miniupnpd
        }
        chain egress { }
        chain miniupnpd { }
        chain prerouting {
          type nat hook prerouting priority -100; policy accept;
          jump prerouting_miniupnpd
        }
        chain postrouting {
          type nat hook postrouting priority 100; policy accept;
          jump postrouting_miniupnpd
          oifname "wan" masquerade
        }
        chain prerouting_miniupnpd { }
        chain postrouting_miniupnpd { }
      }
      """;

  private static final String LEASES =
      """
      TCP:8080:192.168.7.65:80:0:camera web
      TCP:10554:192.168.7.65:554:0:camera pictures
      TCP:37777:192.168.7.97:37777:0:recorder
      """;

  private static final String MINIUPNPD =
      """
      ext_ifname=wan
      listening_ip=lan
      http_port=5555
      enable_upnp=yes
      enable_natpmp=%s
      secure_mode=yes
      lease_file=%s
      uuid=5f0c3b38-0a7c-4d07-9a55-2f2d1f6c9a01
      upnp_table_name=filter
      upnp_nat_table_name=filter
      upnp_forward_chain=miniupnpd
      upnp_nat_chain=prerouting_miniupnpd
      upnp_nat_postrouting_chain=postrouting_miniupnpd
      allow 1-65535 0.0.0.0/0 1-65535
      """;

  private final Path folder;
  private final List<RigHouse> houses = new ArrayList<>();
  private final RigHouse plug;
  private final RigHouse kit;
  private final Map<Path, Path> homes = new HashMap<>();
  private final RigHouse officeKit;
  private final RigHouse outside;
  private final RigHouse gateway;
  private final RigHouse recorder;
  private int visits;
  private int cases;

  ExposureRig(Path folder) throws Exception {
    this.folder = folder;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      plug = house("switch");
      for (String bridge : List.of("outside", "cameras", "office")) {
        plug.run("ip link add " + bridge + " type bridge");
        plug.run("ip link set " + bridge + " up");
      }
      kit = house("kit");
      kit.plug("eth0", plug, "cameras", "192.168.7.5/24");
      kit.run("ip route add default via " + GATEWAY);
      officeKit = house("desk");
      officeKit.plug("eth0", plug, "office", "192.168.8.5/24");
      officeKit.run("ip route add default via 192.168.8.1");
      gateway = house("gateway");
      gateway.plug("wan", plug, "outside", OUTER + "/24");
      gateway.plug("lan", plug, "cameras", GATEWAY + "/24");
      gateway.plug("office", plug, "office", "192.168.8.1/24");
      gateway.run("sh -c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
      gateway.run("nft -f", gateway.write("rules", RULES).toString());
      outside = house("outside");
      outside.plug("eth0", plug, "outside", SERVER_OUTSIDE + "/24");
      outside.start("web", "", "python3", "-m", "http.server", "80");
      RigHouse cameras = house("cameras");
      cameras.plug("eth0", plug, "cameras", MAPPED_CAMERA + "/24");
      cameras.run("ip address add " + OTHER_CAMERA + "/24 dev eth0");
      cameras.run("ip route add default via " + GATEWAY);
      simulate(cameras, "eth0", "192.168.7.64/28", "axis-entrance,hik-stairs");
      recorder = house("recorder");
      recorder.plug("eth0", plug, "cameras", RECORDER + "/24");
      recorder.run("ip route add default via " + GATEWAY);
      recorder.plug("eth1", plug, "office", RECORDER_IN_OFFICE + "/24");
      simulate(recorder, "eth0", "192.168.7.96/28", "dahua-nvr");
      simulate(recorder, "eth1", "192.168.8.96/28", "dahua-nvr");
    } catch (Exception failed) {
      close();
      throw failed;
    }
  }

  private RigHouse house(String name) throws Exception {
    RigHouse made = new RigHouse(name, folder);
    houses.add(made);
    return made;
  }

  private static void simulate(RigHouse house, String nic, String base, String ids)
      throws Exception {
    house.startJava(
        "simulator-" + nic,
        "ready ",
        "lenswacht.simulator.SimulatorMain",
        "--on",
        nic,
        "--base",
        base,
        "--only",
        ids);
  }

  /// Opens the gateway's UPnP, with three mappings or with none.
  ///
  /// @param itsOwnPorts whether miniupnpd answers NAT-PMP and PCP too
  void mappings(boolean three, boolean itsOwnPorts) throws Exception {
    gateway.end("miniupnpd");
    gateway.run("nft flush chain inet filter prerouting_miniupnpd");
    gateway.run("nft flush chain inet filter postrouting_miniupnpd");
    gateway.run("nft flush chain inet filter miniupnpd");
    Path leases = gateway.write("leases", three ? LEASES : "");
    String settings = MINIUPNPD.formatted(itsOwnPorts ? "yes" : "no", leases);
    gateway.start(
        "miniupnpd",
        "HTTP listening on port",
        "miniupnpd",
        "-d",
        "-f",
        gateway.write("miniupnpd.conf", settings).toString(),
        "-P",
        gateway.folder().resolve("miniupnpd.pid").toString());
  }

  /// Has the gateway answer NAT-PMP and PCP, or not.
  void natPmp(boolean answers) throws Exception {
    gateway.end("responder");
    if (answers) {
      gateway.startJava(
          "responder",
          "ready",
          MappingResponderMain.class.getName(),
          GATEWAY,
          OUTER,
          questions().toString());
    }
  }

  /// Where the home-made responder writes what it was asked.
  Path questions() {
    return gateway.folder().resolve("questions");
  }

  /// Gives the recorder its second leg in the office network, or takes it away.
  void dualHomed(boolean twoLegs) throws Exception {
    recorder.run("ip link set eth1 " + (twoLegs ? "up" : "down"));
  }

  /// Has the gateway let out nothing that begins inside, or everything.
  void egressFilter(boolean on) throws Exception {
    gateway.run("nft flush chain inet filter egress");
    if (on) {
      gateway.run(
          "nft add rule inet filter egress iifname lan oifname wan ct direction original drop");
    }
  }

  /// Whether somebody on the internet reaches this port of the gateway.
  boolean isReachedFromOutside(int port) throws Exception {
    return outside.succeeds("timeout 2 bash -c", "exec 3<>/dev/tcp/" + OUTER + "/" + port);
  }

  /// Visits the cameras' network with the device program, as people run it, tries the way out, and
  /// gives the journal.
  Path visitCameras() throws Exception {
    return visit(kit, "cameras", GATEWAY, MAPPED_CAMERA, OTHER_CAMERA, RECORDER);
  }

  /// The same from the office network, for what stands there and what is reached from there.
  Path visitOffice() throws Exception {
    return visit(
        officeKit,
        "office",
        "192.168.8.1",
        RECORDER_IN_OFFICE,
        MAPPED_CAMERA,
        OTHER_CAMERA,
        RECORDER);
  }

  /// Looks at the gateway from the internet, under a mandate for its outer address.
  Path visitFromOutside() throws Exception {
    return visit(outside, "outside", OUTER);
  }

  /// A new case file with these journals.
  CaseFile receive(Path... journals) throws Exception {
    CaseFile file = CaseFile.create(folder.resolve("rig-" + cases++ + ".lenswacht"), SITE);
    for (Path journal : journals) {
      try (InputStream in = Files.newInputStream(Journal.fileIn(journal))) {
        file.receive(in, recipient(journal));
      }
    }
    return file;
  }

  /// The console of the kit that wrote `journal`.
  private Recipient recipient(Path journal) throws IOException {
    Path home = homes.get(journal);
    return Recipient.ofConsole(home.resolve("console"))
        .and(Identity.openOrCreate(home.resolve("agent"), "device").key().sha256());
  }

  private Path visit(RigHouse from, String spot, String... ranges) throws Exception {
    Path place = Files.createDirectories(folder.resolve("visit-" + visits++));
    Path home = folder.resolve("home-" + from.folder().getFileName());
    Path journal = place.resolve("journal");
    homes.put(journal, home);
    Path mandate = Files.writeString(place.resolve("the.mandate"), sign(home, ranges).text());
    int code =
        from.java(
            Map.of("LENSWACHT_HOME", home.toString()),
            "lenswacht.agent.AgentMain",
            "survey",
            "--mandate",
            mandate.toString(),
            "--journal",
            journal.toString(),
            "--spot",
            spot,
            "--listen-for",
            "1",
            "--quiet");
    if (code != 0 && code != INCOMPLETE) {
      throw new IOException("the survey ended with " + code);
    }
    return journal;
  }

  private static SignedMandate sign(Path home, String... ranges) throws Exception {
    OutsideEndpoint server = OutsideEndpoint.parse("server.example=" + SERVER_OUTSIDE + ":80");
    Identity console = Identity.openOrCreate(home.resolve("console"), "console");
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "M-1",
            SITE,
            "Head of facilities",
            new ScanScope(Arrays.stream(ranges).map(AddressRange::parse).toList(), List.of()),
            now.minusSeconds(60),
            now.plus(Duration.ofHours(1)),
            Intrusiveness.ASK,
            5000,
            true,
            List.of(),
            false,
            false,
            List.of(server),
            "");
    return SignedMandate.sign(mandate, console.privateKey(), console.publicKey());
  }

  @Override
  public void close() throws Exception {
    for (RigHouse house : houses.reversed()) {
      house.close();
    }
  }
}
