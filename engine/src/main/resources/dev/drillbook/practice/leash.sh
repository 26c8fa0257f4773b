# Runs "$@" so that it never outlives whoever holds the other end of this shell's standard input. When that end is
# closed, also by kill -9 of its owner, the command gets INT, and KILL if it is still there after two seconds.
# Says the command's process id on standard output; the command's own output goes to standard error, the log.
exec 3<&0
"$@" <&3 >&2 3<&- &
child=$!
echo "$child"
exec >&2 </dev/null
{
    read -r nothing <&3
    kill -INT "$child"
    for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        kill -0 "$child" || exit 0
        sleep 0.1
    done
    kill -KILL "$child"
} 2>/dev/null &
watcher=$!
exec 3<&-
wait "$child"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
