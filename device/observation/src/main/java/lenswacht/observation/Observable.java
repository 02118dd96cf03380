package lenswacht.observation;

/// What a text was read from. Fingerprint catalogues are kept one file per value.
public enum Observable {
  /// The `Server` header of an HTTP reply.
  HTTP_SERVER,
  /// The `title` element of a page.
  HTTP_TITLE,
  /// The realm of a `WWW-Authenticate` header.
  HTTP_REALM,
  /// The body of a page, at most 64 KiB of text.
  HTTP_BODY,
  /// The target of a redirect, as sent.
  HTTP_LOCATION,
  /// Any other header, as `Name: value`.
  HTTP_HEADER,
  /// The status of a fixed path, as `GET /path 401`.
  HTTP_STATUS,
  /// Shodan-style MurmurHash3 of the favicon, signed decimal.
  FAVICON_MURMUR3,
  /// MD5 of the favicon, 32 hex digits.
  FAVICON_MD5,
  /// Subject of the certificate, RFC 2253.
  TLS_SUBJECT,
  /// Issuer of the certificate, RFC 2253.
  TLS_ISSUER,
  /// SHA-256 of the certificate, 64 hex digits.
  TLS_FINGERPRINT,
  /// The `Server` header of an RTSP reply.
  RTSP_SERVER,
  /// The realm of an RTSP `WWW-Authenticate` header.
  RTSP_REALM,
  /// A session description's `a=tool`, `s=` or maker attribute, as `tool=...`; the number of its
  /// video tracks where there are several, as `video=4`.
  RTSP_SDP,
  /// The methods an RTSP server announces.
  RTSP_PUBLIC,
  /// One ONVIF scope URI, percent-decoded.
  ONVIF_SCOPE,
  /// A WS-Discovery type, local name.
  ONVIF_TYPE,
  /// A service address that a device announces.
  ONVIF_XADDR,
  /// The name that a WS-Discovery endpoint gives itself, for example `urn:uuid:...`.
  ONVIF_ENDPOINT,
  /// Manufacturer of GetDeviceInformation.
  ONVIF_MANUFACTURER,
  /// Model of GetDeviceInformation.
  ONVIF_MODEL,
  /// FirmwareVersion of GetDeviceInformation.
  ONVIF_FIRMWARE,
  /// Namespace of a service that GetServices lists.
  ONVIF_SERVICE,
  /// Another named value of ONVIF's device service, as `name=value`.
  ONVIF_FIELD,
  /// DeviceDescription of SADP: the model.
  SADP_MODEL,
  /// SoftwareVersion of SADP, firmware and build.
  SADP_FIRMWARE,
  /// DeviceSN of SADP.
  SADP_SERIAL,
  /// OEMInfo of SADP.
  SADP_OEM,
  /// Another named SADP field, as `Name=value`.
  SADP_FIELD,
  /// DeviceType of DHIP: the model.
  DHIP_MODEL,
  /// Version of DHIP: the firmware.
  DHIP_FIRMWARE,
  /// SerialNo of DHIP, or of the realm greeting on port 37777.
  DHIP_SERIAL,
  /// Vendor of DHIP.
  DHIP_VENDOR,
  /// DeviceClass of DHIP.
  DHIP_CLASS,
  /// Another named DHIP field, as `Name=value`.
  DHIP_FIELD,
  /// The SERVER header of an SSDP reply.
  SSDP_SERVER,
  /// The ST or USN header of an SSDP reply.
  SSDP_TYPE,
  /// The LOCATION header of an SSDP reply.
  SSDP_LOCATION,
  /// `manufacturer` of a UPnP description.
  UPNP_MANUFACTURER,
  /// `modelName` of a UPnP description.
  UPNP_MODEL,
  /// `modelNumber` of a UPnP description.
  UPNP_MODEL_NUMBER,
  /// `friendlyName` of a UPnP description.
  UPNP_NAME,
  /// `deviceType` of a UPnP description.
  UPNP_TYPE,
  /// `serialNumber` of a UPnP description.
  UPNP_SERIAL,
  /// An mDNS name or TXT string.
  MDNS_NAME,
  /// A service that mDNS announces and where it is, as `instance host:port`.
  MDNS_SERVICE,
  /// An address that mDNS gives to a name, as `name address`.
  MDNS_ADDRESS,
  /// A field of the TP-Link discovery reply, as `name=value`.
  TDP_FIELD,
  /// A field of another vendor's discovery reply, as `protocol.name=value`.
  VENDOR_FIELD,
  /// The first bytes that a service sends by itself, printable text.
  BANNER,
  /// The first bytes that a service sends by itself, hex.
  BANNER_HEX,
  /// A field of a vendor's read-only description over HTTP, as `name=value`.
  HTTP_FIELD,
  /// The vendor class of a DHCP request (option 60).
  DHCP_VENDOR_CLASS,
  /// What a DHCP request asks for (option 55), numbers in order, as `1,3,6,12`.
  DHCP_PARAMETERS,
  /// The host name in a DHCP request (option 12).
  DHCP_HOSTNAME,
  /// The client identifier of a DHCP request (option 61), hex.
  DHCP_CLIENT,
  /// The system name of an LLDP announcement.
  LLDP_NAME,
  /// The system description of an LLDP announcement.
  LLDP_DESCRIPTION,
  /// Another named part of an LLDP announcement, as `name=value`.
  LLDP_FIELD,
  /// The name that a CDP announcement begins with.
  CDP_NAME,
  /// The platform of a CDP announcement.
  CDP_PLATFORM,
  /// The software version of a CDP announcement.
  CDP_SOFTWARE,
  /// Another named part of a CDP announcement, as `name=value`.
  CDP_FIELD,
  /// A multicast group that the host joined (IGMP, MLD).
  GROUP_JOINED,
  /// A multicast stream of the host, as `group:port payload=N ssrc=hex`.
  RTP_STREAM,
  /// The number of the VLAN whose tag the host's frames carried.
  VLAN,
  /// What the host does for its neighbours, as it says itself: `router`.
  NEIGHBOUR_ROLE,
  /// sysDescr of SNMP: what the system is, in words.
  SNMP_DESCRIPTION,
  /// sysObjectID of SNMP: the maker's number for the product, as `1.3.6.1.4.1.368.4`.
  SNMP_OBJECT,
  /// sysName of SNMP.
  SNMP_NAME,
  /// Another named SNMP value, as `name=value`.
  SNMP_FIELD,
  /// Where the host registers itself by SIP, as `address:port/udp`.
  SIP_SERVER,
  /// Another part of a SIP registration, as `name=value`.
  SIP_FIELD
}
