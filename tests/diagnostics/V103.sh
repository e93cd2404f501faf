# A rule that names a field that no schema knows.
cp -r ../../schemas/. "$SCRATCH"
cat >"$SCRATCH/rules.xml" <<'END'
<rules>
	<rule code="V502" level="error" for="organization">
		<title>an organization without hue</title>
		<test>type and hue</test>
		<says>it has no hue</says>
		<help>add one</help>
		<meaning>Organizations have hues.</meaning>
		<mend>Add the hue.</mend>
	</rule>
</rules>
END
"$PLGS" read V501.yaml 2>/dev/null |
	"$PLGS" validate --root "$SCRATCH" --schemas "$SCRATCH"
