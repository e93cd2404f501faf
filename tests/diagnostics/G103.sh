# The report has no section of this id.
"$PLGS" build ../../reports/annual-2023 --section uptakes -o "$SCRATCH/out.pdf"
