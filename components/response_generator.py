"""``nlg:`` of endpoints.yml: every ``utter_...`` is worded in the conversation's language."""

from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from components.safety_signal import LANGUAGE, SAFE_QUESTION, last_text, numbers_to_call
from helpfinder.interview import Interview
from helpfinder.knowledge import Knowledge, knowledge
from helpfinder.wording.asking import question_message
from helpfinder.wording.message import Message

_GREET, _RESUME = "utter_greet", "utter_resume"
_LANGUAGE, _SAFETY = "utter_language", "utter_safety"


class LocalizedResponseGenerator(NaturalLanguageGenerator):
    """Needs no action server: safety, greeting and questions never depend on one."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        self._knowledge = knowledge()

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        if utter_action not in self._knowledge.catalogue:
            return None  # Rasa asks for "utter_restart" whether there is one or not
        language = self._knowledge.detector.speaking(tracker.get_slot(LANGUAGE), last_text(tracker))
        message = self._message(utter_action, tracker, language)
        first = not tracker.get_last_event_for(BotUttered)
        if first and not utter_action.startswith(_SAFETY):
            welcome = self._knowledge.catalogue.text("utter_welcome", language)
            message = Message(f"{welcome}\n\n{message.text}".strip(), message.choices)
        return message.to_json()

    def _message(self, name: str, tracker: DialogueStateTracker, language: str) -> Message:
        catalogue = self._knowledge.catalogue
        if name == _RESUME and tracker.get_slot(SAFE_QUESTION):
            numbers = catalogue.numbers(numbers_to_call(tracker, self._knowledge), language)
            return catalogue.message("utter_safety_unclear", language, numbers=numbers)
        if name == _RESUME:
            return resume_message(
                Interview.from_slots(tracker.current_slot_values()), self._knowledge, language
            )
        if name == _LANGUAGE and language == self._knowledge.detector.asked_for(last_text(tracker)):
            return catalogue.message("utter_language_switched", language)
        if name == _GREET and tracker.get_slot("open_question"):
            return catalogue.message("utter_greet_again", language)
        if name.startswith(_SAFETY):
            numbers = catalogue.numbers(numbers_to_call(tracker, self._knowledge), language)
            return catalogue.message(name, language, numbers=numbers)
        return catalogue.message(name, language)


def resume_message(interview: Interview, known: Knowledge, language: str) -> Message:
    """The open question once more, shorter; nothing where none is open."""
    if interview.open_question is None:
        return Message("")
    return question_message(
        interview, interview.open_question, known.catalogue, known.gazetteer, language, again=True
    )
