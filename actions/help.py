"""``action_help``."""

from actions.guarded import GuardedAction, ReplyTo
from helpfinder.conversation import answer_reply


class ActionHelp(GuardedAction):
    def name(self) -> str:
        return "action_help"

    def reply_to(self) -> ReplyTo:
        return answer_reply
