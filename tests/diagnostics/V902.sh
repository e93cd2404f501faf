# A pattern that libxml2 gives up on.
cat >"$SCRATCH/milestone.xsd" <<'END'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
	<xs:element name="register">
		<xs:complexType><xs:all>
			<xs:element name="schema" type="xs:string"/>
			<xs:element name="note" type="slow"/>
		</xs:all></xs:complexType>
	</xs:element>
	<xs:simpleType name="slow"><xs:restriction base="xs:string">
		<xs:pattern value=".*x.*x.*x.*y"/>
	</xs:restriction></xs:simpleType>
</xs:schema>
END
echo "<rules/>" >"$SCRATCH/rules.xml"
{
	echo "schema: plgs-register/1"
	printf "note: "
	awk 'BEGIN { for (i = 0; i < 3000; i++) printf "x"; print "" }'
} >"$SCRATCH/slow.yaml"
"$PLGS" read --root "$SCRATCH" "$SCRATCH/slow.yaml" |
	"$PLGS" validate --root "$SCRATCH" --schemas "$SCRATCH"
