"""The local web app: the screens of ``show`` over a book, with judgements. It listens on this machine alone (docs/review.md).

``guard`` decides who is let in, ``desk`` lays out what is read, ``acts`` writes down what somebody decides, ``app`` puts them
together. The door that opens it (``cli.review``) brings what a room may not take for itself: the time, and secrets.
"""
