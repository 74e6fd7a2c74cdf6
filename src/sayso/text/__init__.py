"""Words without meaning: tokens, sentences, quotations, numbers, dates, fingerprints, alignment. Knows no news and no lexicon."""
