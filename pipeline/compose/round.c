#include "round.h"

#include <string.h>

#include "base/arena.h"
#include "base/suggest.h"

static const char *const names[] = { "sort", "order", "limit", "by", "as", "list",
	"separator", "last", "shares", "places" };

static bool
is_small(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

/* Cuts ` name="value"` off the end of *text. */
static bool
option_cut(struct text *text, struct option *ret_option)
{
	struct text rest = text_trim(*text);
	size_t quote, name;

	if (rest.size < 2 || rest.at[rest.size - 1] != '"')
		return false;
	quote = rest.size - 1;
	while (quote > 0 && rest.at[quote - 1] != '"')
		quote--;
	if (quote < 2 || rest.at[quote - 2] != '=')
		return false;
	name = quote - 2;
	while (name > 0 && is_small(rest.at[name - 1]))
		name--;
	if (name == quote - 2 || name == 0 || !strchr(" \t\r\n", rest.at[name - 1]))
		return false;
	ret_option->name = text_slice(rest, name, quote - 2);
	ret_option->value = text_slice(rest, quote, rest.size - 1);
	*text = text_slice(rest, 0, name);
	return true;
}

size_t
options_cut(struct text *text, struct option *options)
{
	struct option found[MOST_OPTIONS];
	size_t count = 0;

	while (count < MOST_OPTIONS && option_cut(text, &found[count]))
		count++;
	for (size_t i = 0; i < count; i++)
		options[i] = found[count - 1 - i];
	return count;
}

static bool
is_name(struct text name)
{
	for (size_t i = 0; i < name.size; i++)
		if (!is_small(name.at[i]) &&
			(i == 0 || !strchr("0123456789-_", name.at[i])))
			return false;
	return name.size > 0;
}

static bool
order_take(struct round *round, struct text value)
{
	struct sort_key *key = round->keys;

	while (key && key->next)
		key = key->next;
	if (!key || (!text_is(value, "descending") && !text_is(value, "ascending")))
		return false;
	key->descending = text_is(value, "descending");
	return true;
}

static bool
listing_take(struct round *round, struct text value)
{
	round->listing = text_is(value, "and")  ? LISTING_AND
			 : text_is(value, "or") ? LISTING_OR
						: LISTING_NONE;
	return round->listing != LISTING_NONE;
}

static bool
count_take(struct text value, int64_t least, int64_t most, int64_t *ret_count)
{
	int64_t count;

	if (!text_number(value, &count) || count < least || count > most)
		return false;
	*ret_count = count;
	return true;
}

bool
round_option(struct round *round, const struct option *option, const char **ret_wanted)
{
	struct text name = option->name, value = option->value;
	int64_t count = 0;

	*ret_wanted = NULL;
	if (text_is(name, "separator")) {
		round->separator = value;
		return true;
	}
	if (text_is(name, "last")) {
		round->last = value;
		return round->has_last = true;
	}
	if (text_is(name, "order")) {
		*ret_wanted = "after a sort=\"…\", write order=\"descending\"";
		return order_take(round, value);
	}
	if (text_is(name, "list")) {
		*ret_wanted = "write list=\"and\" or list=\"or\"";
		return listing_take(round, value);
	}
	if (text_is(name, "limit")) {
		*ret_wanted = "write a whole number, like limit=\"5\"";
		if (!count_take(value, 1, 1000000, &count))
			return false;
		round->limit = (size_t)count;
		return true;
	}
	if (text_is(name, "places")) {
		*ret_wanted = "write places=\"0\", \"1\", \"2\" or \"3\"";
		if (!count_take(value, 0, 3, &count))
			return false;
		round->places = (int)count;
		return true;
	}
	if (!text_is(name, "as"))
		return false;
	*ret_wanted = "write a name in small letters, like as=\"country\"";
	round->name = value;
	return is_name(value);
}

struct text
round_nearest(struct text name)
{
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		suggest_offer(&suggest, text_of(names[i]));
	return suggest.nearest;
}
