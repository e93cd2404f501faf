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

const char *
letters_unseen(uint32_t rune)
{
	switch (rune) {
	case 0xa0:
	case 0x202f:
		return "a no-break space";
	case 0xad:
		return "a soft hyphen";
	case 0x1680:
	case 0x205f:
	case 0x3000:
		return "a special blank";
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
		return rune >= 0x2000 && rune <= 0x200a ? "a special blank" : NULL;
	}
}
