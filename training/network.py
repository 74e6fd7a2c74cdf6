"""The network: MiniLM-L6 and one linear layer over its last hidden states, one row of numbers a word piece."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import BertConfig, BertModel

from sayso.analyzers.tagging import WIDTH


class Network(torch.nn.Module):
    """Ids and segment numbers in (batch, pieces), ``WIDTH`` logits a piece out."""

    def __init__(self, base: Path) -> None:
        """Begin with the encoder in ``base`` (config.json, model.safetensors); attention dropout 0, word embeddings frozen."""
        super().__init__()
        config = BertConfig.from_pretrained(str(base))
        config.attention_probs_dropout_prob = 0.0
        config.hidden_dropout_prob = 0.1
        self.encoder = BertModel.from_pretrained(str(base), config=config, add_pooling_layer=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = torch.nn.Dropout(0.1)
        self.heads = torch.nn.Linear(config.hidden_size, WIDTH)

    def forward(self, ids: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """Logits (batch, pieces, WIDTH); id 0 is padding."""
        mask = (ids != 0).long()
        hidden = self.encoder(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        return self.heads(self.drop(hidden))
