"""``action_not_understood``."""

from actions.guarded import GuardedAction, ReplyTo
from helpfinder.conversation import not_understood_reply


class ActionNotUnderstood(GuardedAction):
    def name(self) -> str:
        return "action_not_understood"

    def reply_to(self) -> ReplyTo:
        return not_understood_reply
