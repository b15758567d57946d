"""What somebody may have meant who made one mistake: a letter too many, too few, another one, two changed places."""

ALPHABETS = {
    "ro": "abcdefghijklmnopqrstuvwxyz",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "nl": "abcdefghijklmnopqrstuvwxyz",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
SHORTEST = 3  # shorter words are never corrected: too much is one letter away


def one_away(word: str, alphabet: str) -> set[str]:
    """All words that one mistake parts from `word` (folded letters)."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    fewer = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    other = {a + letter + b[1:] for a, b in splits if b for letter in alphabet}
    more = {a + letter + b for a, b in splits for letter in alphabet}
    return (fewer | swapped | other | more) - {word, ""}


def distance(one: str, other: str, limit: int = 2) -> int:
    """Mistakes between two words (Damerau-Levenshtein, neighbours swapped); `limit` + 1 for more than `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
