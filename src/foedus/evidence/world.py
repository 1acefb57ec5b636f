"""States that a text may name, where a dossier lists no actors of its own.

A small table of names, so that a new dossier knows at once who "Washington" and "the British"
are. It holds no people and no offices: these are dated, and belong to a dossier.
"""

from __future__ import annotations

from foedus.evidence.actors import Party

#: Code: names and adjectives; after a bar, capitals and seats of government.
STATES = """
UKR Ukraine, Ukrainian, Ukrainians | Kyiv, Kiev
RUS Russia, Russian Federation, Russian, Russians | Moscow, Kremlin
USA United States, US, U.S., America, American, Americans | Washington, White House
GBR United Kingdom, UK, Britain, Great Britain, British, Britons | London, Downing Street
FRA France, French | Paris
DEU Germany, German, Germans | Berlin
POL Poland, Polish, Poles | Warsaw
ITA Italy, Italian, Italians | Rome
TUR Turkey, Türkiye, Turkish, Turks | Ankara
CHN China, Chinese | Beijing
CAN Canada, Canadian, Canadians | Ottawa
ISR Israel, Israeli, Israelis | Jerusalem
JPN Japan, Japanese | Tokyo
IND India, Indian | New Delhi
BLR Belarus, Belarusian | Minsk
ALB Albania, Albanian | Tirana
BEL Belgium, Belgian | Brussels
BGR Bulgaria, Bulgarian | Sofia
HRV Croatia, Croatian | Zagreb
CYP Cyprus, Cypriot | Nicosia
CZE Czechia, Czech Republic, Czech | Prague
DNK Denmark, Danish | Copenhagen
EST Estonia, Estonian | Tallinn
FIN Finland, Finnish | Helsinki
GEO Georgia, Georgian | Tbilisi
GRC Greece, Greek | Athens
HUN Hungary, Hungarian | Budapest
ISL Iceland, Icelandic | Reykjavik
IRL Ireland, Irish | Dublin
KAZ Kazakhstan, Kazakh | Astana
KOR South Korea, South Korean | Seoul
PRK North Korea, North Korean | Pyongyang
LVA Latvia, Latvian | Riga
LTU Lithuania, Lithuanian | Vilnius
LUX Luxembourg
MLT Malta, Maltese | Valletta
MDA Moldova, Moldovan | Chisinau
MNE Montenegro | Podgorica
NLD Netherlands, Dutch | The Hague
MKD North Macedonia | Skopje
NOR Norway, Norwegian | Oslo
AUT Austria, Austrian | Vienna
PRT Portugal, Portuguese | Lisbon
ROU Romania, Romanian | Bucharest
SVK Slovakia, Slovak | Bratislava
SVN Slovenia, Slovenian | Ljubljana
ESP Spain, Spanish | Madrid
SWE Sweden, Swedish | Stockholm
CHE Switzerland, Swiss | Bern
SRB Serbia, Serbian | Belgrade
ARM Armenia, Armenian | Yerevan
AZE Azerbaijan, Azerbaijani | Baku
IRN Iran, Iranian | Tehran
IRQ Iraq, Iraqi | Baghdad
SYR Syria, Syrian | Damascus
SAU Saudi Arabia, Saudi | Riyadh
TWN Taiwan, Taiwanese | Taipei
PHL Philippines, Philippine, Filipino | Manila
AUS Australia, Australian | Canberra
NZL New Zealand | Wellington
PAK Pakistan, Pakistani | Islamabad
ARG Argentina, Argentine | Buenos Aires
BRA Brazil, Brazilian | Brasilia
"""
_NAMES = frozenset({"Britain", "America", "Türkiye"})  # one word, and a name all the same


def parties() -> tuple[Party, ...]:
    """Return the states of the table.

    Examples
    --------
    >>> [party.adjectives for party in parties() if party.id == "GBR"]
    [('British', 'Britons')]
    """
    found = []
    for line in STATES.strip().splitlines():
        code, _, rest = line.partition(" ")
        words, _, seats = rest.partition("|")
        name, *others = (word.strip() for word in words.split(","))
        aliases = tuple(
            w for w in others if " " in w or w.replace(".", "").isupper() or w in _NAMES
        )
        found.append(
            Party(
                id=code,
                name=name,
                aliases=aliases,
                adjectives=tuple(w for w in others if w not in aliases),
                metonyms=tuple(seat.strip() for seat in seats.split(",") if seat.strip()),
            )
        )
    return tuple(found)
