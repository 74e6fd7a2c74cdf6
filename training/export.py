"""Write the trained network as the one file that sayso ships: ONNX, eight-bit weights, tokenizer and provenance inside.

    export.py --base FOLDER --network network.pt --out reader.onnx [--plain]

Weights are quantised to eight bits by onnxruntime (dynamic quantisation, per channel); --plain keeps 32-bit floats, for
measuring what that costs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "resources" / "labels"))
import onnx
import torch
from build import held_out
from examples import from_polnear
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic

from sayso.analyzers.gate import gate_words


def main() -> None:
    """Export, quantise, put the tokenizer inside."""
    p = argparse.ArgumentParser()
    p.add_argument("--base", type=Path, required=True)
    p.add_argument("--network", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--labels", type=Path, nargs="+", required=True)
    p.add_argument("--plain", action="store_true")
    args = p.parse_args()
    network = Network(args.base)
    network.load_state_dict(torch.load(args.network, weights_only=True))
    network.eval()
    ids = torch.tensor([[101, 2002, 2056, 2009, 102, 0], [101, 2009, 2001, 2204, 2003, 102]])
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
        axes = {0: "windows", 1: "pieces"}
        torch.onnx.export(
            network,
            (ids, torch.zeros_like(ids)),
            str(full),
            input_names=["ids", "kinds"],
            output_names=["logits"],
            dynamic_axes={"ids": axes, "kinds": axes, "logits": axes},
            opset_version=17,
            dynamo=False,
        )
        if not args.plain:
            quantize_dynamic(str(full), str(small), weight_type=QuantType.QInt8, per_channel=True)
        model = onnx.load(str(full if args.plain else small))
    tokenizer = json.loads((args.base / "tokenizer.json").read_text(encoding="utf-8")) | {"truncation": None, "padding": None}
    rows = [json.loads(line) for path in args.labels for line in path.read_text(encoding="utf-8").split("\n") if line]
    records = [from_polnear(row) for row in rows]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in args.labels)).hexdigest()
    trained = [r for r in records if not held_out(r["name"])]
    about = {
        "base": "sentence-transformers/all-MiniLM-L6-v2",
        "labels": digest,
        "articles": len(trained),
        "attributions": sum(len(r["attributions"]) for r in trained),
    }
    gate = gate_words(r["text"][s:e] for r in records for a in r["attributions"] for s, e in a["cue"])
    for key, value in (
        ("gate", " ".join(gate)),
        ("tokenizer", json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))),
        ("about", json.dumps(about, sort_keys=True)),
    ):
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    args.out.write_bytes(model.SerializeToString(deterministic=True))
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
