package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lenswacht.observation.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What else stands on the network of an office: it is named, and never taken for a camera.
class NeighboursTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());

  private static ProductIdentity identify(Observable observable, String text) {
    return IDENTIFIER.identify(new HostForTests().says(observable, text).observations()).identity();
  }

  private static void isNamed(Observable observable, String text, String firm) {
    ProductIdentity identity = identify(observable, text);
    assertThat(identity.kind()).as(text).isEqualTo(AssetKind.OTHER);
    assertThat(identity.brand().or(identity::maker)).as(text).contains(firm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SNMP_DESCRIPTION | HP ETHERNET MULTI-ENVIRONMENT,ROM none,JETDIRECT,JD150 | HP",
        "SNMP_DESCRIPTION | Canon iR-ADV C5235 /P | Canon",
        "SNMP_DESCRIPTION | Lexmark CX725 version CXTAT.231 kernel 4.17 All-N-1 | Lexmark",
        "SNMP_DESCRIPTION | RICOH IM C3000 1.12 / RICOH Network Printer C model | Ricoh",
        "SNMP_DESCRIPTION | Xerox AltaLink C8035; SS 103.002 | Xerox",
        "HTTP_SERVER | debut/1.30 | Brother",
        "HTTP_SERVER | KM-MFP-http/V0.0.1 | Kyocera",
        "HTTP_SERVER | EPSON_Linux UPnP/1.0 Epson UPnP SDK/1.0 | Epson",
        "HTTP_TITLE | KONICA MINOLTA bizhub C250i | Konica Minolta",
        "HTTP_TITLE | Web Image Monitor | Ricoh",
        "HTTP_TITLE | TopAccess | Toshiba TEC",
        "BANNER | 220 SHARP MX-3050N Ver 01.05.00 FTP server. | Sharp",
        "BANNER | 220 ZBR-45001 Version 7.02 ready. | Zebra",
        "MDNS_NAME | usb_MFG=OKI | OKI",
        "DHCP_VENDOR_CLASS | Mfg=Lexmark;Typ=Printer;Mod=Lexmark MS521dn;Ser=0 | Lexmark",
        "TLS_SUBJECT | CN=BRN0A0B0C,O=Brother | Brother",
      })
  void a_printer_is_named(Observable observable, String text, String firm) {
    isNamed(observable, text, firm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIP_FIELD | agent=Yealink SIP-T54W 96.86.0.20 | Yealink",
        "SIP_FIELD | agent=snomD785/10.1.54.13 | Snom",
        "SIP_FIELD | agent=PolycomVVX-VVX_250-UA/6.3.1 | Polycom",
        "SIP_FIELD | agent=Grandstream GXP2140 1.0.9.127 | Grandstream",
        "SIP_FIELD | agent=N870 IP PRO/83.V2.39 | Gigaset",
        "SIP_FIELD | agent=Mitel-6920-SIP-Phone 05.01 | Mitel",
        "SIP_FIELD | agent=Avaya J179 IP Phone 4.0 | Avaya",
        "SIP_FIELD | agent=TANDBERG/529 (ce9.9.1.9b4c2b4a8f3) | Cisco",
        "DHCP_VENDOR_CLASS | Cisco Systems, Inc. IP Phone CP-7942G | Cisco",
        "DHCP_VENDOR_CLASS | ccp.avaya.com | Avaya",
        "CDP_PLATFORM | Cisco IP Phone 7965 | Cisco",
        "LLDP_DESCRIPTION | snom370-SIP 8.7.5 | Snom",
        "HTTP_TITLE | Polycom RealPresence Group 500 | Polycom",
      })
  void a_telephone_or_a_conference_system_is_named(
      Observable observable, String text, String firm) {
    isNamed(observable, text, firm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SNMP_DESCRIPTION | Cisco IOS Software, C3750E Software, Version 15.2 | Cisco",
        "SNMP_DESCRIPTION | Cisco Adaptive Security Appliance Version 9.8(4) | Cisco",
        "SNMP_DESCRIPTION | ProCurve J9280A Switch 2510G-48, revision Y.11.52 | HP",
        "SNMP_DESCRIPTION | Juniper Networks, Inc. ex3400-24p JUNOS 18.4R2 | Juniper",
        "SNMP_DESCRIPTION | Arista Networks EOS version 4.26.1F | Arista",
        "SNMP_DESCRIPTION | RouterOS RB4011iGS+ | MikroTik",
        "SNMP_DESCRIPTION | FortiGate-100F v7.0.6 | Fortinet",
        "LLDP_DESCRIPTION | GS724Tv4 ProSafe 24-port Gigabit Switch | Netgear",
        "LLDP_DESCRIPTION | Aruba JL320A 2930M-24G, revision WC.16.08 | Aruba",
        "CDP_PLATFORM | cisco WS-C3850-48P | Cisco",
        "HTTP_TITLE | Vigor Login Page | DrayTek",
        "HTTP_TITLE | FRITZ!Box 7530 | AVM",
        "HTTP_TITLE | gw - pfSense - Login | pfSense",
        "HTTP_TITLE | EdgeOS | Ubiquiti",
        "HTTP_REALM | NETGEAR WNDR3700 | Netgear",
        "BANNER | SSH-2.0-Cisco-2.0 | Cisco",
        "BANNER | SSH-2.0-ROSSSH | MikroTik",
        "BANNER | SSH-2.0-HUAWEI-1.5 | Huawei",
        "BANNER | EDR-G902 login: | Moxa",
        "DHCP_VENDOR_CLASS | ArubaInstantAP | Aruba",
        "DHCP_VENDOR_CLASS | Ruckus CPE | Ruckus",
        "TLS_SUBJECT | CN=OpenWrt,L=Unknown | OpenWrt",
        "SNMP_OBJECT | 1.3.6.1.4.1.12356.101.1.1001 | Fortinet",
        "SNMP_OBJECT | 1.3.6.1.4.1.11863.5.33 | TP-Link",
      })
  void a_part_of_the_network_is_named(Observable observable, String text, String firm) {
    ProductIdentity identity = identify(observable, text);
    assertThat(identity.kind().isVideo()).as(text).isFalse();
    assertThat(identity.brand().or(identity::maker)).as(text).contains(firm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP_TITLE | Synology DiskStation - office | Synology",
        "HTTP_LOCATION | /cgi-bin/QTS.cgi?count=12 | QNAP",
        "SNMP_DESCRIPTION | NetApp Release 9.7P8 | NetApp",
        "SNMP_OBJECT | 1.3.6.1.4.1.1139.1.1 | EMC",
        "TLS_SUBJECT | CN=idrac-AB12,O=Dell Inc. | Dell",
        "BANNER | SSH-2.0-mpSSH_0.2.1 | HP",
        "HTTP_TITLE | pve7 - Proxmox Virtual Environment | Proxmox",
        "SNMP_DESCRIPTION | VMware ESXi 8.0.1 build-21495797 | VMware",
        "TLS_SUBJECT | CN=AMI,OU=Service Processors,O=American Megatrends Inc. | American Megatrends",
        "SNMP_DESCRIPTION | Digi Connect SP Version 82001120 | Digi",
        "SNMP_DESCRIPTION | Lantronix UDS2100 V6.11 | Lantronix",
        "BANNER | *** Lantronix EDS4100 Device Server *** | Lantronix",
      })
  void storage_a_server_or_its_management_is_named(
      Observable observable, String text, String firm) {
    isNamed(observable, text, firm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSDP_SERVER | SHP, UPnP/1.0, Samsung UPnP SDK/1.0 | Samsung",
        "SSDP_SERVER | WebOS/4.1.0 UPnP/1.0 | LG",
        "DHCP_VENDOR_CLASS | BrightSign XD235 | BrightSign",
        "MDNS_NAME | md=Chromecast | Google",
        "TLS_ISSUER | CN=Chromecast ICA 10,OU=Cast,O=Google Inc | Google",
        "SSDP_TYPE | roku:ecp | Roku",
        "MDNS_NAME | Sonos-48A6B80A0B0C._sonos._tcp.local | Sonos",
        "HTTP_TITLE | ClickShare Configurator | Barco",
      })
  void a_screen_or_a_player_is_named(Observable observable, String text, String firm) {
    isNamed(observable, text, firm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP_TITLE | APC Network Management Card 2 | APC",
        "SNMP_DESCRIPTION | Eaton 9PX 3000i | Eaton",
        "HTTP_TITLE | Vertiv IntelliSlot Unity Card | Liebert",
        "SNMP_DESCRIPTION | Raritan Dominion PX - Firmware Version 010503 | Raritan",
        "HTTP_REALM | Sentry Smart CDU | ServerTech",
        "HTTP_TITLE | JACE 8000 Niagara Login | Tridium",
        "HTTP_TITLE | LINX-112 - LOYTEC | Loytec",
        "SNMP_OBJECT | 1.3.6.1.4.1.31314.1 | Priva",
        "HTTP_TITLE | SIMATIC S7-1500 station | Siemens",
        "HTTP_TITLE | Home - NetBox | S2",
        "SNMP_DESCRIPTION | LNL-2210 Intelligent Single Door Controller | Lenel",
        "TLS_SUBJECT | CN=MAC000FE501,O=Mercury Security Products | Mercury Security",
        "DHCP_VENDOR_CLASS | AXIS,Network Speaker,C1410,10.12.200 | Axis",
        "MDNS_NAME | AXIS A1601 - ACCC8E010203._http._tcp.local | Axis",
        "SSDP_SERVER | Hue/1.0 UPnP/1.0 IpBridge/1.60 | Philips",
        "MDNS_NAME | shellyplus1-0A0B0C0D0E0F._http._tcp.local | Shelly",
        "SNMP_DESCRIPTION | Meinberg LANTIME M400 V7.04 | Meinberg",
      })
  void power_and_the_building_are_named(Observable observable, String text, String firm) {
    isNamed(observable, text, firm);
  }

  @Test
  void a_projector_is_something_else_than_a_camera() {
    assertThat(identify(Observable.BANNER, "PJLINK 1 0a1b2c3d").kind()).isEqualTo(AssetKind.OTHER);
  }

  @Test
  void the_environment_monitor_and_the_camera_maker_share_a_name_and_are_told_apart() {
    ProductIdentity monitor = identify(Observable.SNMP_DESCRIPTION, "Room Alert 32E v4.4.0");
    assertThat(monitor.maker()).contains("AVTECH Software");
    assertThat(monitor.kind()).isEqualTo(AssetKind.OTHER);
    ProductIdentity monitorByNumber = identify(Observable.SNMP_OBJECT, "1.3.6.1.4.1.20916.1.9");
    assertThat(monitorByNumber.maker()).contains("AVTECH Software");
    ProductIdentity recorder = identify(Observable.HTTP_SERVER, "AV-TECH AV787 Video Web Server");
    assertThat(recorder.maker()).contains("AVTECH");
    assertThat(recorder.kind().isVideo()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SNMP_DESCRIPTION | Meraki MV72 Cloud Managed Camera | CAMERA",
        "CDP_PLATFORM | CIVS-IPC-3535 | CAMERA",
        "SIP_FIELD | agent=Grandstream GDS3712 1.0.11.2 | DOORBELL",
        "SIP_FIELD | agent=2N IP Style/2.41 | DOORBELL",
        "LLDP_DESCRIPTION | AXIS P3268-LVE Dome Camera 11.5.64 | CAMERA",
        "SNMP_DESCRIPTION | ; AXIS Q1615; Network Camera; 6.50.4; Mar 01 2019; 1; | CAMERA",
        "DHCP_VENDOR_CLASS | AXIS,Network Video Door Station,A8207-VE,1.84 | DOORBELL",
        "MDNS_NAME | hall._axis-video._tcp.local | CAMERA",
      })
  void what_takes_pictures_and_comes_from_makers_of_both_is_still_found(
      Observable observable, String text, AssetKind kind) {
    assertThat(identify(observable, text).kind()).isEqualTo(kind);
  }

  @Test
  void software_that_cameras_use_too_names_nobody() {
    for (String server : new String[] {"nginx/1.25.3", "lighttpd/1.4.69", "Apache/2.4.58"}) {
      assertThat(identify(Observable.HTTP_SERVER, server)).isEqualTo(ProductIdentity.UNDETERMINED);
    }
    assertThat(identify(Observable.HTTP_SERVER, "Microsoft-IIS/10.0").kind())
        .isEqualTo(AssetKind.OTHER);
  }

  @Test
  void what_a_request_for_an_address_asks_for_is_a_hint_and_no_more() {
    Identification printer =
        IDENTIFIER.identify(
            new HostForTests()
                .says(Observable.DHCP_PARAMETERS, "6,3,1,15,66,67,13,12,44")
                .observations());
    assertThat(printer.identity().maker()).contains("Brother");
    assertThat(printer.confidence()).isEqualTo(Confidence.HINT);
  }

  @Test
  void a_hardware_address_hints_at_the_firm_of_a_neighbour() {
    Identification host =
        IDENTIFIER.identify(new HostForTests().mac("00:00:48:01:02:03").observations());
    assertThat(host.identity().maker()).contains("Epson");
    assertThat(host.confidence()).isEqualTo(Confidence.HINT);
  }

  static Stream<Sample> examplesOfNeighbours() {
    return Sample.all().stream().filter(sample -> sample.fingerprint().contains("-nb-"));
  }

  @ParameterizedTest
  @MethodSource("examplesOfNeighbours")
  void no_example_of_a_neighbour_is_taken_for_a_camera(Sample sample) {
    ProductIdentity identity = identify(sample.observable(), sample.text());
    if (!sample.fingerprint().endsWith("-camera")) {
      assertThat(identity.kind().isVideo()).as(sample.text()).isFalse();
    }
  }
}
