"""Places inside running text: found in five languages, and not made of ordinary words."""

import pytest

from helpfinder.geography.gazetteer import Gazetteer
from helpfinder.geography.model import LookupKind, Mention

FOUND = [
    ("we live in born", "born", "L00454"),
    ("Ich bin in Born geboren", "Born", "L00454"),
    ("Born in 2019 in Mersch", "Mersch", "L00160"),
    ("i live in esch sur alzette", "esch sur alzette", "L00053"),
    ("i live in esch-sur-sûre with my two kids", "esch-sur-sûre", "L00361"),
    ("we live near the border in esch sur alzete", "esch sur alzete", "L00053"),
    ("Mir wunnen zu Déifferdeng", "Déifferdeng", "L00048"),
    ("Nous habitons à Differdange depuis 2015", "Differdange", "L00048"),
    ("my son is 14 and we live in Diffrdange", "Diffrdange", "L00048"),
    ("Moro em Esch-sur-Alzette com os meus filhos", "Esch-sur-Alzette", "L00053"),
    ("Wir wohnen in Düdelingen", "Düdelingen", "L00052"),
    ("Ich suche Hilfe in Echternahc", "Echternahc", "L00452"),
    ("my daughter takes the bus to school in Ettelbruck", "Ettelbruck", "L00280"),
    ("He is 12 and lives near Ettelbreck", "Ettelbreck", "L00280"),
    ("mat dem Bus op Miersch", "Miersch", "L00160"),
    ("mein Sohn ist in Wiltz in der Schule", "Wiltz", "L00399"),
    ("Ech wunnen an der Stad", "an der Stad", "L00001"),
    ("my son lives in Luxembourg City", "Luxembourg City", "L00001"),
    ("in 2019 we moved to Luxembourg", "Luxembourg", "C0304"),
    ("moro perto de Luxemburgo", "Luxemburgo", "C0304"),
    ("Je suis de Petange", "Petange", "L00065"),
    ("wir sind aus Bettemburg", "Bettemburg", "L00044"),
    ("school in Walferdange", "Walferdange", "L00120"),
    ("ech brauch Hëllef zu Réimech", "Réimech", "L00538"),
    ("mäi Jong geet zu Lëntgen an d'Schoul", "Lëntgen", "L00149"),
    ("Preciso de ajuda em Ettelbruck", "Ettelbruck", "L00280"),
    ("habito em Bonnevoie", "Bonnevoie", "Q03"),
    ("we are at Kirchberg", "Kirchberg", "Q16"),
    ("BELVAL", "BELVAL", "X01"),
    ("sie wohnt mit ihrem Vater in Wahl", "Wahl", "L00356"),
    ("in Strassen", "Strassen", "L00117"),
    ("je vis dans la commune de Bous", "Bous", "L00520"),
    ("Gemeng Ell", "Ell", "L00311"),
    ("Familie Weber aus Junglinster", "Junglinster", "L00501"),
    ("my postcode is 4573", "4573", "P4573"),
    ("l4031, please", "l4031", "P4031"),
    ("code postal 2019", "2019", "P2019"),
    ("plz 1930", "1930", "P1930"),
    ("1930 Luxembourg", "1930 Luxembourg", "P1930"),
    ("we are at 12, Route de Mondorf, L-5552 Remich", "L-5552 Remich", "P5552"),
]

NOT_FOUND = [
    "",
    "I was born in 2019",
    "ich bin 2010 geboren",
    "my child was born 2012",
    "we pay 3500 euros rent",
    "it costs 4500",
    "4500 € a month",
    "Call me on 26 48 20 50",
    "phone 2648 2050",
    "rue de Mersch 12",
    "avenue de Luxembourg",
    "Mersch street 4",
    "aus diesem Grund brauche ich Hilfe",
    "Ich wohne im Grund genommen allein",
    "am Wald spielen",
    "ich habe einen Sohn",
    "ich helfe ihnen",
    "Wir haben einen Bruch erlebt",
    "den Zuch fiert op d'Gare",
    "she needs a bill",
    "the rolling hills",
    "He likes reading and writing",
    "wir fuhren nach Hause",
    "meine Tochter ist ernster geworden",
    "Mäin éischt Kand ass 3 Joer al",
    "mir simmer midd",
    "mir feelen d'Kierchen",
    "I want to sell my house",
    "my father comes from Portugal",
    "we moved here from Greece last summer",
    "my ex moved to Spain",
    "qui peut m'aider à trier mon courrier ?",
    "Mr Metz told me",
    "Madame Hoffelt est ma voisine",
    "il faut conter une histoire",
    "ma fille prend le bus",
    "j'attends près de la gare",
    "Walter is five",
    "Nancy is my daughter",
    "on verra bien",
    "in winter he is sad",
    "op de Stroossen",
    "Auf den Straßen ist es laut",
    "I live on my own",
    "the city is big",
    "the city centre is big",
    "My mother hits me",
    "Ich habe Angst, Schwester, Kinder, Mutter, Schule",
    "rome wasn't built in a day",
    "a minha filha não quer ir à escola",
    "Não sei o que fazer com o meu filho",
    "mon fils ne veut plus aller à l'école",
    "Meine Tochter will nicht mehr in die Schule gehen",
    "Mäi Bouf wëllt net méi an d'Schoul goen",
    "Ech weess net méi weider",
    "he beats me when he comes home drunk",
]


def mentions(gazetteer: Gazetteer, text: str) -> list[Mention]:
    found = gazetteer.find_in(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    return found


@pytest.mark.parametrize(("text", "name", "id_"), FOUND, ids=[text for text, *_ in FOUND])
def test_place_is_found(gazetteer: Gazetteer, text: str, name: str, id_: str) -> None:
    found = [(mention.text, mention.lookup.places[0].id) for mention in mentions(gazetteer, text)]
    assert found == [(name, id_)]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_nothing_is_found(gazetteer: Gazetteer, text: str) -> None:
    assert mentions(gazetteer, text) == []


@pytest.mark.parametrize("text", ["ma soeur habite Esch", "esch"])
def test_ambiguous_name_is_found_as_such(gazetteer: Gazetteer, text: str) -> None:
    assert [mention.lookup.kind for mention in mentions(gazetteer, text)] == [LookupKind.AMBIGUOUS]


@pytest.mark.parametrize(
    "text", ["wir fuhren nach Trier", "J'habite à Thionville", "we live in Nancy", "we live in Portugal"]
)
def test_place_abroad_is_found(gazetteer: Gazetteer, text: str) -> None:
    assert [mention.lookup.kind for mention in mentions(gazetteer, text)] == [LookupKind.ABROAD]


def test_places_are_found_in_the_order_of_the_text(gazetteer: Gazetteer) -> None:
    found = mentions(gazetteer, "We moved from Wiltz to Mersch, L-7561.")
    assert [mention.text for mention in found] == ["Wiltz", "Mersch", "L-7561"]


def test_decomposed_accents_are_read(gazetteer: Gazetteer) -> None:
    assert [m.lookup.places[0].id for m in mentions(gazetteer, "zu De\u0301ifferdeng")] == ["L00048"]
