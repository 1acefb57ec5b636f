"""Lines that belong to the page and not to the article: rules for whole lines.

Each rule looks at one line that stands alone, and each is narrow on purpose: a line that
might be the article's own is kept. What all rules have in common is that page furniture is not
a run of sentences; a line of several sentences is never furniture, whatever it begins with.
"""

# ruff: noqa: E501 - lists of words and patterns, one line each, are easier to compare

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.evidence.document import BlockKind

MAX_WORDS = 45  # the longest promotion line seen had 31 words; an article's paragraph has more


class Furniture(NamedTuple):
    """What a line is, and the rule that says so."""

    kind: BlockKind
    why: str


def _any(*words: str) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in words)


_I = re.IGNORECASE
_SPACE = re.compile(r"\s+")
# A full stop inside a line, before another sentence: then the line is prose.
_TWO_SENTENCES = re.compile(
    r"[a-zà-ÿа-яіїєґ\d)”\"][.!?]['\"”’»)]*\s+['\"“‘«„(]*[A-ZÀ-ÝА-ЯІЇЄҐ][a-zà-ÿа-яіїєґ]"
)
_SENTENCE_END = re.compile(r"[.!?…;][\"'”’»)\]]*\s*\Z")

# "See also" in the languages of the sources. What follows decides: see _promotion.
_POINTERS = _any(
    "see also", "read also", "also read", "read more", "read next", "see more", "watch also",
    "read this", "read on", "more on this( story| topic)?", "more from", "related( articles?| stories"
    "| topics| news| coverage| content| links)?", "recommended( for you| stories)?", "most read",
    "trending( now)?", "don['’]t miss", "you may( also)? like", "you might( also)? like", "up next",
    "editors?['’]s? picks?", "further reading", "in case you missed it",
    "lire aussi", "à lire aussi", "à lire également", "lire la suite", "voir aussi", "sur le même sujet",
    "lesen sie auch", "lesen sie mehr", "siehe auch", "mehr zum thema", "auch interessant", "mehr dazu",
    "lea también", "lee también", "leer más", "ver también", "te puede interesar", "más información",
    "leggi anche", "leggi di più", "potrebbe interessarti", "leia também", "leia mais", "veja também",
    "lees ook", "lees meer", "läs också", "läs även", "läs mer", "les også", "læs også", "lue myös",
    "czytaj też", "czytaj także", "czytaj więcej", "przeczytaj także", "zobacz też", "zobacz także",
    "čtěte také", "přečtěte si také", "čítajte aj", "citește și", "citeşte şi", "olvassa el",
    "ayrıca okuyun", "ilgili haberler", "diğer haberler",
    "читайте также", "читать также", "смотрите также", "по теме", "читать далее",
    "читайте також", "дивіться також", "читати далі", "за темою",
)  # fmt: skip
_POINTER = re.compile(
    rf"(?:{_POINTERS})(?P<sep>\s*[:：|–—>»•]+\s*|\s+|\s*\Z)(?P<rest>.*)\Z", _I | re.DOTALL
)
# Pointers that also begin ordinary headlines and sentences count only when a mark or a gap follows.
_WEAK = re.compile(_any("related.*", "more from", "recommended.*", "trending.*", "up next", "most read",
                        "read on", "read this", "see more", "mehr dazu", "по теме", "за темою"), _I)  # fmt: skip

_COMMENT = re.compile(
    "(?:"
    + _any(
        "leave a (reply|comment)", "leave your (reply|comment|thoughts)", "post a comment", "add a comment",
        "write a comment", "cancel reply", "post comment", "submit comment", "join the (conversation|discussion)",
        "your e-?mail address will not be published", "required fields are marked", "save my name",
        "comments are closed", "comments off", "no comments( yet)?", "log in to (comment|reply|leave)",
        "you must be logged in", "notify me of", "this site uses akismet", "view (all )?comments",
        "laisser un commentaire", "votre adresse e-?mail ne sera pas publi", "les champs obligatoires",
        "annuler la réponse", "schreibe einen kommentar", "kommentar (schreiben|hinterlassen|abgeben)",
        "deine e-mail-adresse wird nicht", "ihre e-mail-adresse wird nicht", "erforderliche felder sind",
        "deja (una respuesta|un comentario)", "tu dirección de correo electrónico no será",
        "los campos obligatorios", "lascia un commento", "il tuo indirizzo e-?mail non sarà",
        "i campi obbligatori", "deixe (um comentário|uma resposta)", "o seu endereço de e-?mail não será",
        "geef een reactie", "je e-mailadres wordt niet", "lämna ett svar", "legg igjen en kommentar",
        "dodaj komentarz", "twój adres e-?mail nie zostanie", "wymagane pola są", "napsat komentář",
        "lasă un răspuns", "bir yanıt yazın", "e-posta hesabınız yayımlanmayacak",
        "добавить комментарий", "оставить комментарий", "ваш адрес e-?mail не будет", "обязательные поля",
        "залишити (відповідь|коментар)", "додати коментар", "ваша e-?mail адреса не",
    )
    + r")(?P<rest>[^\n]*)\Z",
    _I,
)  # fmt: skip
_COMMENT_SETTINGS = re.compile(
    r"(save my name\b.{0,60}\b(browser|comment)|notify me of\b.{0,60}\b(comments?|posts?|email)"
    r"|this site uses akismet|you must be logged in to (post|leave|comment|reply)|log in to (comment|reply|leave a)"
    r"|enregistrer mon nom\b.{0,60}\bnavigateur|name, e-mail(-adresse)? und website\b.{0,60}\bspeichern"
    r"|guarda mi nombre\b.{0,60}\bnavegador|required fields are marked|les champs obligatoires sont indiqués"
    r"|erforderliche felder sind mit|los campos obligatorios están marcados|i campi obbligatori sono contrassegnati"
    r"|wymagane pola są oznaczone|обязательные поля помечены|обов[’'ʼ]язкові поля позначені)",
    _I,
)
_COMMENT_COUNT = re.compile(
    r"\(?\d{1,5}\)?\s+(comments?|replies|responses|commentaires|kommentare|comentarios)\Z", _I
)

_SHARE = re.compile(
    "(?:"
    + _any(
        "share (this|on|via|to)", "follow us", "follow .{2,40} on", "like us on", "join us on",
        "join our", "sign up", "subscribe", "get (our|the latest|breaking)", "download (our|the) app",
        "click here", "support (our|independent) journalism", "become a (member|subscriber)", "tweet this",
        "print this", "abonnez-vous", "inscrivez-vous", "suivez-nous", "partager (sur|cet)", "abonnieren sie",
        "folgen sie uns", "teilen (auf|sie)", "jetzt abonnieren", "suscríbete", "suscríbase", "síguenos",
        "comparte? (en|este)", "iscriviti", "seguici", "condividi su", "inscreva-se", "siga-nos", "compartilhe",
        "zapisz się", "obserwuj nas", "śledź nas", "udostępnij", "подписывайтесь", "подпишитесь",
        "поделиться", "підписуйтесь", "підписуйтеся", "підпишіться", "поділитися", "abone olun", "bizi takip",
    )
    + r")\b(?P<rest>[^\n]*)\Z",
    _I,
)  # fmt: skip
_MEDIUM = re.compile(
    r"\b(newsletter|e-?mail|inbox|app|channel|podcast|whatsapp|telegram|viber|facebook|twitter|instagram|"
    r"linkedin|youtube|tiktok|threads|mastodon|bluesky|rss|alerts?|updates|notifications?|briefing|social|"
    r"account|subscri\w+|abo|kanal|canal|boletín|bulletin|infolettre|рассылк\w*|розсилк\w*|канал\w*|соцсет\w*|"
    r"соцмереж\w*|article|artikel|artículo|story|page|post|X)\b",
    _I,
)
_NEWS_MEDIUM = re.compile(
    r"\b(newsletters?|alerts|updates|inbox|podcast|channel|briefing|bulletin|subscri\w+)\b", _I
)
_ALONE = re.compile(
    "(?:"
    + _any(
        "advertisement", "advertising", "sponsored( content)?", "promoted", "story continues below( advertisement)?",
        "article continues (below|after)( the)?( advert(isement)?)?", "skip (advertisement|to (main )?content)", "loading( ?\\.\\.\\.|…)?",
        "share", "tweet", "e-?mail", "print", "copy link", "link copied", "save", "facebook", "twitter", "whatsapp",
        "linkedin", "telegram", "instagram", "pinterest", "reddit", "read full article", "show more", "load more",
        "back to top", "anzeige", "werbung", "publicité", "publicidad", "pubblicità", "publicidade", "reklama",
        "advertentie", "annons", "annonse", "реклама", "partager", "teilen", "compartir", "condividi",
        "поделиться", "поділитися", "getty images", "afp", "reuters", "ap photo",
    )
    + r")[\s.:]*\Z",
    _I,
)  # fmt: skip

_DURATION = re.compile(
    r"(?P<lead>\S.*?)\s+\(?(?P<time>(?:\d{1,2}:)?[0-5]?\d:[0-5]\d)\)?\s*\Z", re.DOTALL
)
# Words after which a time is a time of day, a score or a verse, and not the length of a film.
_BEFORE_CLOCK = frozenset(
    "at by until till to from around about before after since near approximately circa between and or than past "
    "nearly almost of on lead score won lost drew um gegen bis ab ca seit à a las vers dès jusqu'à alle ore às "
    "klo kl. kl o godz godz. о об в во к до после около близько після saat ratio odds chapter verse".split()
)
_CREDIT = re.compile(
    r"\(?(?:(?:image|photo|picture|video|file photo|photograph|foto|bild|fotografía|фото|відео|видео)"
    r"(?:\s+(?:source|credit|caption|courtesy|by))?\s*[:/,–—-]\s*\S.*"
    r"|.{0,120}(?:via getty images|/\s?(?:getty images|afp|reuters|ap|epa|tass|anadolu)|getty images|\(ap photo[^)]*\)))\)?\Z",
    _I,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MAIL_LEAD = re.compile(
    r"\W*(?:(?:e-?mail|contact|write to|reach|mail|tips?|kontakt|contacto|courriel|написать|пишіть)\b.{0,80}?)?\W*\Z",
    _I,
)
_NAME = r"(?:[^\W\d_][\w.'’-]*)"
_GLUE = frozenset(
    "and & with in from at for of the also writer writers reporter reporters correspondent correspondents editor "
    "editors staff journalist journalists colleagues contributor agencies bureau de la le van von der den al bin und et y e".split()
)
_CONTRIBUTED = re.compile(
    r"[\W_]*(?P<who>.{2,200}?)\s+(?:also\s+)?(?:contributed|have contributed|has contributed)\s+(?:reporting\b.{0,80}"
    r"|(?:additional\s+)?(?:to|reporting to)\s+(?:this|the)\s+(?:report|story|article|piece|post|dispatch))[\W_]*\Z",
    _I,
)
_REPORTING = re.compile(
    r"[\W_]*(?:(?:additional\s+)?(?:reporting|writing|editing|edited|written|compiled|translated|research|graphics)"
    r"(?:\s+and\s+(?:writing|editing))?\s+by\s+(?P<who>[^\n]{3,160})|with\s+(?:files|reporting)\s+(?:from|by)\s+(?P<files>[^\n]{2,120}))\Z",
    _I,
)
_BY = re.compile(r"(?:by|von|par|por|di|autor|автор)[:\s]\s*(?P<who>[^\n]{3,90})\Z", _I)
_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)|copyright\b)\s*(?:©\s*)?(?:\d{4}|all rights).{0,160}\Z|.{0,60}\ball rights reserved\W*\Z",
    _I,
)


def furniture(line: str) -> Furniture | None:
    """Say what a line that stands alone is, if it belongs to the page; None if it is kept.

    Examples
    --------
    >>> furniture("See also: Talks stall in Geneva | World").kind
    'promo'
    >>> furniture("See also the memorandum of 1994, which three states signed.") is None
    True
    """
    text = _SPACE.sub(" ", line).strip()
    words = text.split(" ")
    if not text or len(words) > MAX_WORDS or _TWO_SENTENCES.search(text.replace("U.S.", "US")):
        return _long_furniture(text, len(words))
    for rule in (_alone, _promotion, _comment, _share, _caption, _byline):
        found = rule(text, words)
        if found is not None:
            return found
    # The white space of the line itself is a hint: "See also" and a gap.
    return _gap(line)


def _long_furniture(text: str, words: int) -> Furniture | None:
    """Recognise the small print that has two sentences: of a comment form, of a copyright."""
    if not text or words > MAX_WORDS:
        return None
    if _COPYRIGHT.match(text) and words <= 25:
        return Furniture("byline", "copyright")
    return _comment(text, text.split(" "))


def _alone(text: str, words: list[str]) -> Furniture | None:
    if len(words) <= 6 and _ALONE.match(text):
        return Furniture("promo", "page control")
    return None


def _promotion(text: str, words: list[str]) -> Furniture | None:
    match = _POINTER.match(text.lstrip("-–—•►▶>»*· "))
    if match is None:
        return None
    rest, mark = match["rest"].strip(), match["sep"].strip()
    cue = match.group(0)[: match.start("sep") - match.start()].strip()
    if not rest:
        return Furniture("promo", "pointer to another page")
    if mark and not (
        _WEAK.fullmatch(cue) and _SENTENCE_END.search(rest) and not rest.endswith("?")
    ):
        return Furniture("promo", "pointer to another page")
    if _WEAK.fullmatch(cue) or _SENTENCE_END.search(rest):
        return None
    # Without a mark, a headline follows: a capital letter and no end of a sentence.
    if rest[0].isupper() or rest[0] in "\"'“‘«„[" or rest[0].isdigit() or "|" in rest:
        return Furniture("promo", "pointer to another page")
    if re.match(r"(about|on|here|sur|über|sobre|о|про)\b", rest, _I) and len(words) <= 12:
        return Furniture("promo", "pointer to another page")
    return None


def _gap(line: str) -> Furniture | None:
    """Recognise a pointer and, after a gap (a no-break space or two spaces), anything but prose."""
    match = re.match(
        rf"\s*(?:{_POINTERS})(?:\s*\u00a0\s*|\s{{2,}})(?P<rest>\S.*)\Z", line, _I | re.DOTALL
    )
    if match is not None and not _SENTENCE_END.search(match["rest"]):
        return Furniture("promo", "pointer to another page")
    return None


def _comment(text: str, words: list[str]) -> Furniture | None:
    match = _COMMENT.match(text.lstrip("-–—•* "))
    if match is not None and len(words) <= 25:
        # After the phrase, its last word may end, and the line or its sentence must.
        rest = re.sub(r"\A\w+", "", match["rest"]).strip()
        where = re.match(r"(on|to|below|here|for|cancel|спам|über|sur)\b[^,;]{0,60}\Z", rest, _I)
        if not rest or rest[0] in ".*!…(" or (where and len(words) <= 9):
            return Furniture("comment", "comment form")
    if len(words) <= 25 and _COMMENT_SETTINGS.match(text):
        return Furniture("comment", "comment form")
    return Furniture("comment", "comment count") if _COMMENT_COUNT.match(text) else None


def _share(text: str, words: list[str]) -> Furniture | None:
    match = _SHARE.match(text.lstrip("-–—•►▶>»*· "))
    if match is None or len(words) > 30:
        return None
    if text.lower().startswith(("sign up", "click here")) and not _NEWS_MEDIUM.search(text):
        return None  # how to open some account is an article's own advice
    return Furniture("promo", "share or subscribe") if _MEDIUM.search(match["rest"]) else None


def _caption(text: str, words: list[str]) -> Furniture | None:
    match = _DURATION.match(text)
    if match is not None and len(words) <= 25:
        before = match["lead"].split()[-1].lower().strip("“”\"'(")
        last = match["lead"].rstrip()[-1]
        if before not in _BEFORE_CLOCK and last not in ",;–—-:" and not before.isdigit():
            return Furniture("caption", "film with its length")
    if len(words) <= 30 and _CREDIT.match(text) and not _SENTENCE_END.search(text):
        return Furniture("caption", "credit of a picture")
    return None


def _names_only(text: str) -> bool:
    """Say whether a run of words is a list of names: capitals and the words between names."""
    words = re.findall(r"[^\W_][\w.'’-]*", text)
    if not words or len(words) > 30:
        return False
    named = [word for word in words if word[0].isupper()]
    plain = [
        word for word in words if not word[0].isupper() and word.lower().rstrip(".") not in _GLUE
    ]
    return bool(named) and not plain


def _byline(text: str, words: list[str]) -> Furniture | None:
    match = _CONTRIBUTED.match(text)
    if match is not None and _names_only(match["who"]):
        return Furniture("byline", "contributors")
    match = _REPORTING.match(text)
    if match is not None and _names_only(
        re.sub(r"\b(editing|writing|reporting) by\b", "", match["who"] or match["files"], flags=_I)
    ):
        return Furniture("byline", "contributors")
    match = _BY.match(text)
    if match is not None and len(words) <= 12 and not _SENTENCE_END.search(text):
        names = re.sub(r"\b(for|of|in)\b.*", "", match["who"])
        if (
            _names_only(names)
            and len(re.findall(r"[^\W\d_]+", names)) > 1
            and not re.search(r"\d", names)
        ):
            return Furniture("byline", "author")
    mail = _MAIL.search(text)
    if (
        mail is not None
        and len(words) <= 14
        and (_MAIL_LEAD.match(text[: mail.start()]) or _names_only(text[: mail.start()]))
        and len(text[mail.end() :].split()) <= 4
    ):
        return Furniture("byline", "address of an author")
    return Furniture("byline", "copyright") if _COPYRIGHT.match(text) else None
