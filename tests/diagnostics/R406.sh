# A folder without records.
mkdir "$SCRATCH/empty"
"$PLGS" read --root "$SCRATCH" "$SCRATCH/empty"
