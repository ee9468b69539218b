"""Questions about the result last shown."""

from actions.guarded import GuardedAction, ReplyTo
from helpfinder.conversation import (
    cost_reply,
    details_reply,
    hours_reply,
    more_reply,
    office_reply,
    other_office_reply,
)


class ActionShowMore(GuardedAction):
    def name(self) -> str:
        return "action_show_more"

    def reply_to(self) -> ReplyTo:
        return more_reply


class ActionShowDetails(GuardedAction):
    def name(self) -> str:
        return "action_show_details"

    def reply_to(self) -> ReplyTo:
        return details_reply


class ActionShowCost(GuardedAction):
    def name(self) -> str:
        return "action_show_cost"

    def reply_to(self) -> ReplyTo:
        return cost_reply


class ActionShowHours(GuardedAction):
    def name(self) -> str:
        return "action_show_hours"

    def reply_to(self) -> ReplyTo:
        return hours_reply


class ActionShowOffice(GuardedAction):
    def name(self) -> str:
        return "action_show_office"

    def reply_to(self) -> ReplyTo:
        return office_reply


class ActionShowOtherOffice(GuardedAction):
    def name(self) -> str:
        return "action_show_other_office"

    def reply_to(self) -> ReplyTo:
        return other_office_reply
