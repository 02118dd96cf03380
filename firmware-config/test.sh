#!/bin/sh
# Checks firmware-config without a Pi. Exit code 0: nothing is missing, nothing is unknown, nothing is malformed.
# What cannot be checked on this computer, for want of a tool or of root, is said.
set -eu
cd "$(dirname "$0")"
PATH=$PATH:/usr/sbin:/sbin
faults=0
fault() { echo "firmware-config: $*" >&2; faults=1; }
unchecked() { echo "firmware-config: NOT CHECKED, $*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for file in $(sed -n 's/^| `\([^`]*\)`.*/\1/p' README.md); do
  [ -s "$file" ] || fault "the README names $file, which is not there"
done
for file in $(find . -type f ! -name README.md ! -path './target/*' | sed 's#^\./##'); do
  grep -q "^| \`$file\`" README.md || fault "$file is there, and the README does not say what breaks without it"
done

units=usr/lib/systemd/system
for unit in "$units"/lenswacht-agent.service "$units"/lenswacht-filter.service; do
  for needed in NoNewPrivileges=yes ProtectSystem=strict User=lenswacht; do
    grep -q "^$needed" "$unit" || fault "$unit lacks $needed"
  done
done
if has systemd-analyze; then
  mkdir "$work/units"
  for unit in "$units"/* etc/systemd/system/*; do
    # The programs are there only where the package is.
    sed 's#/usr/\(lib/lenswacht/[^ ]*\|sbin/hwclock\)#/bin/true#' "$unit" >"$work/units/${unit##*/}"
  done
  said=$(SYSTEMD_UNIT_PATH="$work/units:" systemd-analyze verify --man=no "$work"/units/* 2>&1) ||
    fault "systemd does not accept the units: $said"
  [ -z "$said" ] || fault "systemd says of the units: $said"
  for unit in lenswacht-agent lenswacht-filter; do
    systemd-analyze security --offline=true --no-pager --threshold=20 "$units/$unit.service" >"$work/rating" 2>&1 ||
      fault "$unit.service is rated worse than 2.0: $(tail -n 1 "$work/rating")"
  done
else
  unchecked "the units: systemd-analyze is not here"
fi
if has nft && [ "$(id -u)" = 0 ]; then
  # Users that are not here yet have no number.
  sed -e 's/skuid "[a-z-]*"/skuid 65534/' etc/nftables.conf >"$work/frame.nft"
  unshare -n sh -c "ip link add eth0 type veth && nft -c -f '$work/frame.nft' && nft -c -f usr/lib/lenswacht/agent/closed.nft" ||
    fault "nft does not accept the rules"
else
  unchecked "the packet filter's rules: that takes nft and root"
fi
if has udevadm && udevadm verify --help >/dev/null 2>&1; then
  udevadm verify --resolve-names=never usr/lib/udev/rules.d/*.rules etc/udev/rules.d/*.rules laptop/usr/lib/udev/rules.d/*.rules >"$work/udev" 2>&1 ||
    fault "udev does not accept the rules: $(cat "$work/udev")"
elif has udevadm && [ "$(id -u)" = 0 ]; then
  # Before its version 254 udev only reads rules where they belong: shown to it there, in a mount namespace.
  mkdir -p "$work/rules" /run/udev
  cp usr/lib/udev/rules.d/*.rules etc/udev/rules.d/*.rules laptop/usr/lib/udev/rules.d/*.rules "$work/rules/"
  said=$(unshare -m sh -c "mount -t tmpfs none /run/udev && mkdir /run/udev/rules.d && cp '$work'/rules/* /run/udev/rules.d/ &&
    udevadm test --action=add --resolve-names=never /devices/virtual/net/lo" 2>&1 | grep -F lenswacht | grep -v -e 'Reading rules' -e 'Resolving group name is disabled' || true)
  [ -z "$said" ] || fault "udev says of the rules: $said"
else
  unchecked "the rules for udev: udevadm is not here"
fi
if has apparmor_parser; then
  apparmor_parser --skip-kernel-load --skip-cache etc/apparmor.d/lenswacht-agent >"$work/apparmor" 2>&1 ||
    fault "AppArmor does not accept the profile: $(cat "$work/apparmor")"
else
  unchecked "the profile: apparmor_parser is not here"
fi
scripts="usr/lib/lenswacht/agent/filter usr/lib/lenswacht/agent/start usr/lib/lenswacht/agent/first-boot image/build image/rpi-image-gen/image/card/pre-image.sh"
for script in $scripts; do
  sh -n "$script" || fault "$script is malformed"
  [ -x "$script" ] || fault "$script cannot be run"
done
for script in ../.package/package ../.package/try; do bash -n "$script" || fault "$script is malformed"; done
if has shellcheck; then
  # shellcheck disable=SC2086
  shellcheck --severity=warning $scripts test.sh filter-test.sh ../lenswacht ../.package/package ../.package/try ../.package/mirror \
    ../.package/lay-out ../.package/*/p[or]* || fault "a script is doubtful"
fi
for drawing in wiring/*.svg; do
  if has xmllint; then xmllint --noout "$drawing" || fault "$drawing is malformed"; fi
done
if [ "$(id -u)" = 0 ] && has nft && [ -f ../target/lenswacht/built ]; then
  ./filter-test.sh || fault "the packet filter does not keep to a mandate"
else
  unchecked "whether the packet filter keeps to a mandate: that takes root, nft and a build"
fi
[ "$faults" = 0 ] && echo "firmware-config: whole"
exit "$faults"
