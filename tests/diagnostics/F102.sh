# A folder stands where the PDF should go.
mkdir "$SCRATCH/out.pdf"
echo text | "$PLGS" parse -o "$SCRATCH/out.pdf"
