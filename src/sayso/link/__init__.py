"""From readings to who has it from whom: claims, derivations, unseen witnesses, siblings. Changes no statement."""

from sayso.link.linking import LinkOptions, link

__all__ = ["LinkOptions", "link"]
