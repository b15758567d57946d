#!/bin/sh
# Turns a bare Debian 12 into a kiosk of the portal. Run it again at any time: it changes only what differs.
# The tree files/ mirrors the device; @KIOSK_HOST@, @KIOSK_NAME@, @KIOSK_PORT@ and @LANG@ are filled in.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
PACKAGES="chromium chromium-l10n chromium-sandbox cage xwayland wayland-utils socat dbus libpam-systemd
  fonts-noto-core fonts-dejavu-core speech-dispatcher speech-dispatcher-espeak-ng speech-dispatcher-audio-plugins
  libspeechd2 espeak-ng-data alsa-utils ca-certificates unattended-upgrades systemd-timesyncd"
LANGUAGES="ro ru nl en"
UNITS=etc/systemd/system

host="" lang=ro root="" dry_run=no changed="" work=""

usage() {
  cat <<'TEXT'
Usage: provision.sh --host KIOSK_HOST [--lang LANGUAGE] [--root DIR] [--dry-run]

  --host KIOSK_HOST  name of the kiosk's own host, with a port if it is not 443: kiosk.example.md
  --lang LANGUAGE    language of the start: ro (default), ru, nl, en
  --root DIR         write the files below DIR and do nothing else: no packages, no user, no restart
  --dry-run          say what would change, and change nothing
TEXT
}

fail() {
  echo "provision.sh: $1" >&2
  exit "${2:-2}"
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --host | --lang | --root)
        case ${2:---} in --*) fail "$1 needs a value" ;; esac
        set_option "$1" "$2"
        shift 2
        ;;
      --dry-run) dry_run=yes && shift ;;
      -h | --help) usage && exit 0 ;;
      *) fail "unknown argument: $1 (--help lists all)" ;;
    esac
  done
}

set_option() {
  case $1 in
    --host) check_host "$2" && host=$2 ;;
    --lang) check_language "$2" && lang=$2 ;;
    --root) check_root "$2" && root=$(cd "$2" && pwd) ;;
  esac
}

check_host() {
  case $1 in
    *://* | */*) fail "--host takes a host name without scheme and path, not: $1" ;;
    *[!a-z0-9.:-]*) fail "--host takes small letters, digits, dots and hyphens (other letters as xn--...), not: $1" ;;
  esac
  label='[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
  [ ${#1} -le 253 ] || fail "--host is longer than 253 characters"
  echo "$1" | grep -Eqx "($label\.)+[a-z]([a-z0-9-]*[a-z0-9])?(:[1-9][0-9]{0,4})?" || fail "--host is not a full host name: $1"
  case $1 in *:*) [ "${1##*:}" -le 65535 ] || fail "--host has a port above 65535: $1" ;; esac
}

check_language() {
  for known in $LANGUAGES; do [ "$known" != "$1" ] || return 0; done
  fail "--lang is one of $LANGUAGES, not: $1"
}

check_root() {
  [ -d "$1" ] || fail "--root is not a folder: $1"
  [ "$(cd "$1" && pwd)" != / ] || fail "--root / would write here; leave --root out to provision this device"
}

check_system() {
  [ -z "$root" ] || return 0
  # shellcheck disable=SC1091  # of the device
  (. /etc/os-release && [ "$ID $VERSION_ID" = "debian 12" ]) || fail "this device does not run Debian 12" 1
  [ "$dry_run" = yes ] || [ "$(id -u)" = 0 ] || fail "run this as root, or with --dry-run or --root DIR" 1
}

missing_packages() {
  for package in $PACKAGES; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || printf ' %s' "$package"
  done
}

install_packages() {
  missing=$(missing_packages)
  [ -n "$missing" ] || { echo "unchanged packages" && return 0; }
  [ "$dry_run" = no ] || { echo "would install packages:$missing" && return 0; }
  echo "installing packages:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # one word per package
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } >"$work/apt.log" 2>&1 \
    || { tail -n 20 "$work/apt.log" >&2 && fail "apt could not install the packages (its last lines are above)" 1; }
}

# report NEW_OR_CHANGED PATH: says what happens to a path, and remembers it.
report() {
  changed="$changed $2"
  case $dry_run-$1 in
    yes-created) echo "would create /$2" ;;
    yes-changed) echo "would change /$2" ;;
    *) echo "$1 /$2" ;;
  esac
}

mode_of() {
  case $1 in
    usr/local/*) echo 755 ;;
    *) echo 644 ;;
  esac
}

fill_in() {
  case $host in *:*) port=${host##*:} ;; *) port=443 ;; esac
  sed -e "s|@KIOSK_HOST@|$host|g" -e "s|@KIOSK_NAME@|${host%:*}|g" -e "s|@KIOSK_PORT@|$port|g" -e "s|@LANG@|$lang|g" "$1"
}

# A file is written beside its place and moved there, so that a power cut leaves the old one or the new one.
place_file() {
  target=$root/$1 mode=$(mode_of "$1")
  fill_in "$HERE/files/$1" >"$work/new"
  if [ ! -e "$target" ]; then
    report created "$1"
  elif ! cmp -s "$work/new" "$target" || [ "$(stat -c %a "$target")" != "$mode" ]; then
    report changed "$1"
  else
    echo "unchanged /$1"
    return 0
  fi
  [ "$dry_run" = no ] || return 0
  mkdir -p "$(dirname "$target")"
  install -m "$mode" "$work/new" "$target.new"
  mv -f "$target.new" "$target"
}

# place_link PATH TARGET
place_link() {
  now=$(readlink "$root/$1" || true)
  if [ "$now" = "$2" ]; then
    echo "unchanged /$1"
    return 0
  fi
  if [ -z "$now" ]; then report created "$1"; else report changed "$1"; fi
  [ "$dry_run" = no ] || return 0
  mkdir -p "$(dirname "$root/$1")"
  ln -sfn "$2" "$root/$1"
}

place_files() {
  (cd "$HERE/files" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) >"$work/list"
  while read -r path; do place_file "$path"; done <"$work/list"
}

# The same links that `systemctl enable`, `mask` and `set-default` make, so that --root shows them too.
place_links() {
  place_link $UNITS/default.target /lib/systemd/system/graphical.target
  place_link $UNITS/graphical.target.wants/kiosk.service "/$UNITS/kiosk.service"
  place_link $UNITS/timers.target.wants/kiosk-watchdog.timer "/$UNITS/kiosk-watchdog.timer"
  place_link $UNITS/timers.target.wants/kiosk-nightly.timer "/$UNITS/kiosk-nightly.timer"
  place_link $UNITS/getty@tty1.service /dev/null
  place_link $UNITS/ctrl-alt-del.target /dev/null
}

touched() {
  case "$changed " in
    *" $1"*) return 0 ;;
    *) return 1 ;;
  esac
}

running() { [ -d /run/systemd/system ]; }

make_user() {
  systemd-sysusers /etc/sysusers.d/kiosk.conf
  systemd-tmpfiles --create /etc/tmpfiles.d/kiosk.conf
}

apply_changes() {
  [ -n "$changed" ] || { echo "Nothing to do." && return 0; }
  ! touched etc/default/grub.d/ || ! command -v update-grub >/dev/null || update-grub >"$work/grub.log" 2>&1 \
    || fail "update-grub failed: $(tail -n 3 "$work/grub.log")" 1
  if running; then
    systemctl daemon-reload
    if touched $UNITS/kiosk.service || touched etc/chromium/; then systemctl try-restart kiosk.service; fi
  fi
  echo "Done. Restart the device to take everything into use: systemctl reboot"
}

main() {
  read_arguments "$@"
  [ -n "$host" ] || fail "--host is missing (--help lists all)"
  check_system
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  [ -n "$root" ] || install_packages
  place_files
  place_links
  [ -z "$root" ] && [ "$dry_run" = no ] || return 0
  make_user
  apply_changes
}

main "$@"
