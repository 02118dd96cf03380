#!/bin/sh
# Called by rpi-image-gen with the root file system and the folder that the layout goes to.
set -eu
# shellcheck disable=SC2154 # what begins with IGconf is set by the tool
sed -e "s|<IMAGE_DIR>|$IGconf_image_outputdir|g" -e "s|<IMAGE_NAME>|$IGconf_image_name|g" \
  -e "s|<IMAGE_SUFFIX>|$IGconf_image_suffix|g" genimage.cfg.in >"$2/genimage.cfg"
