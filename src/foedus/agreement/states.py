"""Names of states by code: ISO 3166-1 alpha-3, and the former states of the case format.

The names are the everyday English ones. A name here says nothing about recognition: it is how
a code of a file is read aloud.
"""

from __future__ import annotations

from typing import Final

# Codes of ISO 3166-1 alpha-3, with the everyday English names.
_TODAY: Final = """
ABW Aruba|AFG Afghanistan|AGO Angola|AIA Anguilla|ALA the Åland Islands|ALB Albania|AND Andorra|
ARE the United Arab Emirates|ARG Argentina|ARM Armenia|ASM American Samoa|ATA Antarctica|
ATF the French Southern Territories|ATG Antigua and Barbuda|AUS Australia|AUT Austria|
AZE Azerbaijan|BDI Burundi|BEL Belgium|BEN Benin|BES the Caribbean Netherlands|BFA Burkina Faso|
BGD Bangladesh|BGR Bulgaria|BHR Bahrain|BHS the Bahamas|BIH Bosnia and Herzegovina|
BLM Saint Barthélemy|BLR Belarus|BLZ Belize|BMU Bermuda|BOL Bolivia|BRA Brazil|BRB Barbados|
BRN Brunei|BTN Bhutan|BVT Bouvet Island|BWA Botswana|CAF the Central African Republic|CAN Canada|
CCK the Cocos Islands|CHE Switzerland|CHL Chile|CHN China|CIV Côte d'Ivoire|CMR Cameroon|
COD the Democratic Republic of the Congo|COG the Republic of the Congo|COK the Cook Islands|
COL Colombia|COM the Comoros|CPV Cabo Verde|CRI Costa Rica|CUB Cuba|CUW Curaçao|
CXR Christmas Island|CYM the Cayman Islands|CYP Cyprus|CZE Czechia|DEU Germany|DJI Djibouti|
DMA Dominica|DNK Denmark|DOM the Dominican Republic|DZA Algeria|ECU Ecuador|EGY Egypt|ERI Eritrea|
ESH Western Sahara|ESP Spain|EST Estonia|ETH Ethiopia|FIN Finland|FJI Fiji|
FLK the Falkland Islands|FRA France|FRO the Faroe Islands|FSM Micronesia|GAB Gabon|
GBR the United Kingdom|GEO Georgia|GGY Guernsey|GHA Ghana|GIB Gibraltar|GIN Guinea|
GLP Guadeloupe|GMB the Gambia|GNB Guinea-Bissau|GNQ Equatorial Guinea|GRC Greece|GRD Grenada|
GRL Greenland|GTM Guatemala|GUF French Guiana|GUM Guam|GUY Guyana|HKG Hong Kong|
HMD Heard Island and McDonald Islands|HND Honduras|HRV Croatia|HTI Haiti|HUN Hungary|
IDN Indonesia|IMN the Isle of Man|IND India|IOT the British Indian Ocean Territory|IRL Ireland|
IRN Iran|IRQ Iraq|ISL Iceland|ISR Israel|ITA Italy|JAM Jamaica|JEY Jersey|JOR Jordan|JPN Japan|
KAZ Kazakhstan|KEN Kenya|KGZ Kyrgyzstan|KHM Cambodia|KIR Kiribati|KNA Saint Kitts and Nevis|
KOR South Korea|KWT Kuwait|LAO Laos|LBN Lebanon|LBR Liberia|LBY Libya|LCA Saint Lucia|
LIE Liechtenstein|LKA Sri Lanka|LSO Lesotho|LTU Lithuania|LUX Luxembourg|LVA Latvia|MAC Macao|
MAF Saint Martin|MAR Morocco|MCO Monaco|MDA Moldova|MDG Madagascar|MDV the Maldives|MEX Mexico|
MHL the Marshall Islands|MKD North Macedonia|MLI Mali|MLT Malta|MMR Myanmar|MNE Montenegro|
MNG Mongolia|MNP the Northern Mariana Islands|MOZ Mozambique|MRT Mauritania|MSR Montserrat|
MTQ Martinique|MUS Mauritius|MWI Malawi|MYS Malaysia|MYT Mayotte|NAM Namibia|NCL New Caledonia|
NER Niger|NFK Norfolk Island|NGA Nigeria|NIC Nicaragua|NIU Niue|NLD the Netherlands|NOR Norway|
NPL Nepal|NRU Nauru|NZL New Zealand|OMN Oman|PAK Pakistan|PAN Panama|PCN the Pitcairn Islands|
PER Peru|PHL the Philippines|PLW Palau|PNG Papua New Guinea|POL Poland|PRI Puerto Rico|
PRK North Korea|PRT Portugal|PRY Paraguay|PSE Palestine|PYF French Polynesia|QAT Qatar|
REU Réunion|ROU Romania|RUS Russia|RWA Rwanda|SAU Saudi Arabia|SDN Sudan|SEN Senegal|
SGP Singapore|SGS South Georgia and the South Sandwich Islands|SHN Saint Helena|
SJM Svalbard and Jan Mayen|SLB the Solomon Islands|SLE Sierra Leone|SLV El Salvador|
SMR San Marino|SOM Somalia|SPM Saint Pierre and Miquelon|SRB Serbia|SSD South Sudan|
STP São Tomé and Príncipe|SUR Suriname|SVK Slovakia|SVN Slovenia|SWE Sweden|SWZ Eswatini|
SXM Sint Maarten|SYC Seychelles|SYR Syria|TCA the Turks and Caicos Islands|TCD Chad|TGO Togo|
THA Thailand|TJK Tajikistan|TKL Tokelau|TKM Turkmenistan|TLS Timor-Leste|TON Tonga|
TTO Trinidad and Tobago|TUN Tunisia|TUR Turkey|TUV Tuvalu|TWN Taiwan|TZA Tanzania|UGA Uganda|
UKR Ukraine|UMI the Minor Outlying Islands of the United States|URY Uruguay|USA the United States|
UZB Uzbekistan|VAT the Holy See|VCT Saint Vincent and the Grenadines|VEN Venezuela|
VGB the British Virgin Islands|VIR the United States Virgin Islands|VNM Vietnam|VUT Vanuatu|
WLF Wallis and Futuna|WSM Samoa|XKX Kosovo|YEM Yemen|ZAF South Africa|ZMB Zambia|ZWE Zimbabwe
"""

# Former states: the case format's codes, and those of ISO 3166-3.
_FORMER: Final = """
AUH Austria-Hungary|BUR Burma|CSK Czechoslovakia|DDR East Germany|RVN South Vietnam|
SCG Serbia and Montenegro|SUN the Soviet Union|VDR North Vietnam|YMD South Yemen|YUG Yugoslavia|
ZAR Zaire
"""


def _table(text: str) -> dict[str, str]:
    entries = (entry.strip() for entry in text.split("|"))
    return {entry[:3]: entry[4:] for entry in entries if entry}


#: Code -> name, with the article where English uses one.
NAMES: Final[dict[str, str]] = _table(_TODAY) | _table(_FORMER)

#: Organisations that need an article or are better known by a name than by their letters.
ORGANISATIONS: Final[dict[str, str]] = {
    "AU": "the African Union",
    "CSTO": "the Collective Security Treaty Organization",
    "EU": "the European Union",
    "NATO": "NATO",
    "OAS": "the Organization of American States",
    "OSCE": "the Organization for Security and Co-operation in Europe",
    "UN": "the United Nations",
    "UNSC": "the Security Council",
}
