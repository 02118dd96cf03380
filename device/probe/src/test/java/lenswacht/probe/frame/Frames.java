package lenswacht.probe.frame;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import lenswacht.observation.Bytes;
import lenswacht.probe.net.Overheard.Frame;
import lenswacht.probe.net.Overheard.LinkType;

/// Builds invented frames, header by header.
public final class Frames {
  public static final String CAMERA = "00005e00530a";
  public static final String SWITCH = "00005e005301";
  public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final String EVERYBODY = "ffffffffffff";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public static Frames empty() {
    return new Frames();
  }

  public Frames hex(String digits) {
    out.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
    return this;
  }

  public Frames number(int octets, long value) {
    for (int i = octets - 1; i >= 0; i--) {
      out.write((int) (value >> (8 * i)));
    }
    return this;
  }

  public Frames text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Frames address(String address) {
    out.writeBytes(InetAddress.ofLiteral(address).getAddress());
    return this;
  }

  public Frames bytes(Bytes bytes) {
    out.writeBytes(bytes.toArray());
    return this;
  }

  public Frames zeros(int count) {
    out.writeBytes(new byte[count]);
    return this;
  }

  public Bytes bytes() {
    return Bytes.of(out.toByteArray());
  }

  /// As an Ethernet frame.
  public static Frame frame(Bytes bytes) {
    return new Frame(NOON, LinkType.ETHERNET, bytes, bytes.length());
  }

  public static Bytes ethernet(String to, String from, int type, Bytes payload) {
    return empty().hex(to).hex(from).number(2, type).bytes(payload).bytes();
  }

  /// The same in VLAN `number`.
  public static Bytes tagged(Bytes frame, int number) {
    return empty()
        .bytes(frame.head(12))
        .number(2, 0x8100)
        .number(2, number)
        .bytes(frame.slice(12, frame.length()))
        .bytes();
  }

  public static Bytes arp(String hardware, String sender, String sought) {
    return ethernet(
        EVERYBODY,
        hardware,
        LinkFrame.ARP,
        empty()
            .hex("0001080006040001")
            .hex(hardware)
            .address(sender)
            .zeros(6)
            .address(sought)
            .zeros(18)
            .bytes());
  }

  public static Bytes udp(
      String hardware, String from, int fromPort, String to, int port, Bytes payload) {
    return ethernet(
        "01005e000001", hardware, 0x0800, ip4(from, to, 17, 4, udp(fromPort, port, payload)));
  }

  public static Bytes udp(int fromPort, int port, Bytes payload) {
    return empty()
        .number(2, fromPort)
        .number(2, port)
        .number(2, 8 + payload.length())
        .number(2, 0)
        .bytes(payload)
        .bytes();
  }

  public static Bytes ip4(String from, String to, int protocol, int hops, Bytes payload) {
    byte[] header =
        empty()
            .hex("4500")
            .number(2, 20 + payload.length())
            .number(4, 0)
            .number(1, hops)
            .number(1, protocol)
            .number(2, 0)
            .address(from)
            .address(to)
            .bytes()
            .toArray();
    int sum = 0;
    for (int i = 0; i < 20; i += 2) {
      sum += (header[i] & 0xff) << 8 | header[i + 1] & 0xff;
    }
    sum = ~((sum & 0xffff) + (sum >> 16)) & 0xffff;
    header[10] = (byte) (sum >> 8);
    header[11] = (byte) sum;
    return empty().bytes(Bytes.of(header)).bytes(payload).bytes();
  }

  public static Bytes ip6(String from, String to, int protocol, Bytes payload) {
    return empty()
        .hex("60000000")
        .number(2, payload.length())
        .number(1, protocol)
        .number(1, 255)
        .address(from)
        .address(to)
        .bytes(payload)
        .bytes();
  }

  public static Bytes neighbourAdvertisement(String address, String hardware) {
    return ethernet(
        "333300000001",
        hardware,
        0x86dd,
        ip6(
            address,
            "ff02::1",
            58,
            empty().hex("8800000020000000").address(address).hex("0201").hex(hardware).bytes()));
  }

  public static Bytes dhcpDiscover(String hardware, String vendorClass) {
    return udp(hardware, "0.0.0.0", 68, "255.255.255.255", 67, dhcp(hardware, vendorClass));
  }

  public static Bytes dhcp(String hardware, String vendorClass) {
    return empty()
        .hex("01010600")
        .number(4, 0x1234)
        .zeros(20)
        .hex(hardware)
        .zeros(10 + 192)
        .hex("63825363")
        .hex("350101")
        .hex("370403060f2a")
        .hex("3c")
        .number(1, vendorClass.length())
        .text(vendorClass)
        .hex("0c06")
        .text("axis-1")
        .hex("3d0701")
        .hex(hardware)
        .hex("5a0b0101000000000000000b0b")
        .hex("ff")
        .bytes();
  }

  public static Bytes lldp() {
    Frames said = empty();
    part(said, 1, empty().hex("04").hex(SWITCH).bytes());
    part(said, 2, empty().hex("05").text("gi1/0/7").bytes());
    part(said, 3, empty().number(2, 120).bytes());
    part(said, 4, empty().text("floor 2 east").bytes());
    part(said, 5, empty().text("sw-2-east").bytes());
    part(said, 6, empty().text("Invented Switch OS 1.2").bytes());
    part(said, 7, empty().hex("00140004").bytes());
    part(said, 8, empty().hex("0501").address("192.0.2.2").hex("020000000100").bytes());
    part(said, 127, empty().hex("0080c201").number(2, 30).bytes());
    part(said, 127, empty().hex("0012bb0a").text("IS-24").bytes());
    part(said, 0, Bytes.EMPTY);
    return ethernet("0180c200000e", SWITCH, LinkFrame.LLDP, said.bytes());
  }

  private static void part(Frames said, int type, Bytes value) {
    said.number(2, type << 9 | value.length()).bytes(value);
  }

  public static Bytes cdp() {
    Bytes said =
        empty()
            .hex("02b40000")
            .hex("0001000d")
            .text("sw-3-west")
            .hex("0002001100000001")
            .hex("0101cc0004")
            .address("192.0.2.3")
            .hex("0003000b")
            .text("Gi1/0/9")
            .hex("00040008 00000028")
            .hex("0006000c")
            .text("WS-C2960")
            .hex("000a00060028")
            .bytes();
    Bytes payload = empty().hex(CdpMessage.HEADER).bytes(said).bytes();
    return ethernet("01000ccccccc", SWITCH, payload.length(), payload);
  }

  public static Bytes spanningTree() {
    Bytes payload =
        empty()
            .hex(BridgeMessage.HEADER)
            .hex("0000020200")
            .hex("8000")
            .hex("00005e005303")
            .number(4, 4)
            .hex("8000")
            .hex(SWITCH)
            .hex("8007")
            .hex("0000140002000f00")
            .bytes();
    return ethernet("0180c2000000", SWITCH, payload.length(), payload);
  }

  public static Bytes groupReport(String hardware, String from, String group) {
    return ethernet(
        "01005e000016",
        hardware,
        0x0800,
        ip4(
            from,
            "224.0.0.22",
            2,
            1,
            empty().hex("2200000000000001").hex("04000000").address(group).bytes()));
  }

  public static Bytes ssdpNotify() {
    return Bytes.utf8(
        "NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nNTS: ssdp:alive\r\n"
            + "SERVER: Linux/3.4.0-axis5, UPnP/1.0\r\nLOCATION: http://192.0.2.10/d.xml\r\n"
            + "USN: uuid:00000000-0000-1000-8000-00005e00530a\r\n\r\n");
  }

  public static Bytes mdnsAnswer() {
    return empty()
        .hex("000084000000000100000000")
        .hex("0b")
        .text("_axis-video")
        .hex("04")
        .text("_tcp")
        .hex("05")
        .text("local")
        .hex("00")
        .hex("000c0001 00000078 0011")
        .hex("0e")
        .text("AXIS P3343 - X")
        .hex("c00c")
        .bytes();
  }

  public static Bytes rtp(int sequence) {
    return empty()
        .hex("8060")
        .number(2, sequence)
        .number(4, 3000L * sequence)
        .hex("cafe0001")
        .text("a picture that nobody keeps")
        .bytes();
  }
}
