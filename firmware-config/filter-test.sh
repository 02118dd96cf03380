#!/usr/bin/env bash
# Sends packets in and out of a mandate, as the agent's user and past the agent, and looks at what arrives on the other
# side of the cable. Needs root: two network namespaces stand for the box and the building, and nothing leaves them.
set -euo pipefail
cd "$(dirname "$0")"
export PATH=$PATH:/usr/sbin:/sbin
if [ "${1:-}" != inside ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  unshare -n -m --propagation private bash "$0" inside "$work"
  exit
fi
work=$2
repo=$(cd .. && pwd)
user=65534
faults=0
fault() { echo "packet filter: $*" >&2; faults=1; }

export LENSWACHT_HOME=$work/keys LENSWACHT_DOOR=eth0 LENSWACHT_FOLDER=$work/run LENSWACHT_HOME_FOLDER=$work/home
export LENSWACHT_AGENT="$repo/lenswacht agent"
mkdir -p "$work/run" "$work/home"
# The box and its door; the building is a namespace of its own, held by a process of its own.
ip link set lo up
unshare -n sleep 1200 &
building=$!
trap 'kill $building' EXIT
until [ "$(readlink /proc/$building/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.1; done
in_building() { nsenter -t $building -n "$@"; }
ip link add eth0 type veth peer name wall netns $building
ip address add 10.20.30.2/16 dev eth0
for host in 7 8 9; do ip neighbour add 10.20.30.$host lladdr 02:00:00:00:00:01 dev eth0; done
ip neighbour add 10.20.40.7 lladdr 02:00:00:00:00:01 dev eth0
in_building ip link set wall address 02:00:00:00:00:01 up
in_building nft -f - <<'R'
table netdev seen {
  chain wall {
    type filter hook ingress device "wall" priority 0;
    ip daddr 10.20.30.7 udp dport 80 counter comment "host in the mandate"
    ip daddr 10.20.30.7 udp dport 23 counter comment "port that is never opened"
    ip daddr 10.20.30.9 counter comment "host that is taken out"
    ip daddr 10.20.40.7 counter comment "host outside"
    ip daddr 239.255.255.250 counter comment "group of a search"
    ip daddr 239.1.2.3 counter comment "other group"
    udp dport 67 counter comment "packet of its own making"
    arp daddr ip 10.20.40.9 counter comment "asking for hosts outside"
    counter comment "anything"
  }
}
R
arrived() { in_building nft list table netdev seen | sed -n "s/.*counter packets \([0-9]*\) .*comment \"$1\".*/\1/p"; }
forget() { in_building nft reset counters >/dev/null 2>&1 || in_building nft reset rules >/dev/null 2>&1; }
send() { setpriv --reuid $user --regid $user --clear-groups bash -c "echo hello >/dev/udp/$1/$2" 2>/dev/null || true; }
send_all() {
  send 10.20.30.7 80
  send 10.20.30.7 23
  send 10.20.30.9 80
  send 10.20.40.7 80
  send 239.255.255.250 3702
  send 239.1.2.3 3702
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    ip neighbour flush to 10.20.40.9 dev eth0
    send 10.20.40.9 80
  done
  # A program that builds its packets by itself and hands them to the card.
  timeout 3 udhcpc -i eth0 -n -q -t 1 -T 1 -s /bin/true >/dev/null 2>&1 || true
}
expect() { # what, least, most
  local count
  count=$(arrived "$1")
  if [ "${count:-0}" -lt "$2" ] || [ "${count:-0}" -gt "$3" ]; then fault "$4: $1: $count arrived, $2 to $3 should"; fi
}

mandate() { # file, further options
  local file=$1
  shift
  "$repo/lenswacht" mandate new --site "Filter" --range 10.20.30.0/24 --exclude 10.20.30.9/32 "$@" --out "$file" >/dev/null 2>&1
}
key_of() { printf '%b' "$(sed -n 's/^key //p' "$1" | sed 's/../\\x&/g')" | base64 -w0; }
hand_over() { cp "$1" "$work/run/mandate"; usr/lib/lenswacht/agent/filter; }

usr/lib/lenswacht/agent/filter >/dev/null
ip link set eth0 up # somebody else switches the card on
send_all
expect anything 0 0 "without a mandate"

mandate "$work/good" --until "$(date -u -d '+2 days' +%F)"
printf '[{"key":"%s","name":"console","since":"2026-01-01T00:00:00Z"}]' "$(key_of "$work/good")" >"$work/home/peers.json"
chmod 600 "$work/home/peers.json"
sed 's/10.20.30.0/10.20.40.0/' "$work/good" >"$work/altered"
hand_over "$work/altered" >/dev/null 2>&1
[ ! -e "$work/run/open" ] || fault "an altered mandate opened the door"
ip link set eth0 up
send_all
expect anything 0 0 "with an altered mandate"

ip link set eth0 down # what still waits for a neighbour is forgotten
hand_over "$work/good" >/dev/null
[ "$(cat "$work/run/open")" = "$(sha256sum <"$work/good" | cut -d' ' -f1)" ] || fault "the filter does not say which mandate it holds"
ip neighbour replace 10.20.30.7 lladdr 02:00:00:00:00:01 dev eth0
ip neighbour replace 10.20.30.9 lladdr 02:00:00:00:00:01 dev eth0
ip neighbour replace 10.20.40.7 lladdr 02:00:00:00:00:01 dev eth0
ip route add 239.0.0.0/8 dev eth0
forget
send_all
expect "host in the mandate" 1 1 "with a mandate"
expect "port that is never opened" 0 0 "with a mandate"
expect "host that is taken out" 0 0 "with a mandate"
expect "host outside" 0 0 "with a mandate"
expect "group of a search" 1 1 "with a mandate"
expect "other group" 0 0 "with a mandate"
expect "packet of its own making" 1 9 "with a mandate"
expect "asking for hosts outside" 0 8 "with a mandate"

rm "$work/run/mandate"
usr/lib/lenswacht/agent/filter >/dev/null
[ ! -e "$work/run/open" ] || fault "the filter still says that the door is open"
ip link set eth0 up
in_building nft delete table netdev seen
in_building nft -f - <<'R'
table netdev seen {
  chain wall {
    type filter hook ingress device "wall" priority 0;
    counter comment "anything"
  }
}
R
send_all
expect anything 0 0 "after the mandate was taken away"
[ "$faults" = 0 ] && echo "packet filter: keeps to the mandate"
exit "$faults"
