#!/bin/sh
# Installs what the tests need beside the Python packages: Chromium, fonts, gettext, Node, Java and Maven, PostgreSQL, the
# validators, and for the kiosk a compositor, Chromium in Romanian and what checks scripts and units.
# By apt when this user may; else it names what is missing.
set -eu
cd "$(dirname "$0")/.."
mkdir -p var

missing=""
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need chromium chromium
need xgettext gettext
need java default-jre-headless
need mvn maven
need unzip unzip
need node nodejs
need npm npm
need cage cage
need Xwayland xwayland
need wayland-info wayland-utils
need socat socat
need shellcheck shellcheck
need systemd-analyze systemd
need openssl openssl
[ -e /usr/lib/chromium/locales/ro.pak ] || missing="$missing chromium-l10n"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
fc-list 2>/dev/null | grep -qi "noto" || missing="$missing fonts-noto-core fonts-dejavu-core fontconfig"

if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing by apt:$missing"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >var/apt.log 2>&1 \
      || { tail -20 var/apt.log; exit 1; }
  else
    echo "The tests need these Debian packages, and only root may install them:$missing"
    echo "Run: apt-get install --no-install-recommends$missing"
    exit 1
  fi
fi

if [ ! -e node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
  echo "Installing the validators by npm"
  npm ci --silent --no-fund --no-audit
  touch node_modules/.installed
fi
