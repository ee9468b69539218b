"""Who writes and about whom, in every language; ``-`` stands for "does not say"."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpfinder.people import People, PeopleDataError, PersonMention, load_people

Find = Callable[[str], PersonMention | None]
CASES = {
    "en": """
my son hits everybody | parent | son
my daughter's teacher called | parent | daughter
my son's teacher says he is slow | parent | son
our baby cries all night | parent | baby
my 3-year-old bites | parent | child
my 8 year old son is bullied | parent | son
my 4 and 6 year old sons fight | parent | son
We are worried about our 8 yo | parent | child
I'm a single mother | parent | -
as a father I worry | parent | -
my husband hits our son | parent | son
my mother-in-law hates my daughter | parent | daughter
my mother is ill and cannot look after my kids | parent | child
my very shy little girl | parent | daughter
my stepson lies | parent | stepchild
my baby cries, I'm 22 | parent | baby
my grandson is sad | grandparent | grandchild
I am his grandmother | grandparent | -
we are the grandparents of a boy | grandparent | son
my foster child runs away | foster_parent | foster_child
I'm a foster mother | foster_parent | -
I'm a teacher | professional | -
Im a teacher | professional | -
I’m a teacher | professional | -
as a social worker I need help | professional | -
one of my pupils is hit | professional | pupil
my client is 17 | professional | pupil
I work in a foyer, one of our girls ran away | professional | daughter
I am a paediatrician, a child was brought in | professional | child
I'm 25 and a teacher | young_adult | me
my mum hits me | child | me
my mum hits my brother | child | sibling
my parents are divorcing | child | me
at my school they laugh | child | me
my teacher hates me | child | me
I'm 14 | child | me
I'm 16 and my friend wants to die | child | friend
I am 17 and my son cries | child | son
I'm 22 | young_adult | me
I'm at university and sad, I'm 20 | young_adult | me
my friend cuts herself | other | friend
my friend's son is hit | other | son
my neighbour screams at her kids | other | child
I'm not his mother, I'm the aunt | other | -
my nephew is sad | other | nephew_niece
my little brother is sad | - | sibling
my husband drinks | - | partner
I feel so bad | - | me
it's for me | - | me
""",
    "fr": """
mon fils frappe tout le monde | parent | son
ma fille de 3 ans mord | parent | daughter
notre bébé pleure | parent | baby
mon enfant ne parle pas | parent | child
je suis une mère célibataire | parent | -
nous sommes les parents de Léa | parent | -
mes enfants se disputent | parent | child
mon beau-fils ment | parent | stepchild
mon petit-fils est triste | grandparent | grandchild
je suis la grand-mère de Léa | grandparent | -
je suis sa grand mere | grandparent | -
je suis famille d'accueil | foster_parent | -
l'enfant placé chez nous fugue | foster_parent | foster_child
je suis enseignante | professional | -
en tant qu'assistante sociale | professional | -
en tant que médecin | professional | -
un de mes élèves est battu | professional | pupil
ma mère me frappe | child | me
mes parents divorcent | child | me
dans ma classe ils se moquent | child | me
j'ai 15 ans | child | me
jai 15 ans | child | me
j'ai 22 ans | young_adult | me
le fils de mon amie est battu | other | son
ma voisine crie | other | neighbour
je suis la tante | other | -
ma nièce va mal | other | nephew_niece
mon grand de 9 ans ment | parent | child
ma grand-mère me frappe | child | me
je suis assistante maternelle | professional | -
ma petite soeur est triste | - | sibling
c'est pour moi | - | me
""",
    "de": """
mein Sohn schlägt alle | parent | son
meine Tochter weint | parent | daughter
unser Baby schreit | parent | baby
mein 8-jähriger Sohn lügt | parent | son
meine Kleine schläft nicht | parent | child
ich bin alleinerziehende Mutter | parent | -
meine Kinder streiten | parent | child
ich habe zwei Kinder | parent | child
mein Stiefsohn lügt | parent | stepchild
mein Enkel ist traurig | grandparent | grandchild
ich bin die Oma von Leo | grandparent | -
mein Pflegekind läuft weg | foster_parent | foster_child
wir sind Pflegeeltern | foster_parent | -
ich bin Lehrerin | professional | -
ich bin eine Ärztin | professional | -
als Sozialarbeiterin frage ich | professional | -
einer meiner Schüler wird geschlagen | professional | pupil
meine Mutter schlägt mich | child | me
meine Eltern trennen sich | child | me
in meiner Klasse lachen alle | child | me
ich bin 15 | child | me
ich bin 22 | young_adult | me
meine Freundin ritzt sich | other | friend
das Kind meiner Nachbarin wird geschlagen | other | child
ich bin die Tante | other | -
meine kleine Schwester ist traurig | - | sibling
es geht um mich | - | me
""",
    "lb": """
mäi Jong schléit jiddereen | parent | son
meng Duechter kräischt | parent | daughter
eise Bëbee kräischt | parent | baby
meng Kanner sträiden | parent | child
mai Kand schwätzt net | parent | child
menger Duechter geet et net gutt | parent | daughter
ech sinn eng Mamm | parent | -
mir sinn d'Eltere vum Leo | parent | -
mir sinn d'Elteren | parent | -
mäin Enkel ass traureg | grandparent | grandchild
ech sinn d'Bom | grandparent | -
ech sinn d'Boma vum Leo | grandparent | -
mäi Fleegekand leeft fort | foster_parent | foster_child
mir sinn eng Fleegefamill | foster_parent | -
ech sinn Enseignante | professional | -
ech sinn Educatrice | professional | -
als Sozialaarbechterin | professional | -
ee vu menge Schüler gëtt geschloen | professional | pupil
eng vu menge Schülerinnen | professional | pupil
meng Mamm schléit mech | child | me
mäi Papp drénkt | child | me
meng Eltere sträiden | child | me
meng Elteren sträiden | child | me
a menger Klass laachen se | child | me
ech sinn 15 | child | me
ech hunn 22 Joer | young_adult | me
meng Frëndin rëtzt sech | other | friend
menger Noperin hire Jong gëtt geschloen | other | son
meng Nopesch jäizt | other | neighbour
ech sinn d'Tatta | other | -
meng kleng Schwëster ass traureg | - | sibling
et geet ëm mech | - | me
""",
    "pt": """
o meu filho bate em todos | parent | son
a minha filha chora | parent | daughter
o nosso bebé chora | parent | baby
os meus filhos discutem | parent | son
sou mãe solteira | parent | -
tenho dois filhos | parent | son
o meu enteado mente | parent | stepchild
o meu filho de 8 anos mente | parent | son
o meu neto está triste | grandparent | grandchild
sou a avó dele | grandparent | -
sou o avo dele | grandparent | -
somos uma família de acolhimento | foster_parent | -
a minha criança acolhida foge | foster_parent | foster_child
sou professora | professional | -
sou assistente social | professional | -
enquanto médica pergunto | professional | -
um dos meus alunos é agredido | professional | pupil
a minha mãe bate-me | child | me
os meus pais discutem | child | me
na minha turma gozam comigo | child | me
tenho 15 anos | child | me
tenho 22 anos | young_adult | me
a minha amiga corta-se | other | friend
o filho da minha amiga é agredido | other | son
o meu vizinho grita | other | neighbour
sou a tia | other | -
a minha irmã está triste | - | sibling
é para mim | - | me
""",
}


def _rows() -> list[object]:
    lines = ((language, line) for language, lines in CASES.items() for line in lines.strip().splitlines())
    return [pytest.param(*line.split(" | "), id=f"{language}: {line}") for language, line in lines]


@pytest.mark.parametrize(("text", "person", "about"), _rows())
def test_find_person(find: Find, text: str, person: str, about: str) -> None:
    found = find(text)
    said = (
        found.person.value if found and found.person else "-",
        found.about.value if found and found.about else "-",
    )
    assert said == (person, about)


@pytest.mark.parametrize(
    "text", ["hello", "", "I'm 35", "where is the office?", "wou ass de Büro?", "combien ça coûte ?"]
)
def test_find_person_finds_nobody(find: Find, text: str) -> None:
    assert find(text) is None


def test_find_person_keeps_the_place_in_the_text(find: Find) -> None:
    found = find("Moien, mäi Jong schléit")
    assert found is not None
    assert (found.start, found.end, found.text) == (7, 15, "mäi Jong")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=200)
    | st.lists(
        st.sampled_from(["my", "son", "I'm", "16", "a", "mäi", "Jong", "'s", "teacher", "."]), max_size=12
    ).map(" ".join)
)
def test_find_person_never_fails(find: Find, text: str) -> None:
    found = find(text)
    assert found is None or (
        found.text == text[found.start : found.end] != "" and (found.person or found.about)
    )


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("My son is 8 and he hits his sister, we wait. " * 222, 0.05),
        ("My son is 8 and he hits his sister.", 0.001),
    ],
    ids=["long", "sentence"],
)
def test_find_person_is_fast(people: People, text: str, limit: float) -> None:
    taken = []
    for _ in range(5):
        start = time.process_time()
        people.find_person(text)
        taken.append(time.process_time() - start)
    assert min(taken) < limit * 2  # twice, for slow machines


@pytest.mark.parametrize(
    ("content", "message"),
    [("language: xx\npossessives: [no]\n", "xx.yml: False"), ("language: xx\n", "xx.yml: 'possessives'")],
)
def test_a_wrong_file_is_named(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "xx.yml").write_text(content, encoding="utf-8")
    with pytest.raises(PeopleDataError, match=message):
        load_people(tmp_path)
