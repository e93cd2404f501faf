# The stage before it failed.
"$PLGS" layout </dev/null
