"""``python -m docs.site FOLDER``: build the site."""

import sys
from pathlib import Path

from docs.site.build import write

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/docs")
    print(f"{write(folder)} pages; begin with {folder / 'index.html'}")
