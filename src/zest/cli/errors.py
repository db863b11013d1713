"""What ends a command before its answer."""


class WrongUse(Exception):
    """You typed something that zest does not understand; the message is one French sentence."""


class CannotWrite(Exception):
    """The answer is known but could not be written; the message is one French sentence."""
