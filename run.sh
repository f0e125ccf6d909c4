#!/usr/bin/env bash
# The engine's one command: builds what is not built, then runs it. See ./run.sh help.
set -euo pipefail

source_file=${BASH_SOURCE[0]}
while [ -L "$source_file" ]; do
    link=$(readlink -- "$source_file")
    case $link in
        /*) source_file=$link ;;
        *) source_file=$(dirname -- "$source_file")/$link ;;
    esac
done
top=$(cd -P -- "$(dirname -- "$source_file")" && pwd)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# --- where builds go -------------------------------------------------------------------------------------------------

hash_of_input() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi
}

builds=${BCL_BUILD_DIR:-$top/.build}
ready=
if ! mkdir -p -- "$builds" 2>/dev/null || [ ! -w "$builds" ]; then
    # The project is read-only here: what its owner has built is run as it is, anything else is built in a place of the caller.
    ready=$builds
    builds=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/bulk-contact-logging/$(printf %s "$top" | hash_of_input | cut -c1-16)
    mkdir -p -- "$builds" 2>/dev/null && [ -w "$builds" ] || builds=
fi
[ -z "$builds" ] || builds=$(cd -P -- "$builds" && pwd)

require_builds() {
    [ -n "$builds" ] || fail "The program is not built, and there is no place to build it: neither $ready nor the caller's cache can" \
        "be written. Build it once as the owner of $top (./run.sh help), or set BCL_BUILD_DIR."
}

# Names of any characters can be opened only under a UTF-8 locale, whatever cron gives us.
utf8_locale() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *.[Uu][Tt][Ff]-8* | *.[Uu][Tt][Ff]8*) printf '%s' "${LC_ALL:-${LC_CTYPE:-$LANG}}" ;;
        *) if [ "$(uname)" = Darwin ]; then printf en_US.UTF-8; else printf C.UTF-8; fi ;;
    esac
}

# --- the JDK ---------------------------------------------------------------------------------------------------------

java_version() {
    "$1/bin/java" -XshowSettings:properties -version 2>&1 |
        sed -n 's/^ *java\.specification\.version = \([0-9]*\)\(\.[0-9]*\)*$/\1/p'
}

linked() {
    local path=$1 link
    while [ -L "$path" ]; do
        link=$(readlink -- "$path")
        case $link in
            /*) path=$link ;;
            *) path=$(dirname -- "$path")/$link ;;
        esac
    done
    printf '%s' "$path"
}

jdk_candidates() {
    local javac
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    if javac=$(command -v javac); then
        dirname -- "$(dirname -- "$(linked "$javac")")"
    fi
    local folder
    for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*; do
        [ ! -d "$folder" ] || printf '%s\n' "$folder"
    done
}

# What tells one JDK from another without starting it.
jdk_mark() { printf '%s|%s|%s' "${JAVA_HOME:-}" "$(command -v javac || true)" "$(ls -ldL "$1/bin/java" "$1/lib/modules" 2>/dev/null)"; }

find_jdk() {
    local remembered mark version
    for remembered in "${builds:-$ready}/jdk" "${ready:-$builds}/jdk"; do
        if [ -r "$remembered" ] && { IFS= read -r jdk && mark=$(cat); } <"$remembered" && [ -x "$jdk/bin/javac" ] &&
            [ "$mark" = "$(jdk_mark "$jdk")" ]; then
            return
        fi
    done
    remembered=$builds/jdk
    while IFS= read -r jdk; do
        [ -x "$jdk/bin/java" ] && [ -x "$jdk/bin/javac" ] || continue
        version=$(java_version "$jdk") || continue
        if [ "${version:-0}" -ge 17 ]; then
            [ -z "$builds" ] ||
                { { printf '%s\n' "$jdk" && jdk_mark "$jdk"; } >"$remembered.$$" && mv -f -- "$remembered.$$" "$remembered"; }
            return
        fi
    done < <(jdk_candidates)
    fail "No JDK 17 or later with javac was found." \
        "Install one (Debian and Ubuntu: apt-get install openjdk-17-jdk-headless), or set JAVA_HOME."
}

require_maven() {
    command -v mvn >/dev/null 2>&1 ||
        fail "Maven was not found. Install Maven 3.8.7 or later (Debian and Ubuntu: apt-get install maven)."
    local version
    version=$(JAVA_HOME=$jdk mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1 || true)
    if [ "$(printf '%s\n3.8.7\n' "${version:-0}" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" != 3.8.7 ]; then
        fail "Maven ${version:-of an unknown version} is too old; 3.8.7 or later is needed."
    fi
}

# --- building --------------------------------------------------------------------------------------------------------

# The name of a build is the digest of all that goes into it.
source_id() {
    (cd -- "$1" && find pom.xml schemas src/main -type f ! -name '.*' -print0 | LC_ALL=C sort -z |
        { if command -v sha256sum >/dev/null 2>&1; then xargs -0 sha256sum; else xargs -0 shasum -a 256; fi; } |
        hash_of_input | cut -c1-16)
}

# Holds the build open for as long as this process lives, exec included, so that pruning leaves it alone.
hold_build() {
    [ -f "$builds/$1/bcl.jar" ] || return 1
    if command -v flock >/dev/null 2>&1; then
        { exec 9<"$builds/$1/held"; } 2>/dev/null || return 1
        flock -s 9
    fi
    [ -f "$builds/$1/bcl.jar" ]
}

lock_builds() {
    if command -v flock >/dev/null 2>&1; then
        exec 8>"$builds/lock"
        flock -n 8 || {
            say "Waiting for another build of this project ..."
            flock 8
        }
        return
    fi
    local owner
    until mkdir -- "$builds/lock.d" 2>/dev/null; do
        owner=$(cat -- "$builds/lock.d/pid" 2>/dev/null || true)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf -- "$builds/lock.d"
        else
            sleep 1
        fi
    done
    printf '%s\n' "$$" >"$builds/lock.d/pid"
}

unlock_builds() {
    if command -v flock >/dev/null 2>&1; then exec 8>&-; else rm -rf -- "$builds/lock.d"; fi
}

# Removes what nobody runs but for the two newest builds. Only the holder of the lock may.
prune_builds() {
    rm -rf -- "$builds"/trash.*
    command -v flock >/dev/null 2>&1 || return 0
    local old kept=0
    ls -1t "$builds" | while IFS= read -r old; do
        [ -f "$builds/$old/held" ] || continue
        kept=$((kept + 1))
        [ "$kept" -gt 2 ] || continue
        # Nobody holds it while we do; who comes later finds it gone and builds.
        if (exec 7<"$builds/$old/held" && flock -n -x 7 && mv -- "$builds/$old" "$builds/trash.$old"); then
            rm -rf -- "$builds/trash.$old"
        fi
    done
}

# What Maven complains about, in the words of the project rather than of the copy that was built.
show_failure() {
    local log=$1 work=$2 line lines
    lines=$(sed $'s/\033\\[[0-9;]*m//g' "$log" | grep -E '^\[(ERROR|WARNING)\]' |
        grep -vE 'Re-run Maven|full stack trace|For more information|Help 1\] *h|^\[ERROR\] *$|autodetect' | head -n 40 || true)
    [ -n "$lines" ] || lines=$(tail -n 20 -- "$log")
    while IFS= read -r line; do say "${line//"$work"/$top}"; done <<<"$lines"
    say "The build failed; all that Maven said is in $log"
}

build() {
    lock_builds
    id=$(source_id "$top")
    if [ -f "$builds/$id/bcl.jar" ]; then
        unlock_builds
        return
    fi
    require_maven
    rm -rf -- "$builds"/work.*
    local work=$builds/work.$$ log=$builds/build.log
    say "Building the engine (once for each change of its sources) ..."
    mkdir -- "$work"
    # A copy, so that neither an edit during the build nor a Maven run in the project can mix with it.
    # .mvn opens the compiler to its plug-in; Maven would find it by itself only where builds lie within the project.
    (cd -- "$top" && tar -cf - .mvn pom.xml schemas src/main) | tar -xf - -C "$work"
    id=$(source_id "$work")
    if ! (cd -- "$work" && LC_ALL=$(utf8_locale) JAVA_HOME=$jdk mvn -B -Dmaven.test.skip=true package) >"$log" 2>&1 8>&-; then
        show_failure "$log" "$work"
        rm -rf -- "$work"
        exit 1
    fi
    if ! (cd -- "$work" && LC_ALL=$(utf8_locale) "$jdk/bin/java" -Djarmode=tools -jar target/bcl.jar extract --destination app) \
        >>"$log" 2>&1 8>&-; then
        show_failure "$log" "$work"
        rm -rf -- "$work"
        exit 1
    fi
    : >"$work/app/held"
    rm -rf -- "${builds:?}/$id"
    mv -- "$work/app" "$builds/$id"
    rm -rf -- "$work"
    touch -- "$builds/$id"
    prune_builds
    unlock_builds
}

# --- running ---------------------------------------------------------------------------------------------------------

class_archive() { printf '%s/classes-%s.jsa' "$builds/$id" "$(jdk_mark "$jdk" | cksum | cut -d' ' -f1)"; }

# A night on an empty home teaches the JVM which classes a start needs. It halves the time of a short command; without it all
# works too. No setting of the caller reaches it, least of all a database.
make_class_archive() {
    local archive=$1 home
    [ ! -e "$archive" ] && [ ! -e "$archive.none" ] && [ -w "$builds" ] || return 0
    lock_builds
    if [ ! -e "$archive" ] && [ ! -e "$archive.none" ]; then
        home=$(mktemp -d)
        env -i PATH="$PATH" LC_ALL="$(utf8_locale)" "$jdk/bin/java" -XX:ArchiveClassesAtExit="$archive.$$" -Xlog:disable -Xmx512m \
            -Duser.timezone=UTC -jar "$builds/$id/bcl.jar" night --home "$home" --override-window training \
            >/dev/null 2>&1 8>&- </dev/null || true
        rm -rf -- "$home"
        if [ -s "$archive.$$" ]; then mv -f -- "$archive.$$" "$archive"; else : >"$archive.none"; fi
    fi
    unlock_builds
}

prepare() {
    find_jdk
    id=$(source_id "$top")
    if [ -n "$ready" ] && [ -f "$ready/$id/bcl.jar" ]; then
        local mine=$builds
        builds=$(cd -P -- "$ready" && pwd)
        if hold_build "$id"; then return; fi
        builds=$mine
    fi
    require_builds
    until hold_build "$id"; do
        build
    done
}

# Turns this process into the engine, so that signals reach it.
run_engine() {
    local archive
    archive=$(class_archive)
    make_class_archive "$archive"
    local options=(-Duser.timezone=UTC -Dfile.encoding=UTF-8 -Xmx512m -Xlog:disable -Xlog:all=error:stderr)
    # Not ExitOnOutOfMemoryError: it ends with 3, which means "outside the window".
    options+=('-XX:OnOutOfMemoryError=kill -9 %p')
    [ ! -s "$archive" ] || options+=("-XX:SharedArchiveFile=$archive")
    [ ! -t 2 ] || options+=(-Dbcl.terminal=true)
    case ${1:-} in
        # A night lasts seconds or minutes: the compiler of the JVM took a third of its processor time, for code of the start
        # too, so that only what runs often is compiled by it, and in smaller pieces.
        night | serve | bench | drill | generate | sample-night)
            options+=(-XX:+UseParallelGC -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=3000
                -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000
                -XX:MaxInlineLevel=9 -XX:FreqInlineSize=150)
            ;;
        *) options+=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC) ;;
    esac
    # Meant to be split into words.
    # shellcheck disable=SC2206
    options+=(${BCL_JAVA_OPTS:-})
    LC_ALL=$(utf8_locale) exec "$jdk/bin/java" "${options[@]}" -jar "$builds/$id/bcl.jar" "$@"
}

sample_night() {
    prepare
    local home
    home=$(mktemp -d "${TMPDIR:-/tmp}/bcl-night.XXXXXX")
    # On the embedded database, whatever the caller's environment says.
    unset SPRING_DATASOURCE_URL SPRING_DATASOURCE_USERNAME SPRING_DATASOURCE_PASSWORD SPRING_APPLICATION_JSON
    run_engine sample-night --home "$home" --samples "$top/sample-files"
}

# --- checking --------------------------------------------------------------------------------------------------------

# Prints "tests failures errors skipped flakes" and, on further lines, what was skipped and what passed only at the second try.
read_reports() {
    cat -- "$1"/TEST-*.xml 2>/dev/null | awk '
        function attribute(name,   m) {
            return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
        }
        /<testsuite / { suite = 1 }
        suite && / tests="/ { tests += attribute("tests"); bad += attribute("failures"); errors += attribute("errors"); skipped += attribute("skipped"); suite = 0 }
        /<testcase / { name = attribute("classname") "." attribute("name"); flaky = 0 }
        /<(flakyFailure|flakyError)[ >]/ && !flaky { flaky = 1; flakes++; list = list "\n  only at the second try: " name }
        /<skipped/ { list = list "\n  not run: " name " " attribute("message") }
        END { printf "%d %d %d %d %d%s\n", tests, bad, errors, skipped, flakes, list }'
}

check() {
    require_builds
    find_jdk
    require_maven
    local status=0 reports=$top/target/surefire-reports counts tests bad errors skipped flakes again=
    if command -v flock >/dev/null 2>&1; then
        exec 6>"$builds/check.lock"
        flock -n 6 || {
            say "Waiting for another check of this project ..."
            flock 6
        }
    fi
    rm -rf -- "$reports"
    (cd -- "$top" && LC_ALL=$(utf8_locale) JAVA_HOME=$jdk mvn -B verify) || status=$?
    counts=$(read_reports "$reports")
    read -r tests bad errors skipped flakes <<<"${counts%%$'\n'*}"
    printf '\n'
    [ "$counts" = "${counts#*$'\n'}" ] || printf '%s\n' "${counts#*$'\n'}"
    if [ "$status" -ne 0 ]; then printf 'mvn verify ended with %s\n' "$status"; fi
    if [ "$tests" -eq 0 ]; then
        printf 'No test ran\n'
        status=1
    fi
    if [ $((bad + errors)) -gt 0 ]; then status=1; fi
    # One that failed once is no failure, but nobody shall overlook it.
    if [ "$flakes" -gt 0 ]; then again=", $flakes of the passed only at the second try"; fi
    printf '%s passed, %s failed, %s skipped%s\n' $((tests - bad - errors - skipped)) $((bad + errors)) "$skipped" "$again"
    return "$status"
}

# --- measuring -------------------------------------------------------------------------------------------------------

# Engine and yardsticks in turn, on a PostgreSQL of its own. Figures and logs: target/bench.
bench() {
    local word
    for word in "$@"; do
        case $word in
            --quick | --profile | --rounds | --stock-rounds | [0-9]* | --only | large | small | h2 | --growth | --portfolio | --history | --served | --micro) ;;
            *)
                say "bench [--quick] [--profile] [--rounds N] [--stock-rounds N] [--only large|small|h2 | --growth | --portfolio | --history | --served [--only large|small] | --micro], not $word"
                return 2
                ;;
        esac
    done
    case " $* " in
        *' --served '*' h2 '* | *' h2 '*' --served '*)
            say "bench --served [--only large|small]: a service is not measured on H2"
            return 2
            ;;
    esac
    # The engine is measured as it runs for its users; its build is no part of the measurement.
    prepare
    require_maven
    (cd -- "$top" && LC_ALL=$(utf8_locale) JAVA_HOME=$jdk mvn -q -B -Pbench -Dsurefire.skip=true -DskipTests \
        "-Dbench.options=$*" test)
}

case ${1:-} in
    bench)
        shift
        bench "$@"
        ;;
    '')
        [ $# -eq 0 ] || { say "An empty word is no command. See ./run.sh help"; exit 2; }
        sample_night
        ;;
    check)
        [ $# -eq 1 ] || { say "check takes no options"; exit 2; }
        check
        ;;
    *)
        prepare
        run_engine "$@"
        ;;
esac
