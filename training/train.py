"""Train the tagger from the labels and the pinned MiniLM wheel; `make train` runs this. See docs/model-card.md for what comes out.

    train.py --base FOLDER --labels RECORDS.jsonl --out FOLDER [--epochs 8] [--share 1.0] [--seed 1] [--all]

RECORDS.jsonl holds records as `resources/labels/build.py --records` and `open.py records` print them. Articles that
`examples.held_out` names are kept for measuring unless --all is given. One thread, bf16 where the processor has it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "resources" / "labels"))
os.environ.setdefault("OMP_NUM_THREADS", "1")
import torch
from build import held_out, resolved
from examples import IGNORE, Example, Maker, from_polnear
from network import Network
from sayso.analyzers.tagging import HEADS, SLICES
from sayso.analyzers.windows import CLS, SEP, Window
from tokenizers import Tokenizer

WEIGHTS = {"cue": 1.0, "hedge": 0.5, "source": 0.3, "content": 0.3, "role": 1.0, "stance": 0.3, "kind": 0.3}


STEP = 16
"""Widths are multiples of this: a new shape costs the processor's library a new program (measured: fewer shapes, a third of the time)."""


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


def main() -> None:
    """Train and write network.pt with its tokenizer beside it."""
    p = argparse.ArgumentParser()
    p.add_argument("--base", type=Path, required=True)
    p.add_argument("--labels", type=Path, nargs="+", required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--epochs", type=float, default=8)
    p.add_argument("--share", type=float, default=1.0)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--size", type=int, default=1024)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--all", action="store_true")
    args = p.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)  # moments of unused positions decay below the smallest normal number: steps took three times as long
    rng = random.Random(args.seed)
    rows = [json.loads(line) for path in args.labels for line in path.read_text(encoding="utf-8").split("\n") if line]
    records = [resolved(from_polnear(row)) for row in rows]
    records = sorted((r for r in records if args.all or not held_out(r["name"])), key=lambda r: r["name"])
    rng.shuffle(records)
    records = records[: max(1, round(args.share * len(records)))]
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    maker = Maker(tokenizer, args.seed)
    maker.learn_words(records)
    examples = [e for r in records for e in maker.examples(r)]
    pieces = sum(len(e.window.ids) for e in examples)
    print(f"{len(records)} articles, {sum(len(r['attributions']) for r in records)} attributions, {len(examples)} examples, {pieces} pieces", flush=True)
    network = Network(args.base)
    heads = [p for n, p in network.named_parameters() if n.startswith("heads")]
    body = [p for n, p in network.named_parameters() if not n.startswith("heads") and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": body, "lr": args.rate}, {"params": heads, "lr": args.rate * 8}], weight_decay=0.01, fused=True)
    steps = round(args.epochs * len(shuffled(examples, args.size, random.Random(0))))
    plan = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    args.out.mkdir(parents=True, exist_ok=True)
    step, began, running = 0, time.time(), 0.0
    network.train()
    while step < steps:
        for chosen in shuffled(examples, args.size, rng):
            ids, kinds, labels = batch(chosen, args.size)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = network(ids, kinds)
            loss = loss_of(logits, labels)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            plan.step()
            step += 1
            running += (loss.item() - running) * 0.02
            if step % 50 == 0 or step == steps:
                print(f"step {step}/{steps} loss {running:.3f} {time.time() - began:.0f} s", flush=True)
            if step >= steps:
                break
        torch.save(network.state_dict(), args.out / "network.pt")


if __name__ == "__main__":
    main()
