#!/usr/bin/env bash
# Makes the history of this folder with the program of commit 97bb82c: all scenarios of input-samples as one installation.
#
#   make.sh CHECKOUT FOLDER DB [--whole]
#
# CHECKOUT  the commit, packaged: git worktree add CHECKOUT 97bb82c && cd CHECKOUT && mvn package -DskipTests -pl jobs -am
# FOLDER    gets reference, traffic and out, and in next what comes for the night after
# DB        what --db says; an empty database
# --whole   instead of a run that is killed: that run to its end, and the next night
set -euo pipefail
checkout=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
db=$3
whole=${4:-}
scenarios=$(cd "$checkout/input-samples" && for steps in */steps.txt; do dirname "$steps"; done)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder/reference" "$folder/traffic"
for scenario in $scenarios; do
    mkdir -p "$work/$scenario"
    cp -r "$checkout/input-samples/$scenario/reference" "$work/$scenario/"
    cp -r "$checkout/input-samples/$scenario/traffic/." "$folder/traffic/"
done

# The fields that a row of a reference file is known by.
key_of() {
    case $1 in
    bindings.csv) echo '$1 FS $5' ;;
    plans.csv) echo '$1 FS $3' ;;
    retention_policies.csv) echo '$1 FS $2 FS $3 FS $5' ;;
    console_accounts.csv | billing_accounts.csv | workspaces.csv) echo '$1' ;;
    *) echo '$0' ;;
    esac
}

# The reference files of all scenarios as one; of rows with one key, the first stays.
merge_reference() {
    local file
    for file in $(cd "$work" && ls -- */reference | grep '\.csv$' | sort -u); do
        (cd "$work" && awk -F, "FNR > 1 || NR == 1 { if (!seen[$(key_of "$file")]++) print }" ./*/reference/"$file") \
            >"$folder/reference/$file"
    done
}

arrive() {
    local tree=$checkout/input-samples/$1/arrivals/$2
    if [ -d "$tree/reference" ]; then cp -r "$tree/reference/." "$work/$1/reference/"; fi
    if [ -d "$tree/traffic" ]; then cp -r "$tree/traffic/." "$folder/traffic/"; fi
    merge_reference
}

billing() {
    local status=0
    "$checkout/billing" "$@" --traffic "$folder/traffic" --reference "$folder/reference" --out "$folder/out" --db "$db" \
        --set logging.file.name="$work/log/billing.log" || status=$?
    case $status in 0 | 2) ;; *) exit "$status" ;; esac
}

# What comes for the next night: traffic of its day, made of that of another, and a file that is late.
make_next() {
    local from to workspace
    for workspace in wksp_f1c295d2c6fec4fa67ec7694bd73e75c ws-a ws-poor ws-cloud; do
        from=$folder/traffic/$workspace/2026-10-15
        to=$folder/next/traffic/$workspace/2026-10-23
        mkdir -p "$to"
        for file in "$from"/*.csv; do sed 's/2026-10-15/2026-10-23/; s/2026-10-14/2026-10-22/' "$file" >"$to/${file##*/}"; done
    done
    to=$folder/next/traffic/ws-anna/2026-10-22
    mkdir -p "$to"
    sed '1!s/^/late-/' "$folder/traffic/ws-anna/2026-10-22/day.csv" >"$to/late.csv"
}

# Whole seconds, so that any archive keeps them.
settle_times() { find "$folder/traffic" -type f -exec touch -d 2026-11-01T00:00:00Z {} +; }

nightly() { settle_times; billing nightly --day "$1" --no-catch-up; }

# Kills the night with SIGKILL when it has posted and settled and is about to deliver.
killed() {
    : >"$work/log/billing.log"
    nightly "$1" &
    local night=$!
    until grep -q 'Step reconcileBills' "$work/log/billing.log"; do sleep 0.002; done
    kill -9 "$(pgrep -f -- "--out $folder/out --db ")" || true
    wait "$night" || true
}

merge_reference
nightly 2022-03-01
nightly 2022-03-02
billing close --month 2022-03
nightly 2023-03-01
nightly 2023-04-20
nightly 2023-11-01
nightly 2023-11-02
arrive holds 1-reference
nightly 2023-11-03
for day in 01 02 10 11 12 15; do nightly 2026-10-$day; done
arrive alerts-and-free 1-late
arrive private 1-more-collectors
nightly 2026-10-16
arrive alerts-and-free 2-threshold
arrive locks 1-paid
nightly 2026-10-17
nightly 2026-10-18
arrive settlement 1-contract
nightly 2026-10-19
nightly 2026-10-20
arrive late-file 1-late
nightly 2026-10-21
arrive late-file 2-duplicates
arrive late-file 3-binding
make_next
if [ "$whole" = --whole ]; then
    nightly 2026-10-22
    cp -r "$folder/next/traffic/." "$folder/traffic/"
    nightly 2026-10-23
else
    killed 2026-10-22
fi
