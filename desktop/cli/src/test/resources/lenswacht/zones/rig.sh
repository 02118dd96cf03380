#!/bin/sh
# A building of two zones in network namespaces: cameras 10.30.1.0/27 and office 10.30.2.0/27, a switch
# for each, and a router between them that lets everything through or nothing.
#
#   rig.sh up NAME filter|open one|two   two: the recorder has a second leg in the office
#   rig.sh plug NAME cameras|office      moves the kit
#   rig.sh down NAME
set -eu
verb=$1 name=$2
ns() { echo "$name-$1"; }
in_ns() { where=$1; shift; ip netns exec "$(ns "$where")" "$@"; }

# A leg of a house in a zone: house, interface, zone, address.
leg() {
  ip -n "$(ns "$3")" link add "$1-$2" type veth peer name "$2" netns "$(ns "$1")"
  ip -n "$(ns "$3")" link set "$1-$2" master floor up
  ip -n "$(ns "$1")" address add "$4" dev "$2"
  ip -n "$(ns "$1")" link set "$2" up
}

case $verb in
  up)
    for house in cameras office router kit camera recorder printer; do
      ip netns add "$(ns $house)"
      ip -n "$(ns $house)" link set lo up
      in_ns $house sh -c 'echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6'
    done
    for zone in cameras office; do
      ip -n "$(ns $zone)" link add floor type bridge
      ip -n "$(ns $zone)" link set floor up
    done
    leg router eth1 cameras 10.30.1.1/27
    leg router eth2 office 10.30.2.1/27
    leg camera eth0 cameras 10.30.1.9/27
    leg recorder eth0 cameras 10.30.1.17/27
    leg printer eth0 office 10.30.2.9/27
    [ "$4" = one ] || leg recorder eth1 office 10.30.2.17/27
    for house in camera recorder; do
      ip -n "$(ns $house)" route add default via 10.30.1.1
    done
    ip -n "$(ns printer)" route add default via 10.30.2.1
    in_ns router sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
    if [ "$3" = filter ]; then
      in_ns router nft -f - <<'RULES'
table inet zones {
  chain forward {
    type filter hook forward priority 0; policy drop;
  }
}
RULES
    fi
    ;;
  plug)
    case $3 in cameras) own=10.30.1.5 router=10.30.1.1 ;; office) own=10.30.2.5 router=10.30.2.1 ;; esac
    ip -n "$(ns kit)" link del eth0 2>/dev/null || true
    leg kit eth0 "$3" "$own/27"
    ip -n "$(ns kit)" route add default via "$router"
    ;;
  down)
    for house in cameras office router kit camera recorder printer; do
      for left in $(ip netns pids "$(ns $house)" 2>/dev/null); do kill -9 "$left" 2>/dev/null || true; done
      ip netns del "$(ns $house)" 2>/dev/null || true
    done
    ;;
esac
