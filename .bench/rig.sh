#!/usr/bin/env bash
# Two network namespaces with a line between them: the surveying side (lwb-near) and the answering side (lwb-far).
#   rig.sh up A HOSTS   every address of 10.66.0.0/16 answers or refuses
#   rig.sh up B HOSTS   only the addresses in the file HOSTS answer; 100 Mbit/s, 1 % loss each way (RATE, LOSS)
#   rig.sh up L HOSTS   the local segment: those hosts answer ARP there, nobody else does; nothing is lost
#   rig.sh down
set -euo pipefail
near=lwb-near far=lwb-far backlog=/run/lwb-backlog
down() {
  ip netns del $near 2>/dev/null || true
  ip netns del $far 2>/dev/null || true
  if [ -s $backlog ]; then
    sysctl -qw net.core.netdev_max_backlog="$(cat $backlog)"
    rm $backlog
  fi
}
down
[ "$1" = down ] && exit 0
rig=$2 hosts=$3

sysctl -n net.core.netdev_max_backlog >$backlog # as it was, for down
sysctl -qw net.core.netdev_max_backlog=20000 # a veth hands over through this queue; its default drops bursts that a real line would pace
ip netns add $near
ip netns add $far
ip link add lwb-n netns $near type veth peer name lwb-f netns $far
for side in $near:lwb-n $far:lwb-f; do
  ns=${side%%:*} nic=${side##*:}
  ip netns exec "$ns" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
  ip -n "$ns" link set lo up
  ip -n "$ns" link set "$nic" up txqueuelen 10000
done
ip netns exec $far sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.ip_forward=0 net.ipv4.icmp_ratelimit=0 \
  net.core.somaxconn=4096 net.ipv4.tcp_max_syn_backlog=8192 net.ipv4.tcp_challenge_ack_limit=100000
ip -n $near addr add 10.65.0.1/29 dev lwb-n
ip -n $far addr add 10.65.0.2/29 dev lwb-f
ip -n $near route add 10.66.0.0/16 via 10.65.0.2
# some contenders bring their own address, and answer no ARP for it
ip -n $far neigh replace 10.65.0.3 lladdr "$(ip netns exec $near cat /sys/class/net/lwb-n/address)" dev lwb-f

case $rig in
  A) ip -n $far route add local 10.66.0.0/16 dev lo ;;
  B)
    cut -d' ' -f1 "$hosts" | sort -u | sed 's|.*|route add local & dev lo|' | ip -n $far -batch -
    ip -n $far route add blackhole 10.66.0.0/16
    drop=$((${LOSS:-1} * 10))
    for side in $near:lwb-n $far:lwb-f; do
      ns=${side%%:*} nic=${side##*:}
      ip netns exec "$ns" nft add table inet loss
      ip netns exec "$ns" nft 'add chain inet loss in { type filter hook prerouting priority -400; policy accept; }'
      ip netns exec "$ns" nft "add rule inet loss in iifname $nic numgen random mod 1000 < $drop drop"
      # overhead and mpu: what the smallest frame costs on a real line, 84 octets
      ip netns exec "$ns" tc qdisc add dev "$nic" root stab overhead 24 mpu 84 linklayer ethernet \
        tbf rate "${RATE:-100mbit}" burst 16k limit 400k
    done
    ;;
  L)
    ip -n $near route del 10.66.0.0/16
    ip -n $near addr add 10.67.255.254/15 dev lwb-n
    ip -n $far addr add 10.67.255.253/15 dev lwb-f
    cut -d' ' -f1 "$hosts" | sort -u | sed 's|.*|route add local & dev lo|' | ip -n $far -batch -
    ;;
  *) echo "rig.sh: there is no rig '$rig'" >&2; exit 2 ;;
esac
