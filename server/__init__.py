"""The composition root: starts Rasa with the house wired together. Nothing imports it."""
