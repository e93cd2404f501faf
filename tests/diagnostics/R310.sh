# More values than one file may hold.
awk 'BEGIN {
	print "schema: plgs-register/1"
	print "places:"
	for (i = 0; i < 500001; i++)
		print "- x"
}' >"$SCRATCH/many.yaml"
"$PLGS" read --root "$SCRATCH" "$SCRATCH/many.yaml"
