"""``action_start_application``."""

from actions.guarded import GuardedAction, ReplyTo
from helpfinder.conversation import application_reply


class ActionStartApplication(GuardedAction):
    def name(self) -> str:
        return "action_start_application"

    def reply_to(self) -> ReplyTo:
        return application_reply
