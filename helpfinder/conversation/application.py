"""Accepting the offer: which way leads to the help that fits, and what to have ready."""

from dataclasses import replace

from helpfinder.conversation.guide import help_reply
from helpfinder.conversation.situation import Reply, Situation
from helpfinder.directory import Route
from helpfinder.finder import Answer
from helpfinder.interview import Heard, Interview
from helpfinder.people import Person
from helpfinder.wording import Message
from helpfinder.wording.answers import how_text


def application_reply(interview: Interview, heard: Heard, situation: Situation) -> Reply:
    if not interview.has_result and interview.concern is None:
        return help_reply(interview, heard, situation)
    answer = situation.find(interview)
    text = "\n".join([_route_text(interview, answer, situation), situation.text("utter_route_prepare")])
    return Reply((Message(text),), replace(interview, offer=None))


def _route_text(interview: Interview, answer: Answer, situation: Situation) -> str:
    if answer.route is Route.ONE_APPLICATION and interview.person == Person.PROFESSIONAL.value:
        return situation.text("utter_route_fg1")
    if answer.route in (Route.ONE_APPLICATION, Route.ABROAD_FORM, Route.MINISTRY):
        return situation.text("utter_route_" + answer.route.value.replace("-", "_"))
    if not answer.matches.fitting or answer.route is Route.UNKNOWN:
        return situation.text("utter_route_one_application")
    service = answer.matches.fitting[0].service
    name = situation.catalogue.fact("service", service.id, "name", service.name, situation.language)
    how = how_text(service, situation.catalogue, situation.language)
    return situation.text("utter_route_direct", name=name, how=how)
