# The report is made for Cambodia alone.
"$PLGS" build extracts --for KM -o "$SCRATCH/"
