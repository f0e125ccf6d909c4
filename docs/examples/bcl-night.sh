#!/bin/sh
# A night's run as a scheduler such as Control-M calls it: one command, whose exit code decides what the scheduler does next.
#   Job: command "/opt/bcl/docs/examples/bcl-night.sh /srv/bcl", start 00:05, time zone Europe/London, cyclic no.
#   On 0   the night is done.
#   On 1   call the operator, and run again when the cause is mended: the next run goes on from the last commit.
#   On 2   call the operator: settings are wrong, running again does not help.
#   On 4   work is left: order the job again for the next night; no operator is needed.
# 3 (outside the window) and 5 (another run has this home's night) did nothing; they become 0 here.
set -u
home=${1:?usage: bcl-night.sh HOME}
run=${BCL_RUN:-/opt/bcl/run.sh}

"$run" night --home "$home" &
night=$!
# The scheduler's kill ends the run at its next chunk border, with 4.
trap 'kill -TERM "$night" 2>/dev/null' TERM INT
wait "$night"
code=$?
while kill -0 "$night" 2>/dev/null; do
    wait "$night"
    code=$?
done

case $code in
    3 | 5)
        echo "nothing was done ($code)" >&2
        exit 0
        ;;
esac
if [ "$code" -eq 1 ]; then
    # What is held and what to do next, for the scheduler's log.
    "$run" status --home "$home" >&2 || true
fi
exit "$code"
