"""Rasa's custom actions: a tracker in, one call to the core, the reply out. One module per topic."""
