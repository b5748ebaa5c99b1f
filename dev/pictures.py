"""`make pictures`: draw docs/pictures/*.dot as SVG, for light and dark surroundings. It needs graphviz's `dot`.

Each SVG names the digest of what it was drawn from. Its own background makes it readable on any page.
"""

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

PICTURES: Final = Path(__file__).resolve().parent.parent / "docs" / "pictures"
# The classes are those of graphviz, and those that the pictures give their nodes.
STYLE: Final = """
.graph > polygon { fill: #f8faf9; stroke: none }
.cluster polygon { fill: #eef3f2; stroke: #9db3ae }
.node path, .node polygon { fill: #ffffff; stroke: #5b6f6b }
.edge path { stroke: #5b6f6b }
.edge polygon { fill: #5b6f6b; stroke: #5b6f6b }
text { fill: #14201e; font-family: system-ui, sans-serif }
.refusal path { stroke: #b4432c }
.refusal text { fill: #8f2f1c; font-family: ui-monospace, monospace }
.begin path { fill: #dcefeb }
.record path { fill: #fff3d1; stroke: #a37b12 }
.sent path { fill: #cdeadb; stroke: #2b7a4f }
@media (prefers-color-scheme: dark) {
  .graph > polygon { fill: #1b2423 }
  .cluster polygon { fill: #222e2c; stroke: #55706a }
  .node path, .node polygon { fill: #101716; stroke: #93aaa5 }
  .edge path { stroke: #93aaa5 }
  .edge polygon { fill: #93aaa5; stroke: #93aaa5 }
  text { fill: #e8efed }
  .refusal path { stroke: #e58a75 }
  .refusal text { fill: #f2ab9a }
  .begin path { fill: #1d3d37 }
  .record path { fill: #3d3214; stroke: #d3aa3f }
  .sent path { fill: #17402b; stroke: #6cc493 }
}
"""


def digest(source: Path) -> str:
    """Return the digest of what a picture is drawn from: its text and the style."""
    return hashlib.sha256(source.read_bytes() + STYLE.encode()).hexdigest()


def draw(source: Path) -> None:
    """Write the SVG next to its source. Raises OSError without graphviz, and CalledProcessError for a faulty source."""
    drawn = subprocess.run(["dot", "-Tsvg", source], capture_output=True, text=True, check=True).stdout  # noqa: S607
    drawn = drawn[drawn.index("<svg") :]
    # graphviz names its version, and repeats each name as a tooltip.
    drawn = re.sub(r"<!--.*?-->\n?|<title>.*?</title>\n?", "", drawn, flags=re.DOTALL)
    begin, _, rest = drawn.partition(">\n")
    comment = f"<!-- {source.name} sha256:{digest(source)} -->"
    source.with_suffix(".svg").write_text(f"{comment}\n{begin}>\n<style>{STYLE}</style>\n{rest}")


if __name__ == "__main__":
    for each in sorted(PICTURES.glob("*.dot")):
        try:
            draw(each)
        except FileNotFoundError:
            sys.exit("graphviz is missing. On Debian: apt-get install graphviz")
