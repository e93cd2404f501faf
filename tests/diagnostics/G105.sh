# A rule without a level.
cp -r ../../schemas/. "$SCRATCH"
cat >"$SCRATCH/rules.xml" <<'END'
<rules>
	<rule code="V502" for="milestone"/>
</rules>
END
"$PLGS" read V420.yaml 2>/dev/null |
	"$PLGS" validate --root "$SCRATCH" --schemas "$SCRATCH"
