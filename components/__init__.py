"""Adapters that plug the core into Rasa. No decision is taken here that ``helpfinder`` could take."""
