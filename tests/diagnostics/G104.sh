# A schema that wants a file from elsewhere.
cat >"$SCRATCH/milestone.xsd" <<'END'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
	<xs:include schemaLocation="../elsewhere.xsd"/>
</xs:schema>
END
"$PLGS" read V201.yaml 2>/dev/null |
	"$PLGS" validate --root "$SCRATCH" --schemas "$SCRATCH"
