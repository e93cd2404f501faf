# A report.yaml that holds no report.
printf 'schema: plgs-register/1\n' >"$SCRATCH/report.yaml"
"$PLGS" read --root "$SCRATCH" "$SCRATCH"
