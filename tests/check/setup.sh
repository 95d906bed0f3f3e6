#!/bin/sh
# tools/setup on machines that are not this one: a folder of stand-ins is its whole PATH.
set -u
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
n=0

new_machine() { # USER-ID MISSING-PACKAGE
    rm -rf "${box:?}"/*
    mkdir "$box/bin"
    for tool in sh awk dirname env; do ln -s "$(command -v "$tool")" "$box/bin/$tool"; done
    stand_in id "echo $1"
    stand_in node "echo v18.19.0"
    stand_in npm "exit 0"
    # The packages of the page are there: they are newer than the list of them.
    mkdir -p "$box/tools" "$box/page/node_modules"
    cp "$CANVASS_ROOT/tools/setup" "$CANVASS_ROOT/tools/page-modules" "$box/tools/"
    touch -d 2020-01-01 "$box/page/package-lock.json"
    touch -d 2020-01-02 "$box/page/node_modules/.package-lock.json"
    # Says of each package asked about that it is installed, but for the missing one.
    stand_in dpkg-query "
        for name; do
            case \$name in -*|$2) [ ! -e '$box/repaired' ] && continue ;; esac
            echo \"\$name installed\"
        done"
    stand_in apt-get "echo \"\$*\" >>'$box/log'; case \$1 in install) : >'$box/repaired' ;; esac"
}

stand_in() { # NAME BODY
    printf '#!/bin/sh\n%s\n' "$2" >"$box/bin/$1"
    chmod +x "$box/bin/$1"
}

expect() { # NAME STATUS TEXT LOG
    n=$((n + 1))
    : >"$box/log"
    out=$(PATH=$box/bin "$box/tools/setup" 2>&1)
    status=$?
    log=$(awk '{ printf "%s%s", sep, $1; sep = " " }' "$box/log")
    case $out in *"$3"*) said=yes ;; *) said=no ;; esac
    if [ "$status" -eq "$2" ] && [ $said = yes ] && [ "$log" = "$4" ]; then
        echo "ok $n - $1"
    else
        echo "not ok $n - $1"
        printf 'exit %s, apt-get did: %s\n%s\n' "$status" "$log" "$out" | sed 's/^/# /'
    fi
}

echo "1..12"
new_machine 0 none
expect "nothing missing: apt-get is not called" 0 "every package is installed" ""
new_machine 0 libcsv-dev
expect "root installs what is missing" 0 "installing libcsv-dev" "update install"
expect "a second run does nothing" 0 "every package is installed" ""
new_machine 1000 libcsv-dev
expect "neither root nor sudo" 4 "needs root or sudo: libcsv-dev" ""
new_machine 1000 libcsv-dev
stand_in sudo "exec \"\$@\""
expect "a user with sudo" 0 "installing libcsv-dev" "update install"
new_machine 0 libcsv-dev
stand_in apt-get "echo \"\$*\" >>'$box/log'; case \$1 in update) exit 100 ;; esac"
expect "no network" 4 "is there a network?" "update"
new_machine 0 libcsv-dev
rm "$box/bin/dpkg-query"
expect "not Debian" 4 "this is not a Debian-like system" ""
new_machine 0 nodejs
expect "a node from elsewhere is enough" 0 "every package is installed" ""
new_machine 0 nodejs
stand_in node "echo v16.20.2"
expect "an old node is not" 0 "installing nodejs" "update install"
new_machine 0 npm
rm "$box/bin/npm"
expect "node without npm is not" 0 "installing npm" "update install"
new_machine 0 none
touch -d 2020-01-03 "$box/page/package-lock.json"
stand_in npm "echo \"npm \$*\" >>'$box/log'"
expect "other packages of the page are fetched" 0 "fetching the packages" "npm"
new_machine 0 none
touch -d 2020-01-03 "$box/page/package-lock.json"
stand_in npm "exit 1"
expect "and without a network it says so" 4 "is there a network?" ""
