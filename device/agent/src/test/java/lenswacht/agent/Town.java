package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A building's network in miniature, of namespaces and real daemons:
///
/// - a switch that announces itself by LLDP, with two networks that do not see each other
/// - the staff network 10.10.0.0/27: the kit, a router that hands out addresses, a copier, a file
///   server, a guest, a camera
/// - the neighbours' network 10.10.0.32/27, where the kit has an interface but nothing to look for
/// - the yard 10.10.0.64/28 behind the router, which loses one packet in a hundred each way: two
///   cameras and a web server
final class Town implements AutoCloseable {
  static final String STAFF = "10.10.0.0/27";
  static final String YARD = "10.10.0.64/28";
  static final String ROUTER = "10.10.0.1";
  static final String KIT = "10.10.0.5";
  static final String COPIER = "10.10.0.20";
  static final String SERVER = "10.10.0.21";
  static final String CAMERA = "10.10.0.25";
  static final String GUEST = "10.10.0.28";
  static final List<String> YARD_CAMERAS = List.of("10.10.0.65", "10.10.0.66");
  static final String YARD_SERVER = "10.10.0.70";

  /// What the kit's interface towards the neighbours is called.
  static final String NEXT_DOOR = "eth1";

  private final Path folder;
  private final List<TownHouse> houses = new ArrayList<>();
  private final TownHouse plug;
  private final TownHouse kit;
  private final TownHouse router;
  private final TownHouse server;
  private final TownHouse camera;
  private final TownHouse yard;
  private final TownHouse neighbours;

  Town(Path folder) throws Exception {
    this.folder = folder;
    // Daemons that give up being root must still find their files.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      plug = house("switch");
      for (String bridge : List.of("staff", "others")) {
        plug.run("ip link add " + bridge + " type bridge");
        plug.run("ip link set " + bridge + " up");
      }
      kit = house("kit");
      plug(kit, "eth0", "staff", KIT + "/27");
      plug(kit, NEXT_DOOR, "others", "10.10.0.35/27");
      kit.run("ip route add default via " + ROUTER);
      router = house("router");
      yard = house("yard");
      TownHouse copier = house("copier");
      server = house("server");
      camera = house("camera");
      neighbours = house("others");
      TownHouse guest = house("guest");
      layCables(copier, guest);
      openRouter();
      openCopier(copier);
      openServer();
      openCameras();
      openSwitch();
      openGuest(guest);
    } catch (Exception failed) {
      close();
      throw failed;
    }
  }

  TownHouse kit() {
    return kit;
  }

  TownHouse router() {
    return router;
  }

  /// How many questions of SNMP came to the file server.
  long snmpQuestions() throws Exception {
    return packets(server, "snmp");
  }

  /// How many packets were sent from the staff network towards the neighbours.
  long towardsNeighbours() throws Exception {
    return packets(router, "crossing");
  }

  /// How many packets the router lost on the way to the yard and back.
  long lost() throws Exception {
    return packets(router, "loss");
  }

  /// Where the simulator writes what happened to the cameras: on the staff network, in the yard, at
  /// the neighbours.
  List<Path> cameraBooks() {
    return List.of(book(camera), book(yard));
  }

  Path neighboursBook() {
    return book(neighbours);
  }

  /// Ends the cameras, which then close their books.
  void closeCameras() throws InterruptedException {
    for (TownHouse one : List.of(camera, yard, neighbours)) {
      one.endPrograms();
    }
  }

  private static Path book(TownHouse house) {
    return house.folder().resolve("stats.json");
  }

  private TownHouse house(String name) throws Exception {
    TownHouse made = new TownHouse(name, folder);
    houses.add(made);
    return made;
  }

  private void plug(TownHouse house, String nic, String bridge, String address) throws Exception {
    String port = house.folder().getFileName() + "-" + nic;
    plug.cable(port, house, nic);
    plug.run("ip link set " + port + " master " + bridge);
    if (!address.isEmpty()) {
      house.run("ip address add " + address + " dev " + nic);
    }
  }

  private void layCables(TownHouse copier, TownHouse guest) throws Exception {
    plug(router, "eth0", "staff", ROUTER + "/27");
    plug(router, "eth1", "others", "10.10.0.33/27");
    plug(copier, "eth0", "staff", COPIER + "/27");
    plug(server, "eth0", "staff", SERVER + "/27");
    plug(camera, "eth0", "staff", CAMERA + "/27");
    plug(guest, "eth0", "staff", "");
    plug(neighbours, "eth0", "others", "10.10.0.37/27");
    router.cable("eth2", yard, "eth0");
    router.run("ip address add 10.10.0.78/28 dev eth2");
    for (String address : List.of("10.10.0.65", "10.10.0.66", YARD_SERVER)) {
      yard.run("ip address add " + address + "/28 dev eth0");
    }
    yard.run("ip route add default via 10.10.0.78");
    neighbours.run("ip route add default via 10.10.0.33");
    plug.cable("upstream", router, "wan");
    router.run("ip address add 198.51.100.2/24 dev wan");
  }

  private void openRouter() throws Exception {
    router.setting("net/ipv4/ip_forward", 1);
    router.run("nft -f " + router.write("rules", TownFiles.ROUTER_RULES));
    router.start(
        "dnsmasq",
        "DHCP, IP range",
        "dnsmasq",
        "--keep-in-foreground",
        "--log-facility=-",
        "--conf-file=" + router.write("dnsmasq.conf", TownFiles.DNSMASQ),
        "--dhcp-leasefile=" + router.folder().resolve("leases"),
        "--pid-file=");
    Path socket = router.folder().resolve("ssdp");
    router.start(
        "minissdpd",
        "",
        "minissdpd",
        "-d",
        "-i",
        "eth0",
        "-s",
        socket.toString(),
        "-p",
        router.folder().resolve("minissdpd.pid").toString());
    router.await(socket);
    router.start(
        "miniupnpd",
        "HTTP listening on port",
        "miniupnpd",
        "-d",
        "-f",
        router.write("miniupnpd.conf", TownFiles.MINIUPNPD + socket + "\n").toString(),
        "-P",
        router.folder().resolve("miniupnpd.pid").toString());
  }

  private void openCopier(TownHouse copier) throws Exception {
    Path services = Files.createDirectories(copier.folder().resolve("services"));
    Files.writeString(services.resolve("copier.service"), TownFiles.COPIER_SERVICES);
    Path settings = copier.write("avahi.conf", TownFiles.AVAHI);
    // Folders of its own, seen by this program alone: `ip netns exec` gives it its own mounts.
    copier.start(
        "avahi",
        "successfully established",
        "sh",
        "-c",
        "mount -t tmpfs none /run && mkdir /run/avahi-daemon && mount --bind "
            + services
            + " /etc/avahi/services && exec avahi-daemon --no-chroot --no-drop-root -f "
            + settings);
  }

  private void openServer() throws Exception {
    openWeb(server, SERVER, "Staff lunch");
    server.run("nft -f " + server.write("rules", TownFiles.COUNT_SNMP));
    server.start(
        "snmpd",
        "NET-SNMP version",
        "snmpd",
        "-f",
        "-Lo",
        "-C",
        "-c",
        server.write("snmpd.conf", TownFiles.SNMPD).toString(),
        "-p",
        server.folder().resolve("snmpd.pid").toString());
    Path key = server.folder().resolve("key");
    server.run("dropbearkey -t ed25519 -f " + key);
    server.start("dropbear", "Not backgrounding", "dropbear", "-F", "-E", "-r", key.toString());
    openWeb(yard, YARD_SERVER, "Barrier and gate");
  }

  private static void openWeb(TownHouse house, String address, String title) throws Exception {
    Path settings =
        house.write("nginx.conf", TownFiles.nginx(house.folder().toString(), address, title));
    house.start("nginx", "", "nginx", "-p", house.folder().toString(), "-c", settings.toString());
    house.await(house.folder().resolve("nginx.pid"));
  }

  private void openCameras() throws Exception {
    simulate(camera, "10.10.0.24/30", "axis-entrance");
    simulate(yard, "10.10.0.64/28", "hik-stairs,dahua-lobby");
    simulate(neighbours, "10.10.0.36/30", "hanwha-hall");
  }

  private static void simulate(TownHouse house, String base, String hosts) throws Exception {
    house.start(
        "cameras",
        "ready ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "lenswacht.simulator.SimulatorMain",
        "--on",
        "eth0",
        "--base",
        base,
        "--only",
        hosts,
        "--stats",
        book(house).toString());
  }

  private void openSwitch() throws Exception {
    Path socket = plug.folder().resolve("lldpd");
    plug.start(
        "lldpd",
        "should resume operations",
        "sh",
        "-c",
        "mount -t tmpfs none /run && mkdir /run/lldpd && exec lldpd -d -O /dev/null -I kit-eth0 -S"
            + " 'Town Works Switch 24' -u "
            + socket);
    plug.await(socket);
    String configure = "lldpcli -u " + socket + " configure ";
    plug.run(configure + "lldp tx-interval 1");
    plug.run(configure + "system hostname sw-cellar");
    plug.run(configure + "ports kit-eth0 lldp portidsubtype local Gi0/7");
  }

  private static void openGuest(TownHouse guest) throws Exception {
    Path bound = guest.write("bound", TownFiles.GUEST_BOUND);
    guest.run("chmod +x " + bound);
    guest.start(
        "udhcpc",
        "lease of " + GUEST,
        "sh",
        "-c",
        "while :; do udhcpc -f -n -q -B -i eth0 -x hostname:tablet-of-guest -V town-guest -s "
            + bound
            + "; sleep 1; done");
  }

  private static long packets(TownHouse house, String counter) throws Exception {
    String said = house.run("nft list counter inet town " + counter);
    return Long.parseLong(said.replaceAll("(?s).*packets (\\d+).*", "$1"));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    for (TownHouse one : houses.reversed()) {
      one.close();
    }
    houses.clear();
  }
}
