package lenswacht.agent;

/// The settings of the town's daemons.
final class TownFiles {
  /// One address for the one guest; it stays the same from lease to lease.
  static final String DNSMASQ =
      """
      no-resolv
      no-hosts
      no-ping
      domain=town.example
      interface=eth0
      bind-interfaces
      dhcp-authoritative
      dhcp-range=10.10.0.28,10.10.0.28,2m
      """;

  /// Ends with the path of minissdpd's socket.
  static final String MINIUPNPD =
      """
      ext_ifname=wan
      ext_ip=8.8.4.4
      listening_ip=eth0
      http_port=5555
      enable_upnp=yes
      enable_natpmp=no
      uuid=5f0c3b38-0a7c-4d07-9a55-2f2d1f6c9a01
      friendly_name=Town gateway
      manufacturer_name=Town Works
      model_name=Town Router
      minissdpdsocket=""";

  /// Loses one packet in a hundred towards the yard and one in a hundred back, and counts what
  /// crosses from the staff to the neighbours.
  static final String ROUTER_RULES =
      """
      table inet town {
        counter loss { }
        counter crossing { }
        chain through {
          type filter hook forward priority 0; policy accept;
          iifname "eth2" numgen random mod 100 < 1 counter name loss drop
          oifname "eth2" numgen random mod 100 < 1 counter name loss drop
          iifname "eth0" oifname "eth1" counter name crossing
        }
      }
      """;

  static final String COUNT_SNMP =
      """
      table inet town {
        counter snmp { }
        chain in {
          type filter hook input priority 0; policy accept;
          udp dport 161 counter name snmp
        }
      }
      """;

  static final String AVAHI =
      """
      [server]
      host-name=copier
      domain-name=local
      use-ipv4=yes
      use-ipv6=no
      enable-dbus=no
      allow-interfaces=eth0
      [publish]
      publish-workstation=no
      publish-hinfo=no
      """;

  static final String COPIER_SERVICES =
      """
      <?xml version="1.0" standalone='no'?>
      <!DOCTYPE service-group SYSTEM "avahi-service.dtd">
      <service-group>
        <name>Copier on the second floor</name>
        <service>
          <type>_ipp._tcp</type>
          <port>631</port>
          <txt-record>ty=Town Works Copier 9</txt-record>
        </service>
        <service>
          <type>_http._tcp</type>
          <port>80</port>
        </service>
      </service-group>
      """;

  static final String SNMPD =
      """
      agentAddress udp:161
      rocommunity town-reads
      sysName stacks
      sysDescr Town Works file server
      """;

  /// What udhcpc calls: takes the address it was given.
  static final String GUEST_BOUND =
      """
      #!/bin/sh
      [ "$1" != bound ] || ip address replace "$ip/27" dev "$interface"
      """;

  private TownFiles() {}

  static String nginx(String folder, String address, String title) {
    return """
        daemon off;
        worker_processes 1;
        error_log stderr;
        pid FOLDER/nginx.pid;
        events { worker_connections 64; }
        http {
          access_log FOLDER/access.log;
          client_body_temp_path FOLDER/body;
          proxy_temp_path FOLDER/proxy;
          fastcgi_temp_path FOLDER/fastcgi;
          uwsgi_temp_path FOLDER/uwsgi;
          scgi_temp_path FOLDER/scgi;
          server {
            listen ADDRESS:80;
            location / {
              default_type text/html;
              return 200 "<html><head><title>TITLE</title></head><body>Welcome</body></html>";
            }
          }
        }
        """
        .replace("FOLDER", folder)
        .replace("ADDRESS", address)
        .replace("TITLE", title);
  }
}
