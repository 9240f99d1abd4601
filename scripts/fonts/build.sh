#!/bin/sh
# Rebuilds templates/shared/fonts/ from Debian 12 packages: sh scripts/fonts/build.sh [WORK_FOLDER]
# Needs apt-get, dpkg-deb and /usr/bin/python3 (3.11); installs nothing. Same packages, same bytes out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$(cd "$here/../.." && pwd)/templates/shared/fonts
work=${1:-$(mktemp -d)}
mkdir -p "$work" "$out/licences"
cd "$work"
apt-get download \
  fonts-lxgw-wenkai=1.250+repack-1 \
  texlive-lang-chinese=2022.20230122-1 \
  fonts-hanazono=20170904-2.1 \
  fonts-noto-cjk=1:20220127+repack1-1 \
  unicode-data=15.0.0-1 \
  python3-fonttools=4.38.0-1+deb12u1
sha256sum -c "$here/packages.sha256"
for package in ./*.deb; do dpkg-deb -x "$package" unpacked; done

PYTHONPATH="$work/unpacked/usr/lib/python3/dist-packages" /usr/bin/python3 "$here/derive.py" "$work/unpacked/usr" "$out"

share=unpacked/usr/share
cp "$share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf" "$out/"
cp "$share/doc/fonts-lxgw-wenkai/copyright" "$out/licences/LXGWWenKai.txt"
cp "$share/doc/fonts-noto-cjk/copyright" "$out/licences/NotoCJK.txt"
cp "$share/doc/fonts-hanazono/copyright" "$out/licences/Hanazono.txt"
zcat "$share/doc/texlive-doc/fonts/fandol/COPYING.gz" > "$out/licences/Fandol-COPYING.txt"
cp "$share/doc/texlive-doc/fonts/fandol/README" "$out/licences/Fandol-README.txt"
chmod 644 "$out"/*.ttf "$out"/licences/*
(cd "$out" && sha256sum ./*.ttf)
