# A schema that no XSD processor understands.
cat >"$SCRATCH/milestone.xsd" <<'END'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
	<xs:element name="records" type="nowhere"/>
</xs:schema>
END
"$PLGS" read V201.yaml 2>/dev/null |
	"$PLGS" validate --root "$SCRATCH" --schemas "$SCRATCH"
