#!/bin/sh
# Checks firmware-config without a Pi. Exit code 0: nothing is missing, nothing is unknown, nothing is malformed.
set -eu
cd "$(dirname "$0")"
faults=0
fault() { echo "firmware-config: $*" >&2; faults=1; }

for file in $(sed -n 's/^| `\([^`]*\)`.*/\1/p' README.md); do
  [ -s "$file" ] || fault "the README names $file, which is not there"
done
for file in $(find boot etc -type f); do
  grep -q "^| \`$file\`" README.md || fault "$file is there, and the README does not say what breaks without it"
done
for unit in etc/systemd/system/*.service; do
  for needed in NoNewPrivileges=yes ProtectSystem=strict CapabilityBoundingSet= User=lenswacht; do
    grep -q "^$needed" "$unit" || fault "$unit lacks $needed"
  done
  if grep -q '^User=root' "$unit"; then fault "$unit runs as root"; fi
done
if command -v nft >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && id lenswacht >/dev/null 2>&1; then
  nft -c -f etc/nftables.conf || fault "etc/nftables.conf is malformed"
fi
[ "$faults" = 0 ] && echo "firmware-config: whole"
exit "$faults"
