"""Keys under a Russian keyboard layout: the same cap does the same thing.

A terminal reports the character, so ``j`` arrives as ``о`` while ЙЦУКЕН is on. Each binding therefore answers to the
character of the same cap as well, unless another binding has that character already.
"""

from __future__ import annotations

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю"
_SHIFTED_LATIN = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
_SHIFTED_CYRILLIC = _CYRILLIC.upper()
TWINS = dict(zip(_LATIN + _SHIFTED_LATIN, _CYRILLIC + _SHIFTED_CYRILLIC, strict=True)) | {"?": ",", "`": "ё"}
"""Character under a Latin layout → character of the same cap under the Russian one."""

_UNDER_CYRILLIC = {"full_stop": "slash"}
"""A key that both layouts have on different caps → the key that a Latin layout has on the Russian one's cap."""

NAMES = {
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "backslash": "\\",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "full_stop": ".",
}
"""Textual's names of keys that are better shown as what is printed on the cap."""

_LATIN_NAMES = {
    cyrillic: next((name for name, sign in NAMES.items() if sign == character), character)
    for character, cyrillic in TWINS.items()
    if cyrillic.isalpha()
}

_SHOWN = {
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "space": "Space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def twin(key: str) -> str | None:
    """Return the key of the same cap under the Russian layout, None where both layouts give the same.

    >>> twin("j"), twin("ctrl+p"), twin("question_mark"), twin("down")
    ('о', 'ctrl+з', 'comma', None)
    """
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    character = NAMES.get(last, last)
    other = TWINS.get(character)
    if other is None:
        return None
    name = {",": "comma"}.get(other, other)
    return "+".join([*modifiers, name])


def latin(key: str) -> str:
    """Return the key as a Latin layout has it on the same cap.

    >>> latin("о"), latin("ctrl+з"), latin("j")
    ('j', 'ctrl+p', 'j')
    """
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    return "+".join([*modifiers, _LATIN_NAMES.get(last, last)])


def with_twins(keys: str) -> str:
    """Return a comma-separated list of keys with the twin of each.

    >>> with_twins("j,down")
    'j,down,о'
    """
    names = keys.split(",")
    twins = [other for name in names if (other := twin(name)) and other not in names]
    return ",".join([*names, *twins])


def shown(key: str) -> str:
    """Return a key as a reader knows it from the keyboard.

    >>> shown("ctrl+p"), shown("slash"), shown("pagedown")
    ('Ctrl+P', '/', 'PgDn')
    """
    if key in _SHOWN:
        return _SHOWN[key]
    *modifiers, last = key.split("+")
    last = NAMES.get(last, last)
    if modifiers:
        return "+".join([*(name.capitalize() for name in modifiers), _SHOWN.get(last, last.upper())])
    return last


class Layout:
    """Which layout is on, as the letters that are typed tell.

    Both layouts have a full stop, on different caps: which of them was pressed only the letters before it can say.
    """

    def __init__(self) -> None:
        self.cyrillic = False

    def read(self, key: str) -> str:
        """Return the key as a Latin layout has it on this cap, where the character alone does not tell.

        >>> layout = Layout()
        >>> layout.read("full_stop"), layout.read("о"), layout.read("full_stop"), layout.read("j")
        ('full_stop', 'о', 'slash', 'j')
        """
        letter = key.rpartition("+")[2]
        if len(letter) == 1 and letter.isalpha():
            self.cyrillic = letter.lower() in _CYRILLIC or letter in "ёЁ"
        return _UNDER_CYRILLIC.get(key, key) if self.cyrillic else key
