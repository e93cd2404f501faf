# The French edition has a name that is there in English only.
"$PLGS" read..compose extracts --language fr --for KH >"$SCRATCH/brief.md"
