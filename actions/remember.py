"""``action_remember``."""

from actions.guarded import GuardedAction, ReplyTo
from helpfinder.conversation import remember_reply


class ActionRemember(GuardedAction):
    def name(self) -> str:
        return "action_remember"

    def reply_to(self) -> ReplyTo:
        return remember_reply
