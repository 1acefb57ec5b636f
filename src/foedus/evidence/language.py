"""Which language a text is in, from its function words alone.

Simple and honest: where the words do not decide clearly, the language is unknown. No model.
"""

from __future__ import annotations

import re
from collections import Counter

LEAST_HITS = 4  # function words that must be seen
LEAST_LEAD = 1.5  # how much the first must be ahead of the second

_WORDS = {
    "en": "the of and to in that is was for on with as by from are have has this not which said",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch wird",
    "fr": "le les des et du une est que dans pour qui sur au par plus avec ne sont aux cette il",
    "es": "el los las del que y en una por con para su al lo como más pero sus le ha se",
    "it": "il di che è per della dei con non le gli nel alla si del una anche sono ha dal",
    "pt": "o os do da que em um uma para com não por dos mais as na no se ao foi são",
    "nl": "de het een van en dat op te zijn met voor niet aan er om ook als naar bij wordt",
    "pl": "w i na z do się że jest nie o to po od za przez dla jak oraz są ma",
    "sv": "och att det som en på är av för med den till inte om ett har de i var kan",
    "uk": "і в на що у з та до за не про від як для його це є було україни буде",
    "ru": "и в на что с по не из за как от для о это его был россии также она бы",
    "tr": "ve bir bu için ile da de olarak daha çok gibi ancak sonra kadar ise olan var ne en",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, or nothing where it is not clear.

    Examples
    --------
    >>> language_of("The parliament said that the guarantee was not binding on the allies.")
    'en'
    >>> language_of("Sì? No! OK.")
    ''
    """
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    hits: Counter[str] = Counter()
    for word in words:
        for language, known in _SETS.items():
            if word in known:
                hits[language] += 1
    ranked = hits.most_common(2)
    if not ranked or ranked[0][1] < LEAST_HITS or ranked[0][1] < 0.08 * len(words):
        return ""
    if len(ranked) > 1 and ranked[0][1] < LEAST_LEAD * ranked[1][1]:
        return ""
    return ranked[0][0]
