"""Train the tagger from the labels and the pinned MiniLM wheel; `make train` runs this. See docs/model-card.md for what comes out.

    train.py --base FOLDER --labels RECORDS.jsonl … --out FOLDER [--epochs 5] [--share 1.0] [--seed 1] [--mean 2:0.4,5:0.6] [--all]

RECORDS.jsonl holds records as `resources/labels/build.py --records` and `open.py records` print them, or rows in PolNeAR's form.
Articles that `build.held_out` names are kept for measuring unless --all is given. One thread, bf16.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "resources" / "labels"))
os.environ.setdefault("OMP_NUM_THREADS", "1")
import torch
from build import held_out, resolved
from examples import IGNORE, Example, Maker, from_polnear
from network import Network
from tokenizers import Tokenizer

from sayso.analyzers.tagging import HEADS, SLICES
from sayso.analyzers.windows import CLS, SEP, Window

WEIGHTS = {"cue": 1.0, "hedge": 0.5, "source": 0.3, "content": 0.3, "role": 1.0, "stance": 0.3, "kind": 0.3}


STEP = 16
"""Widths are multiples of this: each new shape costs the processor's library a new program."""


def batch(examples: list[Example], size: int) -> tuple[torch.Tensor, torch.Tensor, dict[str, torch.Tensor]]:
    """Padded to one of few shapes: ``size`` pieces in rows of a multiple of ``STEP``; rows that no example fills say nothing."""
    width = -(-max(len(e.window.ids) for e in examples) // STEP) * STEP
    empty = [Example(Window((CLS, SEP), (0, 0), (None, None)))] * max(0, size // width - len(examples))
    pad = lambda row, fill: [*row, *([fill] * (width - len(row)))]  # noqa: E731
    ids = torch.tensor([pad(e.window.ids, 0) for e in [*examples, *empty]])
    kinds = torch.tensor([pad(e.window.kinds, 0) for e in [*examples, *empty]])
    labels = {h: torch.tensor([pad(e.labels.get(h, ()), IGNORE) for e in [*examples, *empty]]) for h in HEADS}
    return ids, kinds, labels


def shuffled(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of one width each in random order; ``size`` is in pieces, padding counted."""
    by_width: dict[int, list[Example]] = {}
    for e in examples:
        by_width.setdefault(-(-len(e.window.ids) // STEP) * STEP, []).append(e)
    out = []
    for width, mine in sorted(by_width.items()):
        rng.shuffle(mine)
        rows = max(1, size // width)
        out += [mine[first : first + rows] for first in range(0, len(mine), rows)]
    rng.shuffle(out)
    return out


def loss_of(logits: torch.Tensor, labels: dict[str, torch.Tensor]) -> torch.Tensor:
    """Weighted sum over the heads; each is a mean over the pieces it has to say something of."""
    total = logits.sum() * 0.0
    for head, want in labels.items():
        if (want != IGNORE).any():
            got = logits[..., SLICES[head]].reshape(-1, HEADS[head]).float()
            total = total + WEIGHTS[head] * torch.nn.functional.cross_entropy(got, want.reshape(-1), ignore_index=IGNORE)
    return total


def mean(folder: Path, shares: str) -> dict[str, torch.Tensor]:
    """The weighted mean of the networks after some epochs (Izmailov et al. 2018, arXiv:1803.05407).

    Measured 2026-11-28, AR-soft of statement cues on PolNeAR dev and of held-out labels: after epoch 2 0.812 and 0.741, after
    epoch 5 0.804 and 0.761, of their mean 0.814 and 0.758.
    """
    total: dict[str, torch.Tensor] = {}
    for part in shares.split(","):
        epoch, share = part.split(":")
        for name, weights in torch.load(folder / f"network.{epoch}.pt", weights_only=True).items():
            total[name] = total.get(name, 0) + float(share) * weights if weights.is_floating_point() else weights
    return total


@dataclass(frozen=True)
class Plan:
    """How to train; the defaults are the shipped model's."""

    epochs: int = 5
    rate: float = 1.5e-4
    size: int = 1024
    seed: int = 1


def examples_of(paths: list[Path], tokenizer: Tokenizer, share: float, everything: bool, seed: int) -> list[Example]:
    """Examples of the labelled articles in ``paths``, ``share`` of the articles, those held out left out."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").split("\n") if line]
    records = [resolved(from_polnear(row)) for row in rows]
    records = sorted((r for r in records if everything or not held_out(r["name"])), key=lambda r: r["name"])
    random.Random(seed).shuffle(records)
    records = records[: max(1, round(share * len(records)))]
    maker = Maker(tokenizer, seed)
    maker.learn_words(records)
    examples = [e for r in records for e in maker.examples(r)]
    told = sum(len(r["attributions"]) for r in records)
    print(f"{len(records)} articles, {told} attributions, {len(examples)} examples", flush=True)
    return examples


def train(network: Network, examples: list[Example], plan: Plan, out: Path) -> None:
    """Run all epochs; network.N.pt is the state after epoch N."""
    rng = random.Random(plan.seed)
    heads = [p for n, p in network.named_parameters() if n.startswith("heads")]
    body = [p for n, p in network.named_parameters() if not n.startswith("heads") and p.requires_grad]
    groups = [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.rate * 8}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = plan.epochs * len(shuffled(examples, plan.size, random.Random(0)))
    slope = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    step, began, running = 0, time.time(), 0.0
    network.train()
    for epoch in range(1, plan.epochs + 1):
        for chosen in shuffled(examples, plan.size, rng):
            ids, kinds, labels = batch(chosen, plan.size)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = network(ids, kinds)
            loss = loss_of(logits, labels)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            slope.step()
            step += 1
            running += (loss.item() - running) * 0.02
            if step % 50 == 0 or step == steps:
                print(f"step {step}/{steps} loss {running:.3f} {time.time() - began:.0f} s", flush=True)
        torch.save(network.state_dict(), out / f"network.{epoch}.pt")


def main() -> None:
    """Train and write network.pt."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--base", type=Path, required=True)
    p.add_argument("--labels", type=Path, nargs="+", required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--epochs", type=int, default=Plan.epochs)
    p.add_argument("--seed", type=int, default=Plan.seed)
    p.add_argument("--share", type=float, default=1.0, help="share of the articles, for a learning curve")
    p.add_argument("--mean", default="2:0.4,5:0.6", help="epochs whose weights are averaged, with their shares")
    p.add_argument("--all", action="store_true", help="train on the held-out articles, too")
    args = p.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(
        True
    )  # moments of unused positions fall below the smallest normal number: steps took three times as long
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = examples_of(args.labels, tokenizer, args.share, args.all, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    train(Network(args.base), examples, Plan(epochs=args.epochs, seed=args.seed), args.out)
    torch.save(mean(args.out, args.mean), args.out / "network.pt")


if __name__ == "__main__":
    main()
