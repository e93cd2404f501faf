# A report that names a style that is not there.
mkdir "$SCRATCH/report"
cat >"$SCRATCH/report/report.yaml" <<'END'
schema: plgs-report/1
style: nowhere.yaml
END
"$PLGS" read "$SCRATCH/report"
