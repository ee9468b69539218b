"""Rasa connectors: wire formats only. What a person typed never becomes a command."""
