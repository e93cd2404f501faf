#include "letters.h"

#include <stddef.h>
#include <string.h>

bool
letters_compose(uint32_t letter, uint32_t mark)
{
	/* Unicode Character Database, canonical compositions of ASCII letters. */
	static const struct {
		uint32_t mark;
		const char *letters;
	} pairs[] = {
		{ 0x300, "AEINOUWYaeinouwy" },
		{ 0x301, "ACEGIKLMNOPRSUWYZacegiklmnoprsuwyz" },
		{ 0x302, "ACEGHIJOSUWYZaceghijosuwyz" },
		{ 0x303, "AEINOUVYaeinouvy" },
		{ 0x304, "AEGIOUYaegiouy" },
		{ 0x306, "AEGIOUaegiou" },
		{ 0x307, "ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyz" },
		{ 0x308, "AEHIOUWXYaehiotuwxy" },
		{ 0x30a, "AUauwy" },
		{ 0x30b, "OUou" },
		{ 0x30c, "ACDEGHIKLNORSTUZacdeghijklnorstuz" },
		{ 0x327, "CDEGHKLNRSTcdeghklnrst" },
		{ 0x328, "AEIOUaeiou" },
	};

	if (letter < 'A' || letter > 'z')
		return false;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].mark == mark)
			return strchr(pairs[i].letters, (int)letter) != NULL;
	return false;
}

char
letters_twin(uint32_t rune)
{
	/* Unicode Technical Standard 39, the single letters of these scripts. */
	static const struct {
		uint32_t rune;
		char twin;
	} twins[] = { { 0x391, 'A' }, { 0x392, 'B' }, { 0x395, 'E' }, { 0x396, 'Z' },
		{ 0x397, 'H' }, { 0x399, 'I' }, { 0x39a, 'K' }, { 0x39c, 'M' },
		{ 0x39d, 'N' }, { 0x39f, 'O' }, { 0x3a1, 'P' }, { 0x3a4, 'T' },
		{ 0x3a5, 'Y' }, { 0x3a7, 'X' }, { 0x3b1, 'a' }, { 0x3b9, 'i' },
		{ 0x3bd, 'v' }, { 0x3bf, 'o' }, { 0x3c1, 'p' }, { 0x405, 'S' },
		{ 0x406, 'I' }, { 0x408, 'J' }, { 0x410, 'A' }, { 0x412, 'B' },
		{ 0x415, 'E' }, { 0x41a, 'K' }, { 0x41c, 'M' }, { 0x41d, 'H' },
		{ 0x41e, 'O' }, { 0x420, 'P' }, { 0x421, 'C' }, { 0x422, 'T' },
		{ 0x425, 'X' }, { 0x430, 'a' }, { 0x435, 'e' }, { 0x43e, 'o' },
		{ 0x440, 'p' }, { 0x441, 'c' }, { 0x443, 'y' }, { 0x445, 'x' },
		{ 0x455, 's' }, { 0x456, 'i' }, { 0x458, 'j' }, { 0x501, 'd' } };

	for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
		if (twins[i].rune == rune)
			return twins[i].twin;
	if ((rune >= 0xff21 && rune <= 0xff3a) || (rune >= 0xff41 && rune <= 0xff5a))
		return (char)(rune - 0xfee0);
	return 0;
}

/* Runs of characters that stand for one sign, or for the digits 0 to 9. */
static const struct {
	uint32_t first, last;
	char meant;
	const char *name;
} disguises[] = {
	{ 0xab, 0xab, '"', "a curved quote" },
	{ 0xbb, 0xbb, '"', "a curved quote" },
	{ 0x660, 0x669, '0', "an Arabic digit" },
	{ 0x6f0, 0x6f9, '0', "a Persian digit" },
	{ 0x966, 0x96f, '0', "a Devanagari digit" },
	{ 0x9e6, 0x9ef, '0', "a Bengali digit" },
	{ 0xe50, 0xe59, '0', "a Thai digit" },
	{ 0x1040, 0x1049, '0', "a Burmese digit" },
	{ 0x17e0, 0x17e9, '0', "a Khmer digit" },
	{ 0x2010, 0x2011, '-', "a special hyphen" },
	{ 0x2012, 0x2015, '-', "a long dash" },
	{ 0x2018, 0x201b, '\'', "a curved quote" },
	{ 0x201c, 0x201f, '"', "a curved quote" },
	{ 0x2044, 0x2044, '/', "a fraction slash" },
	{ 0x2212, 0x2212, '-', "a minus sign" },
	{ 0xff10, 0xff19, '0', "a full-width digit" },
};

const char *
letters_disguise(uint32_t rune, char *ret_meant)
{
	char twin = rune < 0x80 ? 0 : letters_twin(rune);

	if (twin) {
		*ret_meant = twin;
		return rune < 0x400   ? "a Greek letter"
		       : rune < 0x530 ? "a Cyrillic letter"
				      : "a full-width letter";
	}
	for (size_t i = 0; i < sizeof disguises / sizeof *disguises; i++) {
		if (rune < disguises[i].first || rune > disguises[i].last)
			continue;
		*ret_meant = disguises[i].meant;
		if (disguises[i].meant == '0')
			*ret_meant = (char)('0' + (rune - disguises[i].first));
		return disguises[i].name;
	}
	return NULL;
}

bool
letters_is_blank(uint32_t rune)
{
	return rune == 0xa0 || rune == 0x1680 || rune == 0x202f || rune == 0x205f ||
	       rune == 0x3000 || (rune >= 0x2000 && rune <= 0x200a);
}

const char *
letters_unseen(uint32_t rune)
{
	switch (rune) {
	case 0xa0:
	case 0x202f:
		return "a no-break space";
	case 0xad:
		return "a soft hyphen";
	case 0x200b:
	case 0x2060:
		return "a space without width";
	case 0x200c:
	case 0x200d:
		return "an invisible joiner";
	case 0x200e:
	case 0x200f:
		return "an invisible mark for the direction of writing";
	default:
		return letters_is_blank(rune) ? "a special blank" : NULL;
	}
}
