# The editions in two languages would have one name.
cp -r extracts "$SCRATCH"
sed -i 's/-{language}//' "$SCRATCH/extracts/report.yaml"
"$PLGS" build "$SCRATCH/extracts" --schemas ../../schemas -o "$SCRATCH/"
